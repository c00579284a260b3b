"""MROs that begin elsewhere, sequences that pass for mappings, deques that iterate in their own way."""
import collections


class Plain(type):
    pass


class Reversed(type):
    def mro(cls):
        return type.mro(cls)[::-1]


def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__, str(e)


class A:
    pass


class B(A, metaclass=Plain):
    a = 1

    def __init_subclass__(cls):
        raise ValueError


B.__class__ = Reversed


def subclass(base, **keywords):
    class Sub(base, **keywords):
        a = 5

        def __getattr__(self, name):
            return 7

        def __init_subclass__(cls):
            print("never called")

    thing = Sub()
    return Sub.__mro__, thing.a, thing.b, Sub.__init__, Sub.a


print(attempt(lambda: subclass(B)))
print(attempt(lambda: subclass(B, k=1)))


class Mapping(collections.deque, collections.UserDict):
    pass


class Sequence(collections.deque):
    pass


class Own(collections.deque):
    def __getitem__(self, index):
        return super().__getitem__(index)


for cls in Mapping, Sequence, Own:
    print(cls.__name__, attempt(lambda: "text" % cls()), attempt(lambda: exec("", {}, cls())))


class NoIter(collections.deque):
    __iter__ = None


class Iter(collections.deque):
    def __iter__(self):
        return iter([1, 2])


for cls in NoIter, Iter, Sequence:
    for left, right in (cls("ab"), cls("ab")), (cls("a"), cls("abc")), (cls("b"), collections.deque("c")):
        for op in "__eq__", "__ne__", "__lt__", "__le__", "__gt__":
            print(cls.__name__, op, attempt(lambda: getattr(left, op)(right)), attempt(lambda: getattr(left, op)(left)))
