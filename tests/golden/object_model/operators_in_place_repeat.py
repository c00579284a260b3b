"""`a *= b` repeats a sequence b only where a has no part of a sequence's protocol."""
import collections


class Plain:
    pass


class Index:
    def __index__(self):
        return 2


class Number:
    def __mul__(self, other):
        return ("mul", other)


class Declines:
    def __mul__(self, other):
        return NotImplemented


class InPlace:
    def __imul__(self, other):
        return ("imul", other)


class DeclinesInPlace:
    __imul__ = lambda self, other: NotImplemented
    __mul__ = lambda self, other: ("mul", other)


class Ints(int):
    pass


class Lists(list):
    pass


class Reflected(list):
    def __rmul__(self, other):
        return ("rmul", type(other).__name__)


def product(a, b):
    return a * b


def in_place(a, b):
    a *= b
    return a


for a in [Plain(), Index(), Number(), Declines(), InPlace(), DeclinesInPlace(), 2, True, 2.0, None, Ints(2), {}, {1}, range(2), len,
          memoryview(b"a"), iter([]), Plain, [3], Lists([3]), collections.deque([1])]:
    for b in [[1], "s", (1,), b"b", Lists([1]), Reflected([1]), 2]:
        for f in (product, in_place):
            try:
                result = f(a, b)
            except TypeError as e:
                result = e
            print(type(a).__name__, type(b).__name__, f.__name__, result)
