"""Attribute access on classes: metaclass data descriptor, MRO (with binding), metaclass the rest."""
class D:
    def __init__(self, tag): self.tag = tag
    def __get__(self, obj, owner): return f"{self.tag}: obj={getattr(obj, '__name__', type(obj).__name__)} owner={owner.__name__}"
class DD(D):
    def __set__(self, obj, value): print(f"{self.tag} set on {obj.__name__}: {value}")
    def __delete__(self, obj): print(f"{self.tag} deleted on {obj.__name__}")
class Meta(type):
    a = DD("meta data a")
    b = D("meta non-data b")
    c = D("meta non-data c")
    d = "meta plain d"
    e = "meta plain e"
    def m(cls): return f"meta method on {cls.__name__}"
    @property
    def p(cls): return f"meta property on {cls.__name__}"
    @classmethod
    def k(mcls): return f"meta classmethod {mcls.__name__}"
class Base(metaclass=Meta):
    a = D("class a")
    b = D("class b")
    d = D("class d")
    m2 = lambda self: "function"
    @classmethod
    def k2(cls): return cls.__name__
    @staticmethod
    def s(): return "static"
class C(Base):
    b2 = D("class b2")
c = C()
for name in "a b b2 c d e p m2".split():
    for holder in (C, c):
        try:
            value = getattr(holder, name)
            print(name, "on", "C" if holder is C else "c", "->", value if isinstance(value, str) else type(value).__name__)
        except AttributeError as error:
            print(name, "on", "C" if holder is C else "c", "->", error)
print(C.m(), C.k(), C.k2(), C.s(), type(C.m).__name__, C.m.__self__ is C, hasattr(c, "m"))
C.a = 1
del C.a
C.c = "stored in C"
print(C.c, c.c, "c" in vars(C), "c" in vars(Base))
del C.c
print(C.c)
for act in ("C.p = 1", "del C.p", "del C.c", "del C.d", "C.nothing", "del C.nothing", "Base.m2()", "C.__nothing__"):
    try:
        exec(act)
        print(act, "fine")
    except (AttributeError, TypeError) as error:
        print(act, "->", type(error).__name__, error)
print(C.__name__, C.__class__ is Meta, type.__getattribute__(C, "d"), object.__getattribute__(C, "__name__"), C.__dict__.get("b"), super(Meta, Meta).__getattribute__(C, "e"))
try:
    object.__getattribute__(C, "b2")
except AttributeError as error:
    print(error)
try:
    type.__getattribute__(c, "b2")
except TypeError as error:
    print(error)
try:
    object.__setattr__(C, "x", 1)
except TypeError as error:
    print(error)
try:
    type.__setattr__(c, "x", 1)
except TypeError as error:
    print(error)
class Trace(type):
    def __getattribute__(cls, name):
        if not name.startswith("__"): print("meta getattribute", name)
        return super().__getattribute__(name)
class T(metaclass=Trace):
    x = 1
    def f(self): return self.x
print(T.x, T().f(), T().x, T.f is not None)
