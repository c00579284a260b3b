"""Objects as bytes, and back: dumps() and loads(), in the formats 0 to 5 of CPython.

How objects are written and read is native, in _pickle.
Reading data that others made can run any function: only do it with data you trust.
"""

from _pickle import (PickleError, PicklingError, UnpicklingError, PickleBuffer, Pickler, Unpickler,
                     dump, dumps, load, loads)
from _pickle_codes import *
from _pickle_codes import __all__ as _codes

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump",
           "dumps", "load", "loads", "PickleBuffer", *_codes]

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]

_Pickler = Pickler
_Unpickler = Unpickler
_dump, _dumps, _load, _loads = dump, dumps, load, loads
