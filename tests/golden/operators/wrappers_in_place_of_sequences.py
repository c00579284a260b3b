# The slot wrapper of a class that is no base, in place of a built-in sequence's + or *: CPython then has neither, as
# such an operator is kept in two places and the wrapper fits none. Elsewhere it is called, and refuses.
from array import array
from collections import deque


def attempt(operation):
    try:
        return repr(operation())[:14]
    except TypeError as error:
        return error


def shown(base, namespace, start):
    cls = type("C", (base,), namespace)

    def added():
        value = cls(*start)
        value += [1]
        return value

    def multiplied():
        value = cls(*start)
        value *= 2
        return value

    for operation in (
        lambda: cls(*start) + 3,
        lambda: 3 + cls(*start),
        lambda: cls(*start) + cls(*start),
        lambda: cls(*start) * 3,
        lambda: 3 * cls(*start),
        added,
        multiplied,
    ):
        print("   ", attempt(operation))


BASES = [
    (list, int, ["ab"]), (tuple, list, ["ab"]), (str, int, ["ab"]), (bytes, float, [b"ab"]), (bytearray, list, [b"ab"]),
    (deque, int, ["ab"]), (array, int, ["b", b"ab"]), (list, list, ["ab"]), (dict, int, []), (int, list, [3]), (object, int, []),
]
NAMES = ["__add__"], ["__radd__"], ["__mul__"], ["__rmul__"], ["__iadd__"], ["__imul__"], ["__mul__", "__rmul__"], ["__add__", "__iadd__"]

for base, other, start in BASES:
    for names in NAMES:
        namespace = {name: getattr(other, name) for name in names if hasattr(other, name)}
        print(base.__name__, other.__name__, list(namespace))
        shown(base, namespace, start)
    written = {"__add__": other.__add__, "__radd__": lambda self, value: "written", "__mul__": lambda self, value: "written"}
    print(base.__name__, "beside what is written")
    shown(base, written, start)
    print(base.__name__, "under another name")
    shown(base, {"__add__": other.__mul__, "__mul__": other.__add__}, start)


class Written(list):
    def __add__(self, other):
        return "written"


class Late(Written):
    __add__ = int.__add__


class Reflected:
    def __radd__(self, other):
        return "reflected"


class Again(list):
    __add__ = list.__add__


for operation in (lambda: Late() + 1, lambda: Late() + Reflected(), lambda: Again() + Reflected(), lambda: Again() + [1]):
    print(attempt(operation))
