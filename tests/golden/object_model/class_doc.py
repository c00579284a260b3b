"""Where __doc__ comes from."""
class A: "doc of A"
class B(A): pass
class C:
    __doc__ = property(lambda self: "computed")
class D: __slots__ = ("__doc__",)
print(A.__doc__, B.__doc__, A().__doc__, B().__doc__)
print(type(C.__doc__).__name__, C().__doc__)
d = D()
d.__doc__ = "slot"
print(d.__doc__, type(D.__doc__).__name__)
def f(): "doc of f"
print(f.__doc__)
f.__doc__ = 5
print(f.__doc__)
del f.__doc__
print(f.__doc__)
A().__class__.__doc__ = "changed"
print(A.__doc__)
class E(A): __doc__ = None
print(E.__doc__)
