# What methods of built-in types say of arguments that don't fit, and which they find first.
import array
import collections
import copy
import functools
import re
import sys


def told(function, *args, **kwargs):
    try:
        return re.sub("0x[0-9a-f]+", "0x", repr(function(*args, **kwargs)))[:60]
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


arguments = [(), (None,), (None, None), (5, None), ("x", "x"), ([], None), (1, 2, 3), (1, 2, 3, 4, 5), (b"x", None), ([],)]
objects = ["ab", b"ab", bytearray(b"ab"), [1], (1,), collections.deque([1]), array.array("i", [1]), memoryview(b"a"), list[int], sys.version_info, 5, 1.5, 1j, True]
names = "__mul__ __rmul__ __imul__ __add__ __getitem__ __setitem__ __delitem__ __contains__ __pow__ __rpow__ index insert center ljust replace count sort".split()
for o in objects:
    for name in [*names, *(n for n in ("__buffer__", "__release_buffer__") if type(o) is not memoryview)]:
        if not hasattr(o, name):
            continue
        for given in arguments:
            print(type(o).__name__, name, given, told(getattr(copy.copy(o) if not isinstance(o, (memoryview, tuple)) else o, name), *given))
        print(type(o).__name__, name, told(getattr(o, name), other=1) if name != "sort" else told(getattr(o, name), other=1, key=None))

for given in (None,), (5, None), (5, 5), ([], None):
    print(told(format, *given))
match, unnamed = re.match("(?P<name>a)", "ab"), re.match("a", "a")
for index in [], {}, None, 5, "name", "other", 1.5, True:
    print(told(match.group, index), told(match.__getitem__, index), told(match.start, index), told(unnamed.group, index))


@functools.lru_cache
def plain():
    pass


@functools.lru_cache(maxsize=3, typed=True)
def called():
    pass


@functools.cache
def cached():
    pass


for function in plain, called, cached:
    parameters = function.cache_parameters
    print(parameters(), parameters.__qualname__, told(parameters, 1))
    print(function.__copy__(1, 2) is function, function.__deepcopy__() is function, copy.deepcopy(function) is function)
