# What takes an index or bytes says so whatever __index__ raises; and other looks at odd arguments.
import array
import collections
import enum
import functools
import re
import weakref


class TypeFails:
    def __index__(self):
        raise TypeError("index")


class ValueFails:
    def __index__(self):
        raise ValueError("index")


class NoInt:
    def __index__(self):
        return "x"


def told(function, *args):
    try:
        return function(*args)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


def change(value):
    target = bytearray(b"abc")
    target[0:1] = value
    return target


for o in TypeFails(), ValueFails(), NoInt(), 5, "ab", "a", b"a", b"ab", 1.5, 1j, 300, -1, 2**70, None, True, collections.UserString("1"), [], {}:
    shown = type(o).__name__
    print(shown, told("%c".__mod__, (o,)), told(b"%c".__mod__, (o,)), told(lambda: o in b"abc"), told(lambda: o in bytearray(b"abc")))
    print(shown, told(change, o) if not isinstance(o, list) else "", told(b"abc".find, o), told(re.sub, "b", o, "abc"))

for function in [1].pop, bytearray(b"a").pop, collections.deque([1]).rotate, array.array("i", [1]).pop:
    print(function.__name__, told(function, 2**70), told(function, -2**70), told(function, "x"))
for function in [1].insert, bytearray(b"a").insert, collections.deque([1]).insert, array.array("i", [1]).insert:
    print(function.__name__, told(function, 2**70, 1), told(function, "x", 1))


class Says:
    __class__ = int

    def __lt__(self, other):
        print("less than", other)
        return False


print(type(told(functools.lru_cache, Says())).__name__)


class Unhashable:
    __hash__ = None

    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Unhashable) and self.n == other.n or other == self.n


E = enum.Enum("E", {"A": Unhashable(1), "B": 5})
print(told(E, Unhashable(1)) is E.A, told(lambda: E(5)), re.sub(" at 0x[0-9a-f]+", "", str(told(E, Unhashable(5)))))
print(list(vars(weakref.WeakSet())))
print(told(type, "X", (type(functools.lru_cache(len)),), {}))
