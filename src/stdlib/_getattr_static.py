"""inspect.getattr_static, apart because typing's protocols want no more of inspect."""

import types

# What the functions below show as their module.
__name__ = "inspect"

_missing = object()
_get_mro = type.__dict__["__mro__"].__get__
_get_type_dict = type.__dict__["__dict__"].__get__


def _in_instance(obj, attr):
    try:
        namespace = object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return _missing
    return dict.get(namespace, attr, _missing)


def _in_class(cls, attr):
    for base in _get_mro(cls):
        if _shadowed_dict(type(base)) is _missing:
            namespace = _get_type_dict(base)
            if attr in namespace:
                return namespace[attr]
    return _missing


def _is_type(obj):
    try:
        _get_mro(obj)
    except TypeError:
        return False
    return True


def _shadowed_dict(cls):
    """What stands in the way of the real __dict__ of cls's instances; _missing if nothing."""
    for base in _get_mro(cls):
        namespace = _get_type_dict(base)
        if "__dict__" in namespace:
            found = namespace["__dict__"]
            if not (type(found) is types.GetSetDescriptorType
                    and found.__name__ == "__dict__" and found.__objclass__ is base):
                return found
    return _missing


def getattr_static(obj, attr, default=_missing):
    """An attribute as it stands in the object or its classes, no descriptor being called.

    Neither are __getattr__ and __getattribute__.
    """
    in_instance = _missing
    if not _is_type(obj):
        cls = type(obj)
        shadow = _shadowed_dict(cls)
        if shadow is _missing or type(shadow) is types.MemberDescriptorType:
            in_instance = _in_instance(obj, attr)
    else:
        cls = obj
    in_class = _in_class(cls, attr)

    if in_instance is not _missing and in_class is not _missing:
        # A data descriptor goes before the instance.
        kind = type(in_class)
        if _in_class(kind, "__get__") is not _missing and (
                _in_class(kind, "__set__") is not _missing
                or _in_class(kind, "__delete__") is not _missing):
            return in_class
    if in_instance is not _missing:
        return in_instance
    if in_class is not _missing:
        return in_class
    if obj is cls:
        for base in _get_mro(type(cls)):
            if _shadowed_dict(type(base)) is _missing and attr in base.__dict__:
                return base.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)
