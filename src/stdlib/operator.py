"""Python's operators as functions.

>>> from functools import reduce
>>> reduce(mul, [2, 3, 7]), add("a", "b"), itemgetter(1)("xyz")
(42, 'ab', 'y')
"""

__all__ = [
    "abs", "add", "and_", "attrgetter", "call", "concat", "contains", "countOf",
    "delitem", "eq", "floordiv", "ge", "getitem", "gt", "iadd", "iand",
    "iconcat", "ifloordiv", "ilshift", "imatmul", "imod", "imul",
    "index", "indexOf", "inv", "invert", "ior", "ipow", "irshift",
    "is_", "is_not", "isub", "itemgetter", "itruediv", "ixor", "le",
    "length_hint", "lshift", "lt", "matmul", "methodcaller", "mod",
    "mul", "ne", "neg", "not_", "or_", "pos", "pow", "rshift",
    "setitem", "sub", "truediv", "truth", "xor",
]

try:
    from _operator import *
except ImportError:
    from _pyoperator import *

# Those that implement a special method go by its name too.
_plain = {"attrgetter", "countOf", "indexOf", "is_", "is_not", "itemgetter", "length_hint",
          "methodcaller", "truth"}
globals().update([(f"__{name.strip('_')}__", value) for name, value in list(globals().items())
                  if name in __all__ and name not in _plain])
del _plain
