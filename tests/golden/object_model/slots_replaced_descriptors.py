"""Slots whose descriptors are replaced, deleted, moved and shared."""


class C:
    __slots__ = ("a", "b")


class Other:
    __slots__ = ("a", "b")


class Sub(C):
    __slots__ = ()


class Shadow(C):
    __slots__ = ("a",)


def read(o):
    return o.a


c = C()
c.a, c.b = 1, 2
slot = C.a
print([read(c) for _ in range(3)])
C.a = property(lambda self: ("property", slot.__get__(self)))
print([read(c) for _ in range(3)], slot.__get__(c))
del C.a
try:
    read(c)
except AttributeError as e:
    print(e)
print(slot.__get__(c), slot.__objclass__.__name__, slot.__name__)
C.renamed = slot
c.renamed = 10
print(c.renamed, slot.__get__(c))
C.a, C.b = C.b, slot
print(c.a, c.b)
Other.a = C.b
o = Other()
for action in [lambda: o.a, lambda: setattr(o, "a", 1), lambda: C.b.__get__(o), lambda: C.b.__get__(5), lambda: C.b.__set__(o, 1),
               lambda: C.b.__delete__(o), lambda: C.b.__get__(None, C) is C.b]:
    try:
        print(action())
    except TypeError as e:
        print(e)
s = Sub()
C.b.__set__(s, "in sub")
print(s.b, C.b.__get__(s))
C.b.__delete__(s)
try:
    s.b
except AttributeError as e:
    print(e)
h = Shadow()
h.a = "shadow"
C.a.__set__(h, "base")
print(h.a, C.a.__get__(h), Shadow.a.__get__(h), Shadow.a is C.a)
print(repr(Shadow.a), repr(C.b), type(slot).__name__)
for name in ("__name__", "__objclass__", "__doc__", "__qualname__", "__get__"):
    try:
        setattr(slot, name, 5)
    except (AttributeError, TypeError) as e:
        print(name, e)
