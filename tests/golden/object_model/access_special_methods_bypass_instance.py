"""Operators look special methods up on the type, not on the instance."""
class C:
    def __repr__(self): return "type's repr"
c = C()
c.__repr__ = lambda: "instance's repr"
c.__len__ = lambda: 3
c.__call__ = lambda: "called"
c.__bool__ = lambda: False
print(repr(c), c.__repr__())
for f in (lambda: len(c), lambda: c()):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(bool(c), c.__len__(), c.__call__())
C.__len__ = lambda self: 0
C.__call__ = lambda self: "from the type"
print(len(c), bool(c), c())
