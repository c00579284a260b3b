# What built-in functions ask of an iterable, and which errors they let through.
import array
import collections
import functools
import heapq
import itertools
import math
import operator

log = []


class Iterable:
    def __init__(self, items, at_end=None, at_start=None, length=None, hint=None):
        self.items, self.at_end, self.at_start, self.length, self.hint = items, at_end, at_start, length, hint

    def __iter__(self):
        log.append("iter")
        if self.at_start:
            raise self.at_start
        return Iterator(self)

    def __len__(self):
        log.append("len")
        if isinstance(self.length, Exception):
            raise self.length
        return len(self.items) if self.length is None else self.length

    def __getitem__(self, k):
        log.append(("get", k))
        return self.items[k]


class Iterator:
    def __init__(self, of):
        self.of, self.at = of, 0

    def __iter__(self):
        log.append("iter again")
        return self

    def __next__(self):
        log.append("next")
        if self.at >= len(self.of.items):
            if self.of.at_end:
                raise self.of.at_end
            raise StopIteration
        self.at += 1
        return self.of.items[self.at - 1]

    def __length_hint__(self):
        log.append("hint")
        if isinstance(self.of.hint, Exception):
            raise self.of.hint
        return len(self.of.items) if self.of.hint is None else self.of.hint


def replaced(target, part):
    def function(value):
        target_now = target()
        target_now[part] = value
        return target_now
    return function


def extended(target):
    def function(value):
        target_now = target()
        target_now.extend(value)
        return target_now
    return function


def added(target):
    def function(value):
        target_now = target()
        target_now += value
        return target_now
    return function


def unpacked(value):
    a, b = value
    return a, b


def starred(value):
    a, *b = value
    return a, b


nine = lambda: [7, 8, 9]
abc = lambda: bytearray(b"abc")
functions = {
    "list": list, "tuple": tuple, "set": lambda v: sorted(set(v)), "dict of pair": lambda v: dict([v]), "dict of pairs": dict, "update": lambda v: {}.update([v]),
    "slice": replaced(nine, slice(1, 2)), "slices": replaced(nine, slice(None, None, 2)), "extend": extended(nine), "iadd": added(nine), "bytes": bytes,
    "bytearray": bytearray, "bytes slice": replaced(abc, slice(1, 2)), "bytes extend": extended(abc), "bytes iadd": added(abc), "deque": collections.deque,
    "deque extend": extended(collections.deque), "deque iadd": added(collections.deque), "unpack": unpacked, "starred": starred, "call": lambda v: (lambda *a: a)(*v),
    "display": lambda v: [*v], "array": lambda v: array.array("i", v), "array extend": extended(lambda: array.array("i")), "sum": sum, "min": min, "sorted": sorted,
    "zip": lambda v: list(zip(v, [1, 2], strict=True)), "reversed": lambda v: list(reversed(v)), "product": lambda v: list(itertools.product(v)),
    "permutations": lambda v: list(itertools.permutations(v)), "nlargest": lambda v: heapq.nlargest(1, v), "merge": lambda v: list(heapq.merge(v, [1])),
    "merge by": lambda v: list(heapq.merge([1], v, key=str, reverse=True)), "fsum": math.fsum, "prod": math.prod, "dist": lambda v: math.dist(v, [1, 2]),
    "sumprod": lambda v: math.sumprod(v, [1, 2]), "sumprod of more": lambda v: math.sumprod([1, 2, 3], v), "in": lambda v: 1 in v, "union": lambda v: sorted({9}.union(v), key=str),
    "intersection": lambda v: {1}.intersection(v), "intersection of none": lambda v: set().intersection(v), "issubset": lambda v: {1}.issubset(v),
    "issuperset": lambda v: {1, 2, 3}.issuperset(v), "isdisjoint": lambda v: {1}.isdisjoint(v), "symmetric": lambda v: sorted({9}.symmetric_difference(v), key=str),
    "fromkeys": dict.fromkeys, "keys or": lambda v: sorted({}.keys() | v), "keys and": lambda v: {1: 1}.keys() & v, "keys minus": lambda v: {1: 1}.keys() - v,
    "reduce": lambda v: functools.reduce(operator.add, v), "Counter": collections.Counter, "OrderedDict": lambda v: collections.OrderedDict([v]),
    "group": lambda v: ExceptionGroup("x", v), "from_bytes": int.from_bytes, "bases": lambda v: type("X", v, {}), "slots": lambda v: type("X", (), {"__slots__": v}),
    "join": "-".join, "join bytes": b"-".join, "struct": lambda v: __import__("time").struct_time(v),
}
makers = {
    "plain": lambda: Iterable([1, 2]), "fails at the end": lambda: Iterable([1, 2], at_end=TypeError("end")), "other failure": lambda: Iterable([1, 2], at_end=ValueError("end")),
    "no iterator": lambda: Iterable([1, 2], at_start=TypeError("start")), "start": lambda: Iterable([1, 2], at_start=ValueError("start")),
    "length": lambda: Iterable([1, 2], length=ValueError("length")), "hint": lambda: Iterable([1, 2], hint=ValueError("hint")), "odd hint": lambda: Iterable([1, 2], hint="x"),
    "text": lambda: Iterable(["a", "b"]), "int": lambda: 5, "None": lambda: None,
}
for name, function in functions.items():
    for kind, make in makers.items():
        log.clear()
        try:
            result = function(make())
        except Exception as e:
            result = f"{type(e).__name__}: {e}"
        print(name, "|", kind, "|", result, "|", *log)
