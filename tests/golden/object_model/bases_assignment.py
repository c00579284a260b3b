"""Assigning __bases__ recomputes the MRO of the class and its subclasses."""
class A:
    def m(self): return "A"
class B:
    def m(self): return "B"
class C(A): pass
class D(C): pass
d = D()
print(d.m(), [k.__name__ for k in D.__mro__])
C.__bases__ = (B,)
print(d.m(), [k.__name__ for k in D.__mro__], isinstance(d, A), isinstance(d, B))
print([k.__name__ for k in A.__subclasses__()], [k.__name__ for k in B.__subclasses__()])
C.__bases__ = (A, B)
print(d.m(), C.__base__.__name__)
C.m = lambda self: "C"
print(d.m())
del C.m
C.__bases__ = (B, A)
print(d.m())
