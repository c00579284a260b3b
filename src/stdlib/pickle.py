"""Objects as bytes, and back: dumps() and loads(), in the formats 0 to 5 of CPython.

How objects are written is in _pickle_write, how they are read in _pickle_read.
Reading data that others made can run any function: only do it with data you trust.
"""

from _pickle_codes import *
from _pickle_codes import __all__ as _codes
from _pickle_read import Unpickler
from _pickle_write import Pickler

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump",
           "dumps", "load", "loads", "PickleBuffer", *_codes]

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]

_Pickler = Pickler
_Unpickler = Unpickler


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Writes an object to a file."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The bytes of an object.

    >>> loads(dumps([1, "two"]))
    [1, 'two']
    """
    pickler = Pickler(None, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback)
    pickler.dump(obj)
    return pickler._taken()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Reads an object from a file."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors,
                     buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object that the bytes stand for."""
    unpickler = Unpickler(None, fix_imports=fix_imports, encoding=encoding, errors=errors,
                          buffers=buffers)
    unpickler._read_from(data)
    return unpickler.load()


_dump, _dumps, _load, _loads = dump, dumps, load, loads
