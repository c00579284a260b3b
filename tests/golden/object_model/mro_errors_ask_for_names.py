"""The messages about inconsistent bases ask the classes for their names."""
import collections
import types


class Named(type):
    @property
    def __name__(cls):
        return "asked"


class Failing(type):
    @property
    def __name__(cls):
        raise RuntimeError("no name")


class Missing(type):
    @property
    def __name__(cls):
        raise AttributeError("no name")

    def __repr__(cls):
        return "<missing>"


class Odd(type):
    @property
    def __name__(cls):
        return 5


class Unhashable(type):
    __hash__ = None


def attempt(*bases, meta=type):
    try:
        types.new_class("New", bases, {"metaclass": meta})
        print("made")
    except Exception as e:
        print(type(e).__name__, e)


for meta in [type, Named, Failing, Missing, Odd, Unhashable]:
    class A(metaclass=meta):
        pass

    class B(A, metaclass=meta):
        pass

    print(meta.__name__)
    attempt(A, B, meta=meta)
    attempt(A, A, meta=meta)
    attempt(object, A, meta=meta)
    attempt(B, A, meta=meta)
attempt(object, types.GenericAlias)
attempt(object, collections.OrderedDict)
attempt(dict, collections.OrderedDict)
attempt(collections.deque, collections.deque)
attempt(types.SimpleNamespace, types.SimpleNamespace)
attempt(object, int)
attempt(int, bool)
