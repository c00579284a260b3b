"""Assigning and deleting items of what allows neither."""


class Plain:
    pass


class Tuples(tuple):
    pass


class Sets(set):
    pass


class Index:
    def __index__(self):
        return 1


class BadIndex:
    def __index__(self):
        raise ValueError("no index")


def write(o, key):
    o[key] = 1


def delete(o, key):
    del o[key]


for o in [(1, 2), "ab", b"ab", range(3), 5, None, len, {1}, frozenset(), Plain(), Tuples(), Sets(), Plain, iter([]), object(), {}.keys(), list[int]]:
    for key in [0, "a", 2**70, -2**70, slice(1), Index(), BadIndex(), 1.0]:
        for f in (write, delete):
            try:
                f(o, key)
                result = "done"
            except (TypeError, IndexError, ValueError) as e:
                result = f"{type(e).__name__}: {e}"
            print(type(o).__name__, type(key).__name__, f.__name__, result)
