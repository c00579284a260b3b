"""Merging dicts whose classes iterate otherwise, and are asked for keys() where that matters."""
import collections
import functools


def attempts(o, base):
    yield "{} | o", lambda: {} | o
    yield "update", lambda: {}.update(o)
    yield "dict", lambda: dict(o)
    yield "|=", lambda: {1: 2}.__ior__(o)
    yield "ror", lambda: type(o).__ror__(o, {})
    yield "o | {}", lambda: o | {}
    yield "o | o", lambda: o | o
    yield "{**o}", lambda: {**o}
    yield "call", lambda: (lambda **k: k)(**o)
    yield "new", lambda: type(o)(o)
    yield "copy", lambda: base.copy(o)


def refuse(self, name):
    raise AttributeError(name + "!")


def run(base, iterates, refuses):
    class Other(base):
        pass

    if refuses:
        Other.__getattribute__ = refuse
    o = Other()
    dict.__setitem__(o, "x", 1)
    Other.__iter__ = iterates
    for name, attempt in attempts(o, base):
        try:
            result = attempt()
            print(name, type(result).__name__, result is not None and dict.__len__(result))
        except Exception as e:
            print(name, repr(e))


for base in dict, collections.defaultdict, collections.OrderedDict:
    for refuses in False, True:
        print(base.__name__, refuses)
        run(base, lambda self: iter([38]), refuses)
        run(base, functools.cache(lambda self: iter([38])), refuses)
        run(base, None, refuses)
