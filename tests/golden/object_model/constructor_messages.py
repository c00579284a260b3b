# What constructors written in C say of arguments that don't fit.
import array
import collections
import contextvars
import functools
import itertools
import sys
import types


def told(function, *args, **kwargs):
    try:
        return type(function(*args, **kwargs)).__name__
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class Index:
    def __index__(self):
        return 1


class Deque(collections.deque):
    pass


numbers = collections.deque([1, 2, 3])
for make in type(iter(numbers)), type(reversed(numbers)):
    for arguments in (), (numbers,), (numbers, 1), (numbers, 2, 3), (None,), (numbers, None), (numbers, Index()), (numbers, -5), (numbers, 100), (numbers, 10**30), (5, "x"), (Deque([1]),), ([], 1, 2):
        print(make.__name__, len(arguments), told(make, *arguments), told(make, *arguments, index=1, other=2))
    print(list(make(numbers, 1)), list(make(numbers, 1, index=2)), list(make.__new__(make, numbers, 2)))

tee_block = itertools._tee_dataobject
cached = type(functools.lru_cache(len))
constructors = [
    tee_block, cached, type(sys.float_info), contextvars.ContextVar, itertools.zip_longest, itertools.combinations, itertools.combinations_with_replacement,
    itertools.permutations, types.ModuleType, types.FunctionType, types.TracebackType, array.array, BaseExceptionGroup, ImportError, ModuleNotFoundError, NameError,
    UnboundLocalError, AttributeError, type,
]
arguments = [
    (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), tuple(range(10)), ([],), ([], 1), ([], "x"), (len,), (len, []), (len, [], 1), ("a",), ("a", "b"), ("a", "b", "c"), (None,), (None, None),
    ("a", None), ("a", (), None), (None, None, None),
]
for make in constructors:
    for given in arguments:
        print(make.__name__, given, told(make, *given), "|", told(make, *given, other=1))
print(told(itertools.zip_longest, [], fillvalue=1), told(itertools.zip_longest, [], fillvalue=1, other=1))
print(told(contextvars.ContextVar, "x", default=1), told(contextvars.ContextVar, 1, default=1), told(contextvars.ContextVar, default=1))
print(told(type(sys.float_info), sequence=range(11), dict={}), told(type(sys.float_info), range(11), sequence=1), told(compile, "1", "x", None))
