"""getter, setter, deleter, doc and name of properties."""
class C:
    @property
    def x(self):
        """the x"""
        return self._x
    @x.setter
    def x(self, value): self._x = value
    @x.deleter
    def x(self): del self._x
    y = property(lambda self: 1, doc="given doc")
    z = property()
c = C()
c.x = 5
print(c.x, C.x.__doc__, C.y.__doc__, C.x.__name__, C.y.__name__, C.z.__doc__)
del c.x
for f in (lambda: c.x, lambda: c.z, lambda: setattr(c, "y", 1), lambda: delattr(c, "y"), lambda: setattr(c, "z", 1)):
    try:
        print(f())
    except AttributeError as e:
        print(e)
print(C.x.fget.__name__, C.x.fset is not None, C.z.fget, C.y.fdel)
for name in ("fget", "fset", "fdel"):
    try:
        setattr(C.y, name, None)
    except AttributeError as e:
        print(e)
C.y.__doc__ = "new doc"
print(C.y.__doc__)
