"""Attributes of methods come from their functions; assignments don't go there."""
class C:
    def m(self, x, y=2):
        """doc of m"""
c = C()
print(c.m.__name__, c.m.__qualname__, c.m.__doc__, c.m.__module__, c.m.__defaults__)
C.m.tag = "t"
print(c.m.tag)
for name, value in (("tag", 1), ("__name__", "n"), ("__self__", 1), ("__func__", 1)):
    try:
        setattr(c.m, name, value)
    except AttributeError as e:
        print(e)
C.m.__name__ = "renamed"
print(c.m.__name__, c.m.__qualname__)
try:
    c.m()
except TypeError as e:
    print(e)
C.m.__qualname__ = "Q.renamed"
try:
    c.m()
except TypeError as e:
    print(e)
