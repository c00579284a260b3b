"""Subclasses of ref, and callbacks that raise or drop themselves."""
import weakref, sys
sys.unraisablehook = lambda u: print("ignored:", type(u.exc_value).__name__, u.exc_value)
class C: pass
class Keyed(weakref.ref):
    __slots__ = ("key",)
    def __new__(cls, obj, callback=None, key=None): return super().__new__(cls, obj, callback)
    def __init__(self, obj, callback=None, key=None):
        super().__init__(obj, callback)
        self.key = key
c = C()
k = Keyed(c, lambda r: print("dead", r.key), key="k1")
print(k() is c, k.key, k is Keyed(c), k == weakref.ref(c))
r1 = weakref.ref(c, lambda r: 1 / 0)
r2 = weakref.ref(c, lambda r: print("r2"))
r3 = weakref.ref(c, lambda r: print("r3"))
del r3
del c
print(k(), r1())
