"""A slotted instance takes less memory than one with a __dict__."""
import sys


class Plain:
    def __init__(self):
        self.a = 1
        self.b = 2


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1
        self.b = 2


class Both:
    __slots__ = ("a", "b", "__dict__")

    def __init__(self):
        self.a = 1
        self.b = 2


plain, slotted, both = Plain(), Slotted(), Both()
print(sys.getsizeof(slotted) < sys.getsizeof(plain) + sys.getsizeof(plain.__dict__))
print(sys.getsizeof(slotted) <= sys.getsizeof(both), slotted.__sizeof__() > 0)
print(Slotted.__basicsize__ - object.__basicsize__, type("Three", (Slotted,), {"__slots__": ("c",)}).__basicsize__ - Slotted.__basicsize__)
print(Slotted.__dictoffset__, Slotted.__weakrefoffset__, Plain.__dictoffset__ != 0, Plain.__weakrefoffset__ != 0)
print(type("Weak", (), {"__slots__": ("__weakref__",)}).__weakrefoffset__ != 0)
for n in (0, 1, 5, 50):
    cls = type("Many", (), {"__slots__": tuple(f"s{i}" for i in range(n))})
    print(n, cls.__basicsize__ - object.__basicsize__ == 8 * n, len([k for k in cls.__dict__ if k.startswith("s")]))
    o = cls()
    for i in range(n):
        setattr(o, f"s{i}", i)
    print(sum(getattr(o, f"s{i}") for i in range(n)))
