# What functions of the library look at first in an argument of the wrong kind.
import copyreg
import fractions
import textwrap
import types
import typing


def told(function, *args):
    try:
        result = function(*args)
        return sorted(result) if isinstance(result, dict) else result
    except BaseException as e:
        return f"{type(e).__name__}: {e} [{type(e.__context__).__name__}, {e.__suppress_context__}]"


class Meta(type):
    __slots__ = ()


class Plain:
    a = 1


class Slotted(metaclass=Meta):
    __slots__ = ("q",)


class Passes:
    __bases__ = "bases"

    def as_integer_ratio(self):
        return (1, 2)

    def split(self, text):
        return [text]


class Float(float):
    def as_integer_ratio(self):
        return (1, 2)


class Text(str):
    pass


passes = Passes()
passes.__dict__["__orig_bases__"] = "original"
for value in passes, Passes(), Float(2), Text("3/4"), 5, None, int, list[int], typing.List[int], typing.Protocol, b"a", bytearray(b"a"), Plain, Slotted, Meta:
    shown = getattr(value, "__name__", type(value).__name__)
    print(shown, told(types.get_original_bases, value))
    print(shown, told(fractions.Fraction, value))
    print(shown, told(textwrap.dedent, value))
    print(shown, told(typing.runtime_checkable, value))
    print(shown, told(object.__getstate__, value))
state = object.__getstate__(Plain)
print(state["a"], type(state))
print(told(textwrap.dedent, Text("  a\n   b")))
