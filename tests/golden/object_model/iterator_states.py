# What iterators say of themselves when they have come to their end, and what states they take.
import collections
import itertools
import re
import warnings

warnings.simplefilter("ignore")


def show(value):
    return re.sub("0x[0-9a-f]+", "0x", repr(value))


def told(function):
    try:
        return show(function())
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


def tell(what, function):
    print("    ", what, told(function))


def look(it):
    print("    ", told(it.__reduce__), told(it.__length_hint__) if hasattr(it, "__length_hint__") else "")


class S(str):
    pass


class L(list):
    pass


class Items:
    def __getitem__(self, i):
        return [1, 2][i]

    def __len__(self):
        return 2


# A subclass's iterator is that of any text.
for text in ("ab", S("ab"), S("aé"), "aé", "", S(""), S("x") + "", str(S("x"))):
    it = iter(text)
    print(repr(text), type(it).__name__, type(str.__iter__(text)).__name__, type(it.__reduce__()[1][0]).__name__)
    look(it)
    list(it)
    print(type(it).__name__)
    look(it)

sources = ["ab", "aé", b"ab", bytearray(b"ab"), [1, 2], L([1, 2]), (1, 2), {1: 2}, {1}, range(3), Items(), collections.deque([1, 2])]
for source in sources:
    for make in iter, reversed:
        try:
            it = make(source)
        except TypeError as e:
            print(e)
            continue
        print(type(it).__name__)
        for _ in range(4):
            look(it)
            tell("next", lambda: next(it, "end"))
        if not hasattr(it, "__setstate__"):
            continue
        for state in 1, -1, 100, True:
            for it in make(source), it:
                print("    ", state, told(lambda: it.__setstate__(state)), told(it.__reduce__), told(it.__length_hint__), next(it, "end"))
        for state in "x", None, 1.5, 10**40:
            tell("state", lambda: it.__setstate__(state))

# Some of itertools' let go of an iterator that has come to its end, others keep it.
makers = [
    lambda it: itertools.chain(it), lambda it: itertools.cycle(it), lambda it: itertools.accumulate(it), lambda it: itertools.compress(it, [1]),
    lambda it: itertools.compress([1, 2], it), lambda it: itertools.dropwhile(bool, it), lambda it: itertools.takewhile(lambda n: 1, it),
    lambda it: itertools.filterfalse(None, it), lambda it: itertools.starmap(str, it), lambda it: itertools.islice(it, None),
    lambda it: itertools.groupby(it), lambda it: itertools.zip_longest(it, [1]), lambda it: enumerate(it), lambda it: zip(it), lambda it: map(str, it),
    lambda it: filter(None, it),
]


class Again:
    """Comes to its end after one value, again and again."""

    def __init__(self):
        self.turn = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.turn += 1
        if self.turn % 2 == 0:
            raise StopIteration
        return ()


for make in makers:
    it = make([])
    print(type(it).__name__)
    look(it)
    tell("next", lambda: next(it, "end"))
    look(it)
    it = make(Again())
    print("    ", [next(it, "end") for _ in range(6) if not isinstance(it, itertools.groupby)])

it = itertools.accumulate([1, 2])
it.__setstate__(None)
look(it)
