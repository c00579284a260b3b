"""Sorting what is in order already, backwards, or has equal keys; bytes, and lists whose parts are replaced."""

import random

random.seed(3)


class Word(str):
    pass


def several(make):
    for n in 0, 1, 2, 3, 7, 40:
        values = [make(random.randrange(n + 1)) for _ in range(n)]
        yield values
        yield sorted(values)
        yield sorted(values, reverse=True)
        yield sorted(set(values))
        yield sorted(set(values), reverse=True)
        yield [make(3)] * n


total = 0
for make in (int, float, str, lambda i: str(i).encode(), lambda i: (i, str(i)), lambda i: (float(i),), lambda i: i % 2 == 0,
             lambda i: "x" * i, lambda i: b"same prefix" + bytes([i]), lambda i: float(-i) * 0.0, Word, lambda i: (b"a", i)):
    for values in several(make):
        for reverse in False, True:
            pairs = list(enumerate(values))
            by_key = sorted(pairs, key=lambda pair: pair[1], reverse=reverse)
            plain = sorted(values, reverse=reverse)
            again = list(values)
            again.sort(reverse=reverse)
            assert [value for _, value in by_key] == plain == again
            assert [id(v) for v in plain] == [id(values[at]) for at, _ in by_key]
            for (i, a), (j, b) in zip(by_key, by_key[1:]):
                assert (a >= b if reverse else a <= b) and (a != b or i < j)
            total += 1
print(total)
nan = float("nan")
print(sorted([2.0, nan, 1.0]), sorted([1.0, 2.0, nan]), sorted([b"b", b"a", b""]), sorted([b"b", b"b\0", b"b\0\0"]))
try:
    sorted([b"a", "b", b"c"])
except TypeError as error:
    print(error)
numbers = list(range(10))
numbers[:5] = numbers[4::-1]
print(numbers)
numbers[2:4] = "ab"
numbers[::3] = numbers[1:5]
numbers[3:3] = ()
numbers[:] = numbers
print(numbers)


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name, len(held))


held = [Noted(i) for i in range(4)]
held[1:3] = [0, 1]
print("replaced")
held[:1] = [Noted("new")]
held[:] = [1, 2, 3, 4]
print(held)
for a, b in (b"ab", b"ab"), (b"ab", b"ac"), (b"", b"a"), (b"ab", bytearray(b"ab")), (b"a", "a"), (b"a", 97):
    print(a == b, a != b, (a, 1) == (b, 1), a in [b], hash(a) == hash(bytes(a)))
words = {b"key": 1, (b"key", 2): 2}
print(words[bytes([107, 101, 121])], words[bytes([107, 101, 121]), 2], b"no" in words)


class Bytes(bytes):
    def __eq__(self, other):
        return "eq"

    def __hash__(self):
        return 5


class Tuple(tuple):
    pass


class Hashed(Tuple):
    def __hash__(self):
        return 7


print(b"a" == Bytes(b"b"), Bytes(b"b") == b"a", hash(Bytes(b"a")), b"a" < Bytes(b"b"))
print(hash(Tuple((1, 2))) == hash((1, 2)), hash(Hashed((1, 2))), {(1, 2): 3}[Tuple((1, 2))], hash(Word("a")) == hash("a"))
print(hash(frozenset([1])) == hash(frozenset({1})), hash(2**70) == hash(2**70 + 0), hash(Tuple([Tuple([])])) == hash(((),)))
Tuple.__hash__ = lambda self: 11
print(hash(Tuple((1, 2))))
Tuple.__hash__ = None
for value in Tuple(), (Tuple(),), Hashed(([],)), Tuple([[]]), ([],):
    try:
        print(hash(value))
    except TypeError as error:
        print(error)
