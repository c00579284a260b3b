"""Telling coroutines from other things."""

__all__ = ("iscoroutinefunction", "iscoroutine")

import collections.abc
import types

_is_coroutine = object()

# Types that were found to be coroutines.
_known = {types.CoroutineType}


def iscoroutinefunction(func):
    """Is it an `async def` function?"""
    import inspect
    return (inspect.iscoroutinefunction(func)
            or getattr(func, "_is_coroutine", None) is _is_coroutine)


def iscoroutine(obj):
    """Is it a coroutine object?"""
    if type(obj) in _known:
        return True
    if not isinstance(obj, collections.abc.Coroutine):
        return False
    if len(_known) < 100:
        _known.add(type(obj))
    return True
