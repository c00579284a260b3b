# Which part of a class refuses an index: a sequence's protocol, or the method. A mapping among the classes makes it
# the method.
import collections
import collections.abc
import types


class Index:
    def __index__(self):
        return 0

    def __repr__(self):
        return "Index()"


class Map:
    def __getitem__(self, k):
        return ("map", k)

    def __setitem__(self, k, v):
        print("set", k)

    def __delitem__(self, k):
        print("del", k)


class GetOnly:
    def __getitem__(self, k):
        return ("get", k)


class SetOnly:
    def __setitem__(self, k, v):
        print("set only", k)


class DelOnly:
    def __delitem__(self, k):
        print("del only", k)


class NoneGet:
    __getitem__ = None


class Plain:
    pass


def told(function, *args):
    try:
        return function(*args)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


def change(o, k):
    o[k] = 1


def remove(o, k):
    del o[k]


for base in collections.deque, list, str, dict:
    for other in Map, GetOnly, SetOnly, DelOnly, NoneGet, Plain, collections.abc.Mapping, collections.abc.MutableSequence, collections.UserDict:
        for bases in (base, other), (other, base):
            try:
                made = types.new_class("X", bases)
            except TypeError as e:
                print([b.__name__ for b in bases], e)
                continue
            made.__abstractmethods__ = frozenset()
            o = made()
            print([b.__name__ for b in bases])
            for k in "x", 0, Index(), 2**70, slice(1), None:
                print("  ", k, told(lambda: o[k]), told(change, o, k), told(remove, o, k), told(o.__getitem__, k))


class Raises:
    def __init__(self, error):
        self.error = error

    def __getitem__(self, k):
        raise self.error

    def __setitem__(self, k, v):
        raise self.error

    def __delitem__(self, k):
        raise self.error


class Keeps(dict):
    def __delitem__(self, k):
        raise ValueError(k)


# As the namespace of a program: a name that can't be deleted is said to be undefined, whatever the reason.
for source in "del x", "x", "x = 1", "x: int = 3", "class C: del y", "import sys as x", "global x; del x":
    for error in ValueError(1), KeyError(2), KeyboardInterrupt(), SystemExit(3), NameError("q"):
        try:
            1 / 0
        except ZeroDivisionError:
            try:
                exec(source, {}, Raises(error))
            except BaseException as e:
                print(source, "|", repr(error), "|", repr(e), repr(e.__context__))
for arguments in ({}, Keeps(x=1)), (Keeps(x=1),), ({}, "abc"), ({}, [1]), ({}, types.MappingProxyType({})), ({}, collections.deque()):
    print([type(a).__name__ for a in arguments], told(exec, "del x", *arguments), told(exec, "x", *arguments), told(exec, "x = 1", *arguments))
