"""Slots against class variables and against each other's layouts."""
for body in ({"__slots__": ("a",), "a": 1}, {"__slots__": ("__init__",), "__init__": 1}):
    try:
        type("C", (), body)
    except ValueError as e:
        print(e)
class A: __slots__ = ("a",)
class B: __slots__ = ("b",)
class E: __slots__ = ()
try:
    class AB(A, B): pass
except TypeError as e:
    print(e)
class AE(A, E): pass
class EA(E, A): __slots__ = ()
print(AE.__base__.__name__, EA.__base__.__name__, [c.__name__ for c in EA.__mro__])
class Sub(A): __slots__ = ("c",)
class Mixed(A, Sub.__base__ if False else object): pass
class Order(Sub, A): pass
print(Order.__base__.__name__)
