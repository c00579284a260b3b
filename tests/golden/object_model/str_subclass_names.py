class S(str):
    def __eq__(self, o):
        print("eq", type(o).__name__); return str.__eq__(self, o)
    def __hash__(self): 
        print("hash"); return str.__hash__(self)
class P(str): pass
def f(**k): return k
def g(z=1, *, y=2): return z, y
def show(x):
    print([(type(k).__name__, str(k)) for k in x])
show(f(**{P("z"): 1}))
show(dict(**{P("z"): 1}))
print(g(**{P("z"): 5, P("y"): 7}))
print("-- S")
d = {S("z"): 1}
print("made")
r = f(**d); print("called"); show(r)
print(g(**d))
try: g(**{S("q"): 2})
except TypeError as e: print(e)
try: g(1, **{S("z"): 2})
except TypeError as e: print(e)
try: f(**{P("z"): 1}, z=2)
except TypeError as e: print(e)
try: f(z=3, **{P("z"): 1})
except TypeError as e: print(e)
class C:
    def __init__(self, **k): self.__dict__.update(k); self.k = k
    def __init_subclass__(cls, **k): cls.k = k
show(C(**{P("a"): 1}).k)
class D(C, **{P("a"): 1}): pass
show(D.k)
class M(type):
    def __new__(m, n, b, d, **k): m.k = k; return type.__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): pass
    @classmethod
    def __prepare__(m, n, b, **k): m.p = k; return {}
class E(metaclass=M, **{P("a"): 1}): pass
show(M.k); show(M.p)
import functools
p = functools.partial(f, **{P("x"): 1})
show(p.keywords); show(p())
show(p(**{P("x"): 2}))
import types
show(vars(types.SimpleNamespace(**{P("x"): 1})))
def fn(): pass
fn.__name__ = P("nm"); print(type(fn.__name__), fn.__name__)
fn.__qualname__ = P("nm"); print(type(fn.__qualname__))
C.__name__ = P("CN"); print(type(C.__name__), C)
C.__qualname__ = P("CQ"); print(type(C.__qualname__), C)
X = type(P("X"), (), {}); print(type(X.__name__), type(X.__qualname__))
X = type("X", (), {"__qualname__": P("q"), P("a"): 1, "__module__": P("mm"), "__doc__": P("dd")}); print(type(X.__qualname__), [type(k) for k in X.__dict__][:1], type(X.__module__), type(X.__doc__))
show(X.__dict__)
x = X()
setattr(x, P("attr"), 1); show(x.__dict__)
x.__dict__[P("b")] = 1; show(x.__dict__); print(x.b)
setattr(X, P("attr"), 1); print([type(k) for k in X.__dict__ if k == "attr"])
try: print(P("ab") % ())
except Exception as e: print(e)
try: print(P("ab") % 3)
except Exception as e: print(e)
print(type(P("ab") % ()), type(P("ab%s") % 1))
try: getattr(x, P("nope"))
except AttributeError as e: print(e, type(e.name))
m = types.ModuleType(P("modn")); print(type(m.__name__))
setattr(m, P("zz"), 3); print([type(k) for k in vars(m) if k == "zz"])
def h(a, /, **k): return a, k
print(h(1, **{P("a"): 2}))
print(str(object=P("q")), int(**{}) , sorted([2,1], **{P("reverse"): True}))
try: sorted([1], **{P("rev"): True})
except TypeError as e: print(e)
print("{a}".format(**{P("a"): 1}), "{a}".format_map({P("a"): 1}))
exec(P("qq = 1"), ns := {P("k"): 3}); show({k:v for k,v in ns.items() if k != "__builtins__"})
def kw(**k):
    k["z"]=9; return k
show(kw(**{P("z"): 1}))
import collections
N = collections.namedtuple(P("N"), [P("a"), "b"]); print(N(1, b=2), [type(t) for t in N._fields])
print(N(**{P("a"): 1, "b": 2}))
def slots():
    class Q: __slots__ = (P("a"),)
    print(type(Q.a.__name__)); show(Q.__dict__); q = Q(); q.a = 1; print(q.a)
    print([type(s) for s in Q.__slots__])
slots()
globals()[P("gg")] = 3; print(gg)
gg = 4; print([type(k) for k in globals() if k == "gg"])
