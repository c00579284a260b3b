"""Proxies by __getattr__, weakref.proxy, and what implicit special-method lookup skips."""
import weakref
class Proxy:
    def __init__(self, target): object.__setattr__(self, "_target", target)
    def __getattr__(self, name): return getattr(object.__getattribute__(self, "_target"), name)
    def __setattr__(self, name, value): setattr(self._target, name, value)
    def __delattr__(self, name): delattr(self._target, name)
class Target(list):
    colour = "red"
    def shout(self): return f"shout {len(self)}"
t = Target([3, 1, 2])
p = Proxy(t)
p.append(9)
p.size = "big"
print(p.shout(), p.colour, t.size, p.sort(), t, p.__len__(), p._target is t, p.__class__.__name__)
del p.size
for act in ("len(p)", "p[0]", "p + [1]", "list(p)", "3 in p", "p.nothing", "p.size", "p == t", "bool(p)", "str(p) == str(t)", "p < p", "iter(p)", "p()", "-p", "isinstance(p, Target)"):
    try:
        print(act, "=", eval(act))
    except (TypeError, AttributeError) as error:
        print(act, "->", type(error).__name__, error)
for name in ("len", "getitem", "iter", "contains", "eq", "add", "repr"):
    def forward(self, *args, _name=f"__{name}__"): return getattr(self._target, _name)(*args)
    setattr(Proxy, f"__{name}__", forward)
print(len(p), p[0], list(p), 3 in p, p == t, p + [1], p)
class Obj:
    v = 1
    def m(self): return "m"
    def __len__(self): return 3
    def __add__(self, o): return "added"
    def __call__(self): return "called"
    def __iter__(self): return iter("xyz")
    def __str__(self): return "str of Obj"
    def __bool__(self): return False
    def __getitem__(self, k): return k
o = Obj()
w = weakref.proxy(o)
print(w.v, w.m(), len(w), w + 1, w(), list(w), str(w), bool(w), w["k"], type(w).__name__, w.__class__.__name__, isinstance(w, Obj), w == o, w != o)
w.new = 5
print(o.new, callable(w), type(weakref.proxy(t)).__name__)
try:
    hash(w)
except TypeError as error:
    print(error)
del o
for act in ("w.v", "len(w)", "w.x = 1", "bool(w)", "str(w)", "w + 1", "w()"):
    try:
        exec(act)
    except ReferenceError as error:
        print(act, "->", error)
for bad in (5, "s", None, (), {}, []):
    try:
        weakref.proxy(bad)
    except TypeError as error:
        print(error)
