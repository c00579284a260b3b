"""__call__: on classes, instances, replaced while hot."""
class C:
    def __call__(self, *args, **kw): return args, kw
c = C()
print(c(), c(1, x=2), callable(c), callable(C), c.__call__(3))
class D: pass
d = D()
print(callable(d))
def use():
    try:
        return d(1)
    except TypeError as e:
        return str(e)
print(use())
D.__call__ = lambda self, x: ("called", x)
print(use(), use(), callable(d))
D.__call__ = C()
print(use())
D.__call__ = staticmethod(lambda x: ("static", x))
print(use())
D.__call__ = None
print(use(), callable(d))
del D.__call__
print(use(), callable(d))
d.__call__ = lambda x: x
print(use(), callable(d))
