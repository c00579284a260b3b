import os, copy
class N: __fspath__ = None
class M:
    @property
    def __fspath__(self): raise ValueError("prop")
class G:
    def __get__(self, o, t): raise KeyError("desc")
class O: __fspath__ = G()
for c in (N, M, O):
    for f in (open, os.fspath, os.stat, os.listdir, lambda x: compile("1", x, "eval"), os.path.join, os.path.exists, os.fsencode):
        try: print(f(c()))
        except BaseException as e: print(c.__name__, getattr(f, "__name__", f), type(e).__name__, e, repr(e.__context__))
def z(*items):
    class Z:
        def __reduce__(s): return (dict, (), None, None, iter(items))
    return Z()
class Y:
    def __iter__(self): return iter((1, 2))
for i in ((1,), ((1, 2, 3),), ((1,),), ("ab",), ("abc",), (Y(),), (None,), ((),), ({1: 2},), ({1: 2, 3: 4},), ([1, 2],)):
    for f in (copy.copy, copy.deepcopy):
        try: print(f(z(*i)))
        except Exception as e: print(type(e), e)
