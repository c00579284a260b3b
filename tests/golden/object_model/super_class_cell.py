"""The __class__ cell: its own name, rebinding, and classes made from functions."""
class A:
    def which(self): return __class__.__name__
    def same(self): return __class__ is type(self)
class B(A): pass
print(A().which(), B().which(), B().same())
print(A.which.__code__.co_freevars, [c.cell_contents.__name__ for c in A.which.__closure__])
class C:
    def m(self): return super().__init__.__name__
moved = C.m
class D: m = moved
try:
    D().m()
except TypeError as e:
    print(e)
def f(self): return __class__
try:
    f(1)
except NameError as e:
    print(e)
class Meta(type):
    def __new__(meta, name, bases, ns):
        print(sorted(k for k in ns if "cell" in k))
        return super().__new__(meta, name, bases, ns)
class E(metaclass=Meta):
    def m(self): return __class__
print(E().m() is E)
class Drops(type):
    def __new__(meta, name, bases, ns):
        ns.pop("__classcell__", None)
        return super().__new__(meta, name, bases, ns)
try:
    class F(metaclass=Drops):
        def m(self): return __class__
except RuntimeError as e:
    print(e)
