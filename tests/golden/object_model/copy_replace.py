"""copy.replace and __replace__."""
import collections
import copy
import types


class Own:
    def __init__(self, **kwargs):
        self.kwargs = kwargs

    def __replace__(self, **changes):
        return type(self)(**{**self.kwargs, **changes})


class Inherits(Own):
    pass


class OnInstance:
    def __init__(self):
        self.__replace__ = lambda **changes: "instance"


class Positional:
    def __replace__(self, /, x):
        return ("positional", x)


class NoneReplace:
    __replace__ = None


class Static:
    __replace__ = staticmethod(lambda *args, **changes: ("static", len(args), changes))


class Class:
    __replace__ = classmethod(lambda cls, *args, **changes: ("class", cls.__name__, len(args), changes))


class Meta(type):
    def __replace__(cls, **changes):
        return ("meta", changes)


class OfMeta(metaclass=Meta):
    pass


Point = collections.namedtuple("Point", "x y")
print(copy.replace(Own(a=1), b=2).kwargs, copy.replace(Inherits(a=1), a=3).kwargs, type(copy.replace(Inherits())).__name__)
print(copy.replace(Point(1, 2), y=5), copy.replace(types.SimpleNamespace(a=1), b=2))
for o in (OnInstance(), Positional(), NoneReplace(), Static(), Class(), OfMeta, OfMeta(), 5, "s", (1, 2), None, Own):
    for changes in ({}, {"x": 1}, {"z": 1}):
        try:
            result = copy.replace(o, **changes)
        except (TypeError, ValueError, AttributeError) as e:
            result = f"{type(e).__name__}: {e}"
        print(type(o).__name__, changes, result)
for args in [(), (Own(), 5)]:
    try:
        copy.replace(*args)
    except TypeError as e:
        print(e)
try:
    copy.replace(Point(1, 2), z=5)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    copy.replace(obj=1, self=2)
except TypeError as e:
    print(e)
