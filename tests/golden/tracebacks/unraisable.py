"""Exceptions in __del__ and weakref callbacks are reported and dropped."""
import sys, weakref
class D:
    def __init__(self, name): self.name = name
    def __del__(self): raise ValueError(f"in __del__ of {self.name}")
def hook(args):
    print("unraisable:", args.exc_type.__name__, args.exc_value, getattr(args.object, "__qualname__", type(args.object).__name__), args.err_msg, args.exc_traceback is not None)
sys.unraisablehook = hook
d = D("a")
del d
D("b")
x = [D("c")]
x.clear()
class T: pass
t = T()
def callback(ref): raise KeyError("in callback")
w = weakref.ref(t, callback)
del t
def gen():
    try: yield
    finally: raise RuntimeError("in generator finally")
g = gen(); next(g); del g
print("alive")
try:
    raise OSError("handled")
except OSError:
    D("during handling")
    print(repr(sys.exception()))
