"""Mapping patterns: keys, rest, defaultdicts, custom mappings."""
import collections.abc
class K: key = "dotted"
def f(x):
    match x:
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": ("rect" | "square") as kind, **rest}: return f"{kind} {rest}"
        case {1: one, 2.5: _, None: none}: return f"{one} {none}"
        case {K.key: v}: return f"dotted {v}"
        case {"nested": {"deep": [x, *_]}}: return f"deep {x}"
        case {-1: neg}: return f"negative {neg}"
        case {**rest} if len(rest) == 1: return f"single {rest}"
        case {}: return "some mapping"
        case _: return "not a mapping"
for x in ({"type": "circle", "r": 5, "extra": 1}, {"type": "rect", "w": 1}, {"type": "square"}, {1: "a", 2.5: 0, None: "n"}, {"dotted": 1, "q": 2}, {"nested": {"deep": (7, 8)}}, {-1: "m"}, {"z": 1}, {}, {"a": 1, "b": 2}, [], "abc", None, {True: "t", 2.5: 1, None: 2}):
    print(x, "->", f(x))
class M(collections.abc.Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): print("getitem", k, end=" "); return self.d[k]
    def __iter__(self): print("iter", end=" "); return iter(self.d)
    def __len__(self): return len(self.d)
    def get(self, k, default=None): print("get", k, end=" "); return self.d.get(k, default)
    def keys(self): print("keys", end=" "); return self.d.keys()
def g(x):
    match x:
        case {"a": 1, "b": b}: return f"b={b}"
        case {"a": a, **rest}: return f"a={a} rest={rest}"
        case {}: return "empty ok"
print(g(M({"a": 1, "b": 2}))); print(g(M({"a": 5, "c": 3}))); print(g(M({})))
class Missing(dict):
    def __missing__(self, k): return "made up"
match Missing():
    case {"absent": x}: print("never, get() is used", x)
    case _: print("missing keys don't match")
class GetItem(dict):
    def __getitem__(self, k): return "from getitem"
    def get(self, k, d=None): return "from get"
match GetItem(a=1):
    case {"a": x, **rest}: print(x, rest)
class NotMapping:
    def keys(self): return ["a"]
    def __getitem__(self, k): return 1
match NotMapping():
    case {"a": _}: print("never")
    case _: print("keys() alone is not enough")
@collections.abc.Mapping.register
class Reg(NotMapping):
    def get(self, k, d): return "registered"
    def __len__(self): return 1
match Reg():
    case {"a": x}: print(x)
d = {"a": 1, "b": 2}
match d:
    case {"a": 1, **rest}: rest["c"] = 3; print(d, rest)
match {"x": {"y": None}}:
    case {"x": {"y": None as n}}: print(n)
class Dyn: a = b = "same"
try:
    match {"same": 1}:
        case {Dyn.a: _, Dyn.b: _}: print("never")
except ValueError as error:
    print(error)
def commands(c):
    match c:
        case {"op": "+" | "-" as op, "args": [a, b]}: return a + b if op == "+" else a - b
        case {"op": "sum", "args": [*args]}: return sum(args)
        case {"op": op}: return f"bad arguments for {op}"
        case _: return "no op"
print(commands({"op": "-", "args": (5, 2)}), commands({"op": "sum", "args": []}), commands({"op": "+"}), commands({}))
match {}:
    case {"k": _}: print("never")
    case {**everything}: print("everything", everything)
match {"k": 1}:
    case {"k": 1 | 2 as v, **r} if not r: print(v, r)
