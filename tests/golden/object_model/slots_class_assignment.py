"""__class__ between classes with the same and with other slots."""
class A: __slots__ = ("a", "b")
class B: __slots__ = ("b", "a")
class C: __slots__ = ("a", "c")
class D(A): __slots__ = ()
class E(A): pass
a = A()
a.a = 1
a.__class__ = B
print(type(a).__name__, a.a)
a.__class__ = D if False else A
for cls in (C, D, E):
    try:
        a.__class__ = cls
        print("now", type(a).__name__, a.a)
    except TypeError as e:
        print(e)
