"""os.fspath and what uses it: the protocol's errors."""
import functools
import os
import types


class Good:
    def __fspath__(self):
        return "good"


class Bytes:
    def __fspath__(self):
        return b"good"


class Wrong:
    def __fspath__(self):
        return 5


class Failing:
    def __fspath__(self):
        raise ValueError("no path")


class Nothing:
    __fspath__ = None


class OnInstance:
    def __init__(self):
        self.__fspath__ = lambda: "instance"


class Static:
    __fspath__ = staticmethod(lambda: "static")


class Prop:
    @property
    def __fspath__(self):
        return lambda: "property"


class Text(str):
    def __fspath__(self):
        return "never asked"


for value in [Good(), Bytes(), Wrong(), Failing(), OnInstance(), Static(), Prop(), Text("text"), "s", b"b", 5, None, Good,
              types.SimpleNamespace(), functools.partial(len), int | None, list[int], bytearray(b"x"), memoryview(b"x")]:
    try:
        print(type(value).__name__, repr(os.fspath(value)))
    except (TypeError, ValueError) as e:
        print(type(value).__name__, type(e).__name__, e)
print(isinstance(Good(), os.PathLike), isinstance(5, os.PathLike), issubclass(Nothing, os.PathLike), issubclass(Wrong, os.PathLike))
