"""Messages of built-in methods for unusual arguments, and what the methods have done by then."""
import bisect
import collections
import functools
import io
import re


def tried(work):
    try:
        print(work())
    except BaseException as error:
        print(type(error).__name__, error.args)


print({}.pop([], 1), collections.defaultdict(int).pop({}, "default"))
tried(lambda: {1: 2}.pop([], 1))
tried(lambda: {}.pop([]))
for key in None, (1,), (), "a", 5:
    ordered = collections.OrderedDict(x=1)
    tried(lambda: ordered.pop(key))
    tried(lambda: ordered.move_to_end(key))
    tried(lambda: ordered.pop(key, "default"))
for arguments in (b"x", None), (1, None), (b"x", 5), (b"x", "ascii", None):
    tried(lambda: str(*arguments))
    tried(lambda: bytes(*arguments))
for stream in io.StringIO("text"), io.BytesIO(b"text"):
    for size in 2 ** 70, 1.5, None, True, "1":
        for name in "read", "readline", "truncate":
            tried(lambda: getattr(stream, name)(size))
array = bytearray()
for arguments in (-1,), ("x",), (3,), (b"q",), (2 ** 70,), (5.5,), (array,):
    array[:] = b"abc"
    tried(lambda: array.__init__(*arguments))
    print(array)
view = memoryview(array)
tried(lambda: array.__init__(b"x"))
tried(lambda: array.__init__())
view.release()
array[:] = b"abc"
view = memoryview(array)
tried(lambda: array.__init__(b"x"))
for function in view.__exit__, property().__set_name__, re.match("a", "a").group, functools.reduce, io.StringIO().__exit__:
    tried(lambda: function(keyword=1))
for items in 1, None, {}, set():
    tried(lambda: bisect.bisect(items, 1, 1, 1))
    tried(lambda: bisect.insort(items, 1, 1, 1))


class Number(int):
    __pow__ = int.__add__


class Reversed(int):
    __rpow__ = int.__rpow__
    __pow__ = int.__pow__


for number in Number(5), Reversed(5):
    tried(lambda: pow(number, 2, 3))
    tried(lambda: pow(2, number, 3))
    tried(lambda: pow(2, 2, number))
    tried(lambda: number ** 2)
    tried(lambda: 2 ** number)
