"""A package for the import cases."""
print(f"init {__name__} path ends with {__path__[0].rsplit('/', 1)[-1]} package {__package__} file {__file__.rsplit('/', 1)[-1]}")
__all__ = ["alpha", "VALUE", "_listed"]
VALUE = 1
HIDDEN = 2
_listed = 3
