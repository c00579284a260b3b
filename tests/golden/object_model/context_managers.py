"""__enter__ and __exit__ are looked up on the type."""
class CM:
    def __init__(self, swallow=False): self.swallow = swallow
    def __enter__(self): print("enter"); return "value"
    def __exit__(self, kind, value, tb):
        print("exit", kind and kind.__name__, value)
        return self.swallow
with CM() as v: print(v)
with CM(True): raise ValueError("swallowed")
try:
    with CM(): raise KeyError("seen")
except KeyError: print("got through")
class NoExit:
    def __enter__(self): return 1
class Nothing: pass
for o in (NoExit(), Nothing(), 5):
    try:
        with o: pass
    except TypeError as e:
        print(e)
n = Nothing()
n.__enter__ = n.__exit__ = lambda *a: print("instance")
try:
    with n: pass
except TypeError as e:
    print(e)
Nothing.__enter__ = lambda self: "late"
Nothing.__exit__ = lambda self, *a: None
with n as x: print(x)
with CM() as a, CM() as b: print(a, b)
def f():
    with CM(True): return "returned"
print(f())
