"""Members stand in the class's namespace under their names until the class has been made."""

import enum


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class Told:
    def __init__(self, tag):
        self.tag = tag

    def __set_name__(self, owner, name):
        print(self.tag, name, list(owner.__members__))


def with_slots():
    class E(enum.Enum):
        __slots__ = ("a", "b")
        b = 1


def with_deleted():
    class E(enum.Enum):
        a = b = 1
        del a


def between():
    class E(enum.Enum):
        x = 1
        told = enum.nonmember(Told("first"))
        y = 2
        again = enum.nonmember(Told("second"))
    return [name for name in E.__dict__ if not name.startswith("_")]


for f in with_slots, with_deleted, between:
    print(attempt(f))


class Empty(enum.Enum):
    pass


class Bits(enum.Flag):
    a = 1
    b = 2


class Found(enum.Enum):
    a = [1]
    b = 5
    c = 5
    d = [1]

    @classmethod
    def _missing_(cls, value):
        print("asked for", value)
        return cls.a


print([value in Empty for value in (5, [], Empty, None)])
print([value in Bits for value in (1, 3, 4, "x", Bits.a | Bits.b)])
print([value in Found for value in ([1], 7, 5, [2], Found.b)])
print([name for name in Found.__dict__ if name not in ("__firstlineno__", "__static_attributes__")])
