"""Deep data printed, compared, hashed, copied, joined and dropped: an answer or RecursionError, never a crash."""
import copy
def nest(make, n):
    x = make(None)
    for _ in range(n): x = make(x)
    return x
class Obj:
    def __init__(self, inner): self.inner = inner
    def __repr__(self): return f"O({self.inner!r})"
    def __eq__(self, o): return self.inner == o.inner
    def __hash__(self): return hash(self.inner)
makers = {"list": lambda x: [x], "tuple": lambda x: (x,), "dict": lambda x: {"k": x}, "object": Obj}
def attempt(f):
    try: f(); return "fine"
    except RecursionError as error: return "RecursionError"
    except TypeError as error: return "TypeError"
for name, make in makers.items():
    small, deep = nest(make, 50), nest(make, 100_000)
    other = nest(make, 100_000)
    print(name, len(repr(small)), attempt(lambda: repr(deep)), attempt(lambda: deep == other), attempt(lambda: str(deep)), attempt(lambda: copy.deepcopy(deep)), attempt(lambda: copy.deepcopy(small)), attempt(lambda: f"{deep}"), attempt(lambda: "%r" % (deep,)), attempt(lambda: print(deep)))
    del deep, other
fs = nest(lambda x: frozenset([x]), 50_000)
print(attempt(lambda: repr(fs)), attempt(lambda: fs == nest(lambda x: frozenset([x]), 50_000)))
del fs
lists = nest(lambda x: [x], 100_000)
print(attempt(lambda: lists < nest(lambda x: [x], 100_000)), attempt(lambda: lists in [nest(lambda x: [x], 100_000)]), attempt(lambda: sorted([lists, nest(lambda x: [x], 100_000)])), attempt(lambda: [lists].count(nest(lambda x: [x], 100_000))))
e = ValueError("bottom")
for i in range(100_000):
    n = ValueError(i); n.__context__ = e; e = n
del e, n
print("exception chain dropped")
f = lambda x: x
for _ in range(50_000): f = (lambda g: lambda x: g(x))(f)
print(attempt(lambda: f(1)))
del f
cls = object
mros = []
for i in range(300): cls = type(f"C{i}", (cls,), {}); mros.append(len(cls.__mro__))
print(mros[-1], cls.__name__)
t = nest(lambda x: type("T", (), {"x": x})(), 50_000)
del t
m = nest(lambda x: x.__str__ if x else [].__str__, 50_000)
del m
d = nest(lambda x: {1: x}.items(), 50_000)
del d
g = nest(lambda x: (lambda: x), 50_000)
del g
u = [nest(lambda x: [x, x], 30)]
print(attempt(lambda: u == u))
eg = ValueError(1)
for _ in range(300): eg = ExceptionGroup("g", [eg])
print(attempt(lambda: eg.split(KeyError)), attempt(lambda: eg.subgroup(ValueError)), attempt(lambda: repr(eg)))
print(attempt(lambda: isinstance(1, nest(lambda x: (x,) if x else (int,), 50_000))), attempt(lambda: "x".startswith(nest(lambda x: (x,) if x else ("a",), 5))))
print("all dropped")
