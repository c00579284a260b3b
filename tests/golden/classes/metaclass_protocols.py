"""Metaclasses that change calls, containment, iteration, instance checks, attributes and reprs."""
class Meta(type):
    registry = {}
    def __new__(m, name, bases, ns, **kw):
        cls = super().__new__(m, name, bases, ns)
        m.registry[name] = cls
        return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __iter__(cls): return iter(sorted(k for k in vars(cls) if not k.startswith("_")))
    def __len__(cls): return len(list(iter(cls)))
    def __contains__(cls, item): return item in list(iter(cls))
    def __getitem__(cls, key): return vars(cls)[key]
    def __setitem__(cls, key, value): setattr(cls, key, value)
    def __repr__(cls): return f"<meta {cls.__name__}>"
    def __str__(cls): return f"str {cls.__name__}"
    def __eq__(cls, other): return cls.__name__ == getattr(other, "__name__", other)
    def __hash__(cls): return hash(cls.__name__)
    def __bool__(cls): return False
    def __lt__(cls, other): return cls.__name__ < other.__name__
    def __instancecheck__(cls, obj): return hasattr(obj, "duck")
    def __subclasscheck__(cls, sub): return "Duck" in getattr(sub, "__name__", "")
    @property
    def prop(cls): return f"prop of {cls.__name__}"
    def method(cls): return f"method of {cls.__name__}"
    attr = "meta attr"
class Color(metaclass=Meta):
    red = 1
    blue = 2
class Duck(metaclass=Meta):
    duck = True
print(list(Color), len(Color), "red" in Color, "x" in Color, Color["red"], Color, str(Color), [Color], bool(Color), Color == "Color", Color != Duck, Color < Duck, sorted([Duck, Color]))
Color["green"] = 3
print(Color.green, Color.prop, Color.method(), Color.attr, Meta.registry["Duck"] is Duck, {Color: 1}[Color])
print(isinstance(Duck(), Color), isinstance(5, Color), isinstance(Color(), Color), issubclass(Duck, Color), issubclass(int, Color), issubclass(5, Color))
for act in ("Color().prop", "Color().method()", "Color().attr", "Color.prop = 1", "Color()['red']", "len(Color())", "Color.nothing"):
    try:
        print(eval(act) if "=" not in act else exec(act))
    except (AttributeError, TypeError) as error:
        print(act, "->", type(error).__name__, error)
class Singleton(type):
    _instances = {}
    def __call__(cls, *a, **k):
        if cls not in cls._instances: cls._instances[cls] = super().__call__(*a, **k)
        return cls._instances[cls]
class Config(metaclass=Singleton):
    def __init__(self, v=0): self.v = v
print(Config(1) is Config(2), Config().v)
class Multi(type):
    class Namespace(dict):
        def __setitem__(self, key, value):
            if key in self and callable(value): key = f"{key}_{sum(k.startswith(key) for k in self)}"
            super().__setitem__(key, value)
    @classmethod
    def __prepare__(m, name, bases): return m.Namespace()
    def __new__(m, name, bases, ns): return super().__new__(m, name, bases, dict(ns))
class Overloads(metaclass=Multi):
    def f(self): return "first"
    def f(self): return "second"
    def f(self): return "third"
print([n for n in vars(Overloads) if n[0] == "f"], Overloads().f(), Overloads().f_1(), Overloads().f_2())
class Counting(dict):
    def __missing__(self, key):
        if key.startswith("__"): raise KeyError(key)
        self[key] = value = len(self) - 2
        return value
class AutoEnum(type):
    @classmethod
    def __prepare__(m, name, bases): return Counting()
class Auto(metaclass=AutoEnum):
    A; B; C
print({k: v for k, v in vars(Auto).items() if len(k) == 1})
def function_meta(name, bases, ns, **kw): return (name, bases, sorted(k for k in ns if k[0] != "_"), kw)
class NotAClass(int, metaclass=function_meta, flag=1): x = 1
print(NotAClass)
