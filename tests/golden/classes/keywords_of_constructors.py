"""Which constructors refuse keywords in subclasses with a __new__ or __init__ of their own or of others."""
import array
import collections
import itertools


def tried(make):
    try:
        return type(make()).__name__
    except Exception as error:
        return f"{type(error).__name__} {error}"


bases = [
    (list, ()), (tuple, ()), (frozenset, ()), (set, ()), (collections.deque, ()), (array.array, ("i",)),
    (bytearray, ()), (float, ()), (zip, ()), (map, (int, [])), (filter, (int, [])), (enumerate, ([],)),
    (reversed, ([],)), (property, ()), (itertools.chain, ()), (itertools.count, ()), (itertools.cycle, ([],)),
    (dict, ()), (collections.OrderedDict, ()), (int, ()), (BaseException, ()), (object, ()),
]
for base, args in bases:
    class Plain(base):
        pass

    class New(base):
        def __new__(cls, *args, **options):
            return base.__new__(cls, *args)

    class Init(base):
        def __init__(self, *args, **options):
            pass

    class SameNew(base):
        __new__ = base.__new__

    class NewOfObject(base):
        __new__ = object.__new__

    class SameInit(base):
        __init__ = base.__init__

    class StaticNew(base):
        __new__ = staticmethod(base.__new__)

    class Inherits(SameNew):
        pass

    class Restores(New):
        __new__ = base.__new__

    class Assigned(base):
        pass

    Assigned.__new__ = object.__new__
    for cls in (base, Plain, New, Init, SameNew, NewOfObject, SameInit, StaticNew, Inherits, Restores, Assigned):
        print(base.__name__, cls.__name__, tried(lambda: cls(*args, zz=1)), tried(lambda: cls(*args)))
    del Assigned.__new__
    print(base.__name__, tried(lambda: Assigned(*args, zz=1)))
