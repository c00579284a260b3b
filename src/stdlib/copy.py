"""Shallow and deep copies of any object.

A class says how by __copy__(), __deepcopy__(memo) and __replace__(**changes),
or by what pickle uses.
"""

import copyreg
import types
from _weakref import ref

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

# Copies of these are the same object: they can't change, or stand for themselves.
_atomic_types = {
    type(None), int, float, bool, complex, bytes, str, types.EllipsisType,
    types.NotImplementedType, type, range, property, types.BuiltinFunctionType,
    types.FunctionType, types.CodeType, ref,
}


def copy(x):
    """A shallow copy of x."""
    cls = type(x)
    copier = _copiers.get(cls)
    if copier is not None:
        return copier(x)
    if cls in _atomic_types or cls is tuple or cls is frozenset or cls is slice:
        return x
    if issubclass(cls, type):
        return x  # a class, whatever its metaclass
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduced = _reduced(x, cls, "shallow")
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


_copiers = {cls: cls.copy for cls in (list, dict, set, bytearray)}


def _reduced(x, cls, kind):
    reductor = copyreg.dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, "__reduce__", None)
    if reductor:
        return reductor()
    raise Error(f"un({kind})copyable object of type {cls}")


def deepcopy(x, memo=None, _nil=[]):
    """A copy of x and of all that it consists of.

    memo maps the id of what has been copied to its copy.
    """
    cls = type(x)
    if cls in _atomic_types:
        return x
    key = id(x)
    if memo is None:
        memo = {}
    else:
        found = memo.get(key, _nil)
        if found is not _nil:
            return found

    copier = _deepcopy_dispatch.get(cls)
    if copier is not None:
        result = copier(x, memo)
    elif issubclass(cls, type):
        result = x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            result = copier(memo)
        else:
            reduced = _reduced(x, cls, "deep")
            result = x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)

    if result is not x:
        memo[key] = result
        _keep_alive(x, memo)
    return result


def _keep_alive(x, memo):
    # Were x to die meanwhile, its id might come to stand for another object.
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def _deepcopy_list(x, memo, deepcopy=deepcopy):
    result = memo[id(x)] = []
    append = result.append
    for item in x:
        append(deepcopy(item, memo))
    return result


def _deepcopy_tuple(x, memo, deepcopy=deepcopy):
    items = [deepcopy(item, memo) for item in x]
    # A tuple may hold itself, through a list: then it has been copied by now.
    try:
        return memo[id(x)]
    except KeyError:
        pass
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deepcopy_dict(x, memo, deepcopy=deepcopy):
    result = memo[id(x)] = {}
    for key, value in x.items():
        result[deepcopy(key, memo)] = deepcopy(value, memo)
    return result


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deepcopy_dispatch = {
    list: _deepcopy_list,
    tuple: _deepcopy_tuple,
    dict: _deepcopy_dict,
    types.MethodType: _deepcopy_method,
}


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *,
                 deepcopy=deepcopy):
    """Make a copy of x by what its __reduce_ex__ answered; deep if there is a memo."""
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    result = func(*args)
    if deep:
        memo[id(x)] = result

    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(result, "__setstate__"):
            result.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                result.__dict__.update(state)
            if slots is not None:
                for key, value in slots.items():
                    setattr(result, key, value)

    if listiter is not None:
        for item in listiter:
            result.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            result[key] = value
    return result


def replace(obj, /, **changes):
    """A copy of obj with some fields changed, by its class's __replace__."""
    cls = obj.__class__
    func = getattr(cls, "__replace__", None)
    if func is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return func(obj, **changes)
