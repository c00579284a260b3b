"""Subclasses of property."""
class Loud(property):
    """loud doc"""
    def __get__(self, obj, cls=None):
        if obj is None: return self
        return f"loud {super().__get__(obj, cls)}"
class C:
    @Loud
    def x(self):
        """x doc"""
        return 1
    @x.setter
    def x(self, value): print("set", value)
c = C()
print(c.x, type(C.__dict__["x"]).__name__, C.x.__doc__, C.x.__name__)
c.x = 3
class Quiet(property):
    __slots__ = ()
try:
    print(Quiet(lambda self: 1).__doc__)
except AttributeError as e:
    print(e)
class WithInit(property):
    def __init__(self, f): super().__init__(f); self.tag = f.__name__
def g(self): return 2
print(WithInit(g).tag, WithInit(g).fget is g)
