"""__name__, __qualname__, __module__ and __doc__ of classes can be assigned."""
class C:
    """doc"""
    class Inner:
        def m(self): pass
print(C, C.Inner.__qualname__, C.Inner.m.__qualname__, repr(C.Inner())[:25])
C.__name__ = "Renamed"
print(C, C.__name__, C.__qualname__)
C.__qualname__ = "Outer.Renamed"
C.__module__ = "some.module"
C.__doc__ = "new doc"
print(C, C.__module__, C.__doc__, C.__dict__["__module__"])
for name, value in (("__name__", 5), ("__name__", "a\0b"), ("__qualname__", 5), ("__module__", 7), ("__doc__", None)):
    try:
        setattr(C, name, value)
        print("set", name, getattr(C, name))
    except (TypeError, ValueError) as e:
        print(e)
for name in ("__name__", "__qualname__", "__doc__", "__module__"):
    try:
        delattr(C, name)
        print("deleted", name)
    except (TypeError, AttributeError) as e:
        print(e)
for name in ("__name__", "__doc__", "x"):
    try:
        setattr(int, name, "x")
    except TypeError as e:
        print(e)
