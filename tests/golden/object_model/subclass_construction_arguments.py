"""Which arguments subclasses of built-in classes take, with own __new__, own __init__, both or none."""
import collections
import functools
import types


def attempt(f):
    try:
        o = f()
        return f"fine {type(o).__name__}"
    except Exception as e:
        return f"{type(e).__name__}: {str(e)}"


BASES = {object: (), int: (5,), float: (1.5,), complex: (1j,), str: ("s",), bytes: (b"b",), bytearray: (b"b",), list: ([1],), tuple: ([1],), dict: ({"a": 1},),
         set: ([1],), frozenset: ([1],), Exception: ("e",), OSError: (1, "two"), KeyError: ("k",), StopIteration: (1,), SystemExit: (1,), property: (len,),
         staticmethod: (len,), classmethod: (len,), enumerate: ("a",), zip: ("a",), map: (str, "a"), filter: (None, "a"), reversed: ("a",),
         types.ModuleType: ("m",), types.SimpleNamespace: (), functools.partial: (len,), collections.deque: ([1],), collections.OrderedDict: (),
         collections.defaultdict: (int,), super: (int, 5), UnicodeDecodeError: ("utf-8", b"x", 0, 1, "r"), ImportError: ("i",), AttributeError: ("a",)}
for base, args in BASES.items():
    class Bare(base): pass

    class New(base):
        def __new__(cls, *args, **kwargs):
            return base.__new__(cls, *ARGS)

    class Init(base):
        def __init__(self, *args, **kwargs): pass

    class Both(base):
        def __new__(cls, *args, **kwargs):
            return base.__new__(cls, *ARGS)

        def __init__(self, *args, **kwargs): pass

    ARGS = args
    print(base.__name__)
    for cls in (Bare, New, Init, Both):
        print("   ", cls.__name__, "|", attempt(lambda: cls(*args)), "|", attempt(lambda: cls()), "|", attempt(lambda: cls(*args, other=1)), "|",
              attempt(lambda: cls(*args, 7, 8, 9, 10)))
for text in ["object(1)", "object(a=1)", "object.__new__(int)", "object.__new__(5)", "object.__new__()", "int.__new__(str)", "int.__new__(object)",
             "list.__new__(dict)", "dict.__new__(list)", "tuple.__new__(Both)", "object.__init__(5, 6)", "object.__init__()", "list.__init__(5)",
             "int.__new__()", "str.__new__(5)", "Exception.__new__(int)", "type.__new__(object)", "object.__new__(list)", "object.__new__(Exception)"]:
    print(text, "|", attempt(lambda: eval(text)))
