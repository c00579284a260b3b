class S(str):
    def __eq__(self, o):
        return str.__eq__(self, o)
    def __hash__(self):
        return str.__hash__(self)
class P(str): pass
import functools
def f(*a, **k): return [(type(x).__name__, x+"") for x in k], list(k.values())
p = functools.partial(f, **{S("x"): 1, P("y"): 2})
print("made")
print(p(x=5)); print(p(**{P("x"): 6})); print(p(**{S("y"): 6})); print(p(z=1))
print("two")
print(f(**{S("a"): 1}, **{S("b"): 1}, c=2))
try: f(**{S("a"): 1}, **{S("a"): 1}, c=2)
except TypeError as e: print(e)
try: f(**{S("a"): 1}, a=2)
except TypeError as e: print(e)
try: f(a=3, **{S("a"): 1})
except TypeError as e: print(e)
class Mp:
    def keys(self): return [S("a"), "b", P("c")]
    def __getitem__(self, k): return k.upper()
print("mapping")
print(f(**Mp()))
print(f(q=1, **Mp()))
try: f(a=1, **Mp())
except TypeError as e: print(e)
def po(a, /, b): return a, b
for k in ({S("a"): 1}, {S("a"): 1, "b": 2}, {S("b"): 1, S("z"): 2}, {"b": 1, S("b"): 2}):
    try: print(po(**k))
    except TypeError as e: print(e)
class Bad(str):
    def __eq__(self, o): raise ValueError("bad eq")
    __hash__ = str.__hash__
def g(b): pass
for h in (g, f, dict, functools.partial(f, b=2), functools.partial(f, **{Bad("b"): 1})):
    try: print(h(**{Bad("b"): 1}))
    except Exception as e: print(type(e), e)
    try: print(h(b=1, **{Bad("b"): 1}))
    except Exception as e: print(type(e), e)
class Never(str):
    def __eq__(self, o): return False
    def __hash__(self): return 0
print(f(**{Never("a"): 1, "a": 2, Never("a"): 3}))
print(f(a=1, **{Never("a"): 2}))
print(len(dict(a=1, **{Never("a"): 2})))
try: g(**{Never("b"): 1})
except TypeError as e: print(e)
print(sorted([2, 1], **{Never("reverse"): True}))
print(int.from_bytes(b"a", **{Never("byteorder"): "big"}))
import types
print([type(k) for k in vars(types.SimpleNamespace(**{Never("b"): 1, "b": 2}))])
class M(type):
    def __call__(cls, *a, **k): print([type(x) for x in k]); return super().__call__(*a, **k)
class C(metaclass=M):
    def __new__(cls, **k): print([type(x) for x in k]); return super().__new__(cls)
    def __init__(self, **k): print([type(x) for x in k])
C(**{P("a"): 1})
print([type(k) for k in f.__get__(1)(**{P("a"): 1})])
@functools.lru_cache
def l(**k): print("run"); return [type(x) for x in k]
print(l(**{P("a"): 1})); print(l(a=1)); print(l(**{P("a"): 1}))
from operator import methodcaller
class O:
    def m(self, **k): return [type(x) for x in k]
print(methodcaller("m", **{P("a"): 1})(O()))
print(types.FunctionType(f.__code__, {}, P("n")).__name__.__class__)
print([type(x) for x in type.__call__(dict, **{P("a"): 1})])
print("{a}".format(**{S("a"): 1}))
async def co(**k): return k
try: co(**{P("a"): 1}).send(None)
except StopIteration as e: print([type(x) for x in e.value])
def gen(**k): yield k
print([type(x) for x in next(gen(**{P("a"): 1}))])
