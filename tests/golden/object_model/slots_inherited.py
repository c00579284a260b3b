"""Slots add up along the bases; a class without __slots__ brings a __dict__."""
class A: __slots__ = ("a",)
class B(A): __slots__ = ("b",)
class C(B): pass
b, c = B(), C()
b.a, b.b = 1, 2
c.a, c.b, c.c = 1, 2, 3
print(b.a, b.b, vars(c), hasattr(b, "__dict__"))
class Again(A): __slots__ = ("a",)
x = Again()
x.a = "new"
try:
    A.a.__get__(x)
except AttributeError as e:
    print(e)
A.a.__set__(x, "old")
print(x.a, A.a.__get__(x))
class Plain: pass
class Late(Plain): __slots__ = ("s",)
l = Late()
l.s, l.d = 1, 2
print(vars(l), l.s)
