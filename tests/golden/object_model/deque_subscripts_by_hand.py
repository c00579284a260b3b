"""A deque is a sequence only: what is no index is refused in two ways."""
from collections import deque


class Plain(deque):
    pass


class Getting(deque):
    def __getitem__(self, key):
        return super().__getitem__(key)


class Setting(deque):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)


class Deleting(deque):
    def __delitem__(self, key):
        super().__delitem__(key)


def read(d, key):
    return d[key]


def write(d, key):
    d[key] = 5


def delete(d, key):
    del d[key]


for cls in [deque, Plain, Getting, Setting, Deleting]:
    for key in ["a", 1.0, slice(1), None, 7, -9, 2**70, True]:
        for f in [read, write, delete, lambda d, k: d.__getitem__(k), lambda d, k: d.__setitem__(k, 1), lambda d, k: d.__delitem__(k)]:
            d = cls([1, 2, 3])
            try:
                result = f(d, key)
            except (TypeError, IndexError, OverflowError) as e:
                result = f"{type(e).__name__}: {e}"
            print(cls.__name__, key, f.__name__, result)
