"""A package that can be run."""
print("package", __name__)
