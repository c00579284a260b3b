"""__getattr__, __getattribute__, __setattr__, __delattr__, __dir__ and how they combine."""
class Lazy:
    present = "class"
    def __getattr__(self, name):
        if name.startswith("no"): raise AttributeError(f"refused {name}")
        return f"<{name}>"
l = Lazy()
l.own = 1
print(l.present, l.own, l.missing, getattr(l, "x y"), hasattr(l, "nope"), getattr(l, "nope", "default"))
try:
    l.nope
except AttributeError as error:
    print(error, error.name, error.obj is l if error.obj else error.obj)
class Full:
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattribute__(self, name):
        if name == "log": return object.__getattribute__(self, name)
        self.log.append(f"get {name}")
        if name == "raise_": raise AttributeError("from getattribute")
        return object.__getattribute__(self, name)
    def __getattr__(self, name): self.log.append(f"fallback {name}"); return name.upper()
    def __setattr__(self, name, value): self.log.append(f"set {name}"); object.__setattr__(self, name, value)
    def __delattr__(self, name): self.log.append(f"del {name}"); object.__delattr__(self, name)
    def method(self): return self.inner
f = Full()
f.x = 1
f.x += 1
print(f.x, f.raise_, f.unknown, f.method(), f.__dict__.get("x"), f.__class__.__name__)
del f.x
try:
    del f.x
except AttributeError as error:
    print(error)
print(f.log)
class Prop:
    @property
    def p(self): return self.missing_inside
    @property
    def q(self): raise KeyError("not attribute error")
    def __getattr__(self, name): return f"getattr({name})"
print(Prop().p)
try:
    Prop().q
except KeyError as error:
    print(error)
class PropNoHook:
    @property
    def p(self): return self.missing_inside
try:
    PropNoHook().p
except AttributeError as error:
    print(error)
class D:
    def __dir__(self): return ["b", "a", "b"]
print(dir(D()), D().__dir__())
for bad in (5, [1, "a"], None):
    try:
        print(dir(type("X", (), {"__dir__": lambda self: bad})()))
    except TypeError as error:
        print(error)
class Meta(type):
    def __getattr__(cls, name): return f"meta {name}"
    def __setattr__(cls, name, value): print("meta set", name); super().__setattr__(name, value)
class K(metaclass=Meta): here = 1
K.new = 2
print(K.here, K.unknown, K.new, hasattr(K(), "unknown"))
class Ignored: pass
i = Ignored()
i.__len__ = lambda: 5
i.__getattr__ = lambda name: "never"
try:
    len(i)
except TypeError as error:
    print(error)
try:
    i.nothing
except AttributeError as error:
    print(error)
Ignored.__getattr__ = lambda self, name: f"added later {name}"
print(i.nothing)
del Ignored.__getattr__
print(hasattr(i, "nothing"), getattr(i, "nothing", 0), i.__dict__.keys())
class Recursion:
    def __getattr__(self, name): return self.other
try:
    Recursion().x
except RecursionError as error:
    print(type(error).__name__)
