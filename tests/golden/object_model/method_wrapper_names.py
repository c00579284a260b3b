# A bound slot wrapper is named after the class that has it, a bound method after its object's class.
import collections
import types


class L(list):
    pass


class D(collections.deque):
    pass


class R(L):
    def __repr__(self):
        return "R"


names = "__repr__ __reduce_ex__ __add__ append __init__ __eq__ __setattr__ __str__ __or__ __call__ __getattribute__ __hash__ __dir__ mro".split()
for o in L(), D(), R(), [], collections.deque(), 5, True, 1.5, L, int, {}.keys(), KeyError(), object():
    for name in names:
        m = getattr(o, name, None)
        if m is None or isinstance(m, types.FunctionType):
            continue
        owner = getattr(getattr(m, "__objclass__", None), "__name__", "-")
        bound = getattr(m, "__self__", m)
        print(type(o).__name__, name, getattr(m, "__qualname__", "-"), owner, bound is o, type(m).__name__)
wrapped = L().__repr__
print(classmethod(wrapped).__qualname__, staticmethod(wrapped).__qualname__, types.MethodType(wrapped, 5))
