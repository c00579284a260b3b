"""A class that once had a `__new__` in Python goes on asking for it by name, and which `__new__` is safe."""

import functools
import weakref


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class Plain:
    def __init__(self, *args):
        self.args = args


class Below(Plain):
    pass


print(Plain(1).args, Below(2).args)
Plain.__new__ = lambda cls, *args: object.__new__(cls)
print(Plain(1).args, Below(2).args)
del Plain.__new__
print(attempt(Plain, 1), attempt(Below, 2), attempt(Plain).args)


class After(Plain):
    pass


print(attempt(After, 1), attempt(After).args)
Plain.__new__ = object.__new__
print(attempt(Plain, 1), attempt(After, 1))


class Apart(Plain):
    __new__ = object.__new__


print(attempt(Apart, 1))


class Key(KeyError, OSError):
    def __new__(cls, *args):
        return LookupError.__new__(cls)


print(attempt(Key))
print(attempt(BaseException.__new__, Key), attempt(OSError.__new__, Key, 1))
print(type(attempt(BaseException.__new__, KeyError)).__name__, type(attempt(LookupError.__new__, ValueError)).__name__)
for base in LookupError, KeyError, OSError, ImportError, int, object, type, weakref.ref, functools.partial, ExceptionGroup:
    for other in int, Key, KeyError, bool, type, OSError, ConnectionError, type("Sub", (ExceptionGroup,), {}), 5:
        found = attempt(base.__new__, other)
        if type(found) is str:
            print(found)


class Only(type):
    mro = lambda cls: [cls, object]


class Group(ExceptionGroup, metaclass=Only):
    pass


class Reference(weakref.ref, metaclass=Only):
    pass


class Number(int, metaclass=Only):
    pass


class Items(list, metaclass=Only):
    pass


print(attempt(Group), attempt(Group, "text"), attempt(Reference), attempt(Reference, 5))
print(type(attempt(Number, 5)).__name__, type(attempt(Items, "ab")).__name__, attempt(Number, 1, 2, 3))


class Nothing(type):
    mro = lambda cls: [cls]


class Bare(metaclass=Nothing):
    pass


print(attempt(Bare))
Bare.__new__ = lambda cls: "made"
print(attempt(Bare))
