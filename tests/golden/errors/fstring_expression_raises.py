name = "x"
print(f"hello {name.missing!r} and {name}")
