"""Cooperative __init__, super in class methods, static methods, properties, mixins and metaclasses."""
class Base:
    def __init__(self, **kw):
        print("Base", kw)
        self.rest = kw
class Left(Base):
    def __init__(self, left, **kw): print("Left", left); super().__init__(**kw); self.left = left
class Right(Base):
    def __init__(self, right, **kw): print("Right", right); super().__init__(**kw); self.right = right
class Both(Left, Right):
    def __init__(self, **kw): print("Both"); super().__init__(**kw)
b = Both(left=1, right=2, extra=3)
print(vars(b))
class Mixin:
    def save(self): return ["mixin"] + super().save()
    @property
    def p(self): return super().p + 1
    @p.setter
    def p(self, v): super(Mixin, type(self)).p.fset(self, v * 2)
    def __getitem__(self, i): return ("mixin", super().__getitem__(i))
    def __eq__(self, other): return "mixin eq" if super().__eq__(other) is NotImplemented else super().__eq__(other)
    def __repr__(self): return f"Mixin({super().__repr__()})"
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw); cls.seen = True
class Store(list):
    _p = 0
    def save(self): return ["store"]
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v
class Mixed(Mixin, Store): pass
m = Mixed([1, 2])
m.p = 5
print(m.save(), m.p, m[0], m[-1], m == [1, 2], m == 3, m, Mixed.seen, len(m))
class Meta(type):
    def create(cls): return f"Meta.create({cls.__name__})"
    def __repr__(cls): return f"<{super().__repr__()}>"
class SubMeta(Meta):
    def create(cls): return "Sub+" + super().create()
class K(metaclass=SubMeta): pass
print(K.create(), K)
class A:
    def __new__(cls, *args): print("A.new", cls.__name__, args); return super().__new__(cls)
    @classmethod
    def build(cls, *a): return cls(*a)
class B(A):
    def __new__(cls, *args): print("B.new"); return super().__new__(cls, *args, "more")
    def __init__(self, *args): print("B.init", args)
    @classmethod
    def build(cls, *a): print("B.build"); return super().build(*a, 2)
    @staticmethod
    def st(): return super(B, B).build
B.build(1)
print(B.st().__self__.__name__)
class Skip(A):
    def __new__(cls): return "not an instance"
    def __init__(self): print("never")
print(Skip())
def explicit(cls):
    class Sub(cls):
        def save(self): return ["sub"] + super().save()
    return Sub
print(explicit(Mixed)().save(), explicit(explicit(Store))().save())
s = super(Mixed, m)
print(s.save(), s.__thisclass__.__name__, hasattr(s, "save"), hasattr(s, "nothing"), s.__class__.__name__ if s.__class__ is super else "super class attr", type(s).__name__)
try:
    s[0]
except TypeError as error:
    print(error)
