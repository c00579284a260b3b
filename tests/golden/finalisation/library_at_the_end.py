# When modules are being taken down the program can't import any more, but the library still works.
import collections
import dataclasses
import difflib
import enum
import fractions
import functools
import inspect
import pickle
import re
import string
import sys
import textwrap
import typing
import weakref


@dataclasses.dataclass
class Point:
    x: int


class Late:
    def __del__(self, names=dict(globals()), print=print):
        for source in (
            're.compile("(")', 're.sub("(a+)b", "x", "aab")', 'fractions.Fraction("1/3") + 1',
            'format(fractions.Fraction(1, 3), ".2f")', "pickle.loads(pickle.dumps([1, 'a']))",
            'textwrap.fill("a b c", 3)', 'string.Template("$a").substitute(a=1)', "Point(1)",
            'enum.Enum("E", "a b").a', "typing.List[int]", 'typing.NamedTuple("N", [("a", int)])(1)',
            "inspect.signature(Point)", 'difflib.get_close_matches("abc", ["abd", "x"])',
            'functools.reduce(max, [1, 2])', 'collections.OrderedDict(a=1)', "weakref.ref(Point)() is Point",
        ):
            try:
                print(source, eval(source, names))
            except Exception as e:
                print(source, type(e).__name__, e)
        try:
            import json
        except ImportError as e:
            print(type(e).__name__, e)
        try:
            __import__("calendar")
        except ImportError as e:
            print(type(e).__name__, e)


late = Late()
late.itself = late
