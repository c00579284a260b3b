"""Shallow and deep copies of any object.

A class says how by __copy__(), __deepcopy__(memo) and __replace__(**changes),
or by what pickle uses. How all the others are copied is native, in _copy.
"""

import _copy

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

# Functions of an object and the memo that make deep copies of a class's instances, for classes
# that can't have a __deepcopy__.
_deepcopy_dispatch = {}


def copy(x):
    """A shallow copy of x."""
    held = []
    return _copy.copy(x, Error, held)


def deepcopy(x, memo=None, _nil=[]):
    """A copy of x and of all that it consists of.

    memo maps the id of what has been copied to its copy.
    """
    held = []
    return _copy.deepcopy(x, memo, Error, _deepcopy_dispatch, held)


def replace(obj, /, **changes):
    """A copy of obj with some fields changed, by its class's __replace__."""
    cls = obj.__class__
    func = getattr(cls, "__replace__", None)
    if func is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return func(obj, **changes)
