"""Containers that the comparison of their elements changes, and how often elements are asked."""

import array
import collections
import heapq
import itertools


class Element:
    """Its special methods change a container, from the use after `quiet` on."""

    container = change = None
    quiet = uses = 0
    answer = True

    def __init__(self, value):
        self.value = value

    def act(self):
        Element.uses += 1
        if Element.change and Element.quiet < Element.uses < 30:
            Element.change(Element.container)

    def __eq__(self, other):
        self.act()
        return Element.answer

    def __lt__(self, other):
        self.act()
        return Element.answer

    def __gt__(self, other):
        self.act()
        return not Element.answer

    def __hash__(self):
        return 1

    def __index__(self):
        self.act()
        return self.value

    def __bool__(self):
        self.act()
        return Element.answer


CHANGES = {
    "clear": lambda c: c.clear(),
    "append": lambda c: c.append(1),
    "add": lambda c: c.add(77),
    "pop": lambda c: c and c.pop(),
    "reverse": lambda c: c.reverse(),
    "rotate": lambda c: c.rotate(1),
    "first": lambda c: c.__delitem__(0),
    "replace": lambda c: c.__setitem__(slice(None), [5]),
}


def deque_of(*values):
    return collections.deque([Element(v) if v % 2 else v for v in values])


def list_of(*values):
    return [Element(v) if v % 2 else v for v in values]


USES = [
    (deque_of, "clear append pop rotate first", {
        "==": lambda c: c == deque_of(1, 2, 3, 4),
        "<": lambda c: c < deque_of(1, 2, 3, 5),
        "item": lambda c: c[Element(1)],
        "set item": lambda c: c.__setitem__(Element(1), 0),
        "in": lambda c: 9 in c,
        "index": lambda c: c.index(9),
        "count": lambda c: c.count(9),
        "remove": lambda c: c.remove(9),
        "iterated": lambda c: [bool(x) for x in c],
        "reversed": lambda c: [bool(x) for x in reversed(c)],
    }),
    (list_of, "clear append pop reverse first replace", {
        "<": lambda c: c < list_of(1, 2, 3, 5),
        "heapify": heapq.heapify,
        "heappop": heapq.heappop,
        "array": lambda c: array.array("i", c),
        "groupby": lambda c: [(bool(k), len(list(g))) for k, g in itertools.groupby(c)],
    }),
    (lambda *values: {1, 2, 30, 40}, "clear add pop", {
        "add": lambda c: c.add(Element(1)),
        "update": lambda c: c.update([Element(1), Element(2)]),
        "in": lambda c: Element(1) in c,
        "discard": lambda c: c.discard(Element(1)),
    }),
]


def shown(value):
    if isinstance(value, Element):
        return f"E{value.value}"
    if isinstance(value, (list, tuple, collections.deque)):
        return [shown(v) for v in value]
    if isinstance(value, set):
        return len(value)
    return value


for make, changes, uses in USES:
    for name, use in uses.items():
        for change in changes.split():
            for quiet in range(3):
                for answer in True, False:
                    container = Element.container = make(1, 2, 3, 4)
                    Element.uses, Element.quiet, Element.answer = 0, quiet, answer
                    Element.change = CHANGES[change]
                    try:
                        result = shown(use(container))
                    except Exception as error:
                        result = f"{type(error).__name__}: {error}"
                    count, Element.change = Element.uses, None
                    print(name, change, quiet, answer, result, count, shown(container))


class Number:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        print("index", self.value, end=" ")
        return self.value


N = Number
d = collections.deque([1, 2, 3])
print(d[N(1)], d.__getitem__(N(1)))
d[N(1)] = 4
del d[N(0)]
print(d)
for index in 2**70, "x", None:
    for use in d.__getitem__, lambda i: d[i], lambda i: d.__delitem__(i):
        try:
            use(N(index) if isinstance(index, int) else index)
        except Exception as error:
            print(type(error).__name__, error)

b = bytearray(b"abcdef")
for value in b"zz", bytearray(b"zz"), b, [1, 2], (N(1), N(2)), memoryview(b"zz"), "x", 5:
    target = b if value is b else bytearray(b"abcdef")
    for key in slice(N(0), N(2)), slice(N(0), N(4), N(2)):
        try:
            target[key] = value
            print(target)
        except Exception as error:
            print(type(error).__name__, error)

a = array.array("i", [1, 2, 3])
a[N(0):N(1)] = a
print(a)
a[N(0):N(1)] = array.array("i", [7])
print(a)
a.insert(N(0), N(5))
print(a)
for code in "bBhHiIlLqQ":
    a = array.array(code, [N(1)])
    a.append(N(2))
    a[0] = N(3)
    a.extend([N(4)])
    a.fromlist([N(5)])
    print(a, array.array(code, (N(i) for i in (6, 7))))


class Counted:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print("eq", self.value, other.value)
        return self.value // 10 == other.value // 10


def values(*numbers):
    for number in numbers:
        print("give", number)
        yield Counted(number)
    print("over")


groups = itertools.groupby(values(1, 2, 13, 14))
for key, group in groups:
    print(key.value, next(group).value)
print(next(groups, None))
for key, group in itertools.groupby(values(1, 2, 13, 14)):
    print(key.value, [x.value for x in group])
