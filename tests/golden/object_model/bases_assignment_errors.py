"""What can't become the bases of a class."""
class A: pass
class B: pass
class C(A): pass
class D(C): pass
class S: __slots__ = ("s",)
def attempt(bases):
    try:
        C.__bases__ = bases
        print("fine", [k.__name__ for k in C.__mro__])
    except TypeError as e:
        print(e)
for bases in ((), [B], B, (5,), (D,), (C,), (B, B), (int,), (S,), (bool,), (object, B), (A, object), (B,)):
    attempt(bases)
try:
    del C.__bases__
except TypeError as e:
    print(e)
try:
    int.__bases__ = (object,)
except TypeError as e:
    print(e)
class Direct: pass
try:
    Direct.__bases__ = (A,)
    print([k.__name__ for k in Direct.__mro__])
except TypeError as e:
    print(e)
