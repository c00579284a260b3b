"""A program may have its own super, and a subclass of super."""
class MySuper(super):
    def __getattribute__(self, name):
        if name.startswith("__"): return super().__getattribute__(name)
        return f"mine:{name}"
class A:
    def m(self): return "A.m"
class B(A):
    def m(self): return MySuper(B, self).m
print(B().m())
class C(A):
    def m(self):
        return super(C, self).m()
    def n(self):
        super = lambda *a: "not super"
        return super()
print(C().m(), C().n())
def fake(*args): return type("X", (), {"m": lambda self: "faked"})()
super_builtin, builtins_super = super, fake
globals()["super"] = fake
class D(A):
    def m(self): return super().m()
print(D().m())
del globals()["super"]
print(type(super).__name__)
