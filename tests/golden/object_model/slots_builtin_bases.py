"""Slots with built-in bases."""
class L(list): __slots__ = ("tag",)
class D(dict): __slots__ = ("tag",)
class I(int): __slots__ = ()
class E(Exception): __slots__ = ("tag",)
class F(float): __slots__ = ("tag",)
for cls, args in ((L, ([1],)), (D, ({"k": 1},)), (E, ("m",)), (F, (1.5,))):
    o = cls(*args)
    o.tag = "t"
    print(cls.__name__, o, o.tag, hasattr(o, "__dict__"))
print(I(5) + 1, hasattr(I(5), "__dict__"))
for base in (int, tuple, bytes, type):
    try:
        type("Bad", (base,), {"__slots__": ("tag",)})
    except TypeError as e:
        print(e)
class T(tuple): __slots__ = ()
try:
    T((1,)).x = 1
except AttributeError as e:
    print(e)
