"""Keyword arguments of set, frozenset and enumerate, and of their subclasses."""


class Set(set):
    pass


class SetInit(set):
    def __init__(self, *args, **kwargs):
        pass


class SetPass(set):
    def __init__(self, *args, **kwargs):
        set.__init__(self, *args, **kwargs)


class Frozen(frozenset):
    pass


class FrozenInit(frozenset):
    def __init__(self, *args, **kwargs):
        pass


class FrozenPass(frozenset):
    def __new__(cls, *args, **kwargs):
        return frozenset.__new__(cls, *args, **kwargs)


class Enum(enumerate):
    pass


class EnumInit(enumerate):
    def __init__(self, *args, **kwargs):
        pass


class EnumPass(enumerate):
    def __new__(cls, *args, **kwargs):
        return enumerate.__new__(cls, *args, **kwargs)


CALLS = [((), {}), (([],), {}), ((), {"a": 1}), (([],), {"b": 2}), ((), {"iterable": [], "start": 2}), (([],), {"start": 1}),
         (([], 1), {}), (([], 1), {"start": 2}), (([], 1, 2), {}), (([], 1, 2, 3), {}), ((), {"start": 2}), ((), {"iterable": "ab"}),
         (([],), {"iterable": []}), (([],), {"x": 1, "y": 1}), ((), {"x": 1, "y": 1}), (([], 1), {"x": 1}), ((5,), {}), (([], "a"), {}),
         ((), {"a": 1, "iterable": []}), ((), {"a": 1, "start": 5}), ((), {"start": 1, "iterable": "a"})]
for cls in [set, Set, SetInit, SetPass, frozenset, Frozen, FrozenInit, FrozenPass, enumerate, Enum, EnumInit, EnumPass]:
    print(cls.__name__)
    for args, kwargs in CALLS:
        try:
            result = cls(*args, **kwargs)
            print("   ", args, kwargs, type(result).__name__, list(result))
        except TypeError as e:
            print("   ", args, kwargs, e)
