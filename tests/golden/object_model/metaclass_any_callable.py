"""Any callable can stand for a metaclass."""
def make(name, bases, ns, **kw):
    print(name, bases, sorted(k for k in ns if k[0] != "_"), kw)
    return type(name, bases, {"by": "make"})
class A(metaclass=make, extra=1):
    x = 1
print(A.by, type(A).__name__)
class B(metaclass=lambda *a, **k: 42): pass
print(B)
class Caller:
    def __call__(self, name, bases, ns): return name, len(bases)
    def __prepare__(self, name, bases): print("prepared", name); return {}
class C(metaclass=Caller()): pass
print(C)
try:
    class D(metaclass=5): pass
except TypeError as e:
    print(e)
