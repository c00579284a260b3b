"""super(T, obj), super(T, T2) and super(T)."""
import re
class A:
    x = "A.x"
    def m(self): return "A.m", type(self).__name__
    @classmethod
    def k(cls): return cls.__name__
class B(A):
    x = "B.x"
    def m(self): return "B.m"
class C(B): pass
c = C()
print(super(C, c).m(), super(B, c).m(), super(B, C).m(c), super(B, C).k(), super(A, c).__repr__()[:8])
u = super(B)
print(re.sub("0x.*>", "0x>", repr(u)), repr(super(B, C)), u.__self__, u.__self_class__, u.__thisclass__.__name__)
print(u.__get__(c).m(), u.__get__(None, C) is u, u.__get__(c, C).x)
class D(B): pass
D.sup = super(D)
print(D().sup.m(), D.sup.__self__)
print(super(B, c).__class__.__name__, super(B, c).__doc__ == super.__doc__)
