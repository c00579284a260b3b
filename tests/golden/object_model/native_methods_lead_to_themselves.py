# Built-in methods under other names, which come back to themselves without a frame in between.
import functools
import operator


class Missing(dict):
    pass


Missing.__missing__ = dict.__getitem__


class Repr:
    __repr__ = object.__str__


class Different:
    __eq__ = object.__ne__


class Called:
    pass


Called.__call__ = Called()


class Meta(type):
    __repr__ = object.__str__
    __eq__ = object.__ne__
    __hash__ = object.__hash__


class Made(metaclass=Meta):
    pass


class Cached:
    name = property(functools.lru_cache(operator.attrgetter("name")))


class Length:
    def __len__(self):
        return len(self)


for title, act in {
    "__missing__": lambda: Missing()[1],
    "repr": lambda: repr(Repr()),
    "str": lambda: str(Repr()),
    "==": lambda: Different() == 1,
    "!=": lambda: Different() != 1,
    "call": lambda: Called()(),
    "repr of a class": lambda: repr(Made),
    "== of a class": lambda: Made == 1,
    "lru_cache": lambda: Cached().name,
    "with a frame": lambda: len(Length()),
}.items():
    try:
        print(title, act())
    except RecursionError as error:
        print(title, error)
