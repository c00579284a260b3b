"""What collections takes from the native _collections, for when that isn't there."""

from operator import itemgetter as _itemgetter
from _recursive_repr import recursive_repr as _recursive_repr
from _collections_abc import (
    ItemsView as _ItemsView, KeysView as _KeysView, MutableMapping as _MutableMapping,
    ValuesView as _ValuesView)

_missing = object()


def _count_elements(mapping, iterable):
    """Count each element of iterable in mapping."""
    get = mapping.get
    for elem in iterable:
        mapping[elem] = get(elem, 0) + 1


def _tuplegetter(index, doc):
    return property(_itemgetter(index), doc=doc)


class _OrderedDictKeysView(_KeysView):
    def __reversed__(self):
        yield from reversed(self._mapping)


class _OrderedDictItemsView(_ItemsView):
    def __reversed__(self):
        for key in reversed(self._mapping):
            yield key, self._mapping[key]


class _OrderedDictValuesView(_ValuesView):
    def __reversed__(self):
        for key in reversed(self._mapping):
            yield self._mapping[key]


class OrderedDict(dict):
    """A dict that can move keys to its ends, and whose equality heeds the order.

    Every dict keeps the order of insertion: this one adds move_to_end(),
    popitem(last=False) and a comparison that looks at the order.
    """

    __module__ = "collections"

    def __new__(cls, /, *args, **kwds):
        return dict.__new__(cls)

    def __init__(self, other=(), /, **kwds):
        self.__update(other, **kwds)

    update = __update = _MutableMapping.update
    __ne__ = object.__ne__

    def popitem(self, last=True):
        """Remove and return the last (key, value) pair, or the first."""
        if not self:
            raise KeyError("dictionary is empty")
        key = next(dict.__reversed__(self) if last else dict.__iter__(self))
        return key, dict.pop(self, key)

    def move_to_end(self, key, last=True):
        """Make an existing key the last one, or the first."""
        value = dict.pop(self, key, _missing)
        if value is _missing:
            raise KeyError(key)
        dict.__setitem__(self, key, value)
        if not last:
            for other in list(dict.__iter__(self))[:-1]:
                dict.__setitem__(self, other, dict.pop(self, other))

    def pop(self, key, default=_missing):
        """Remove key and return its value, or default; KeyError without either."""
        value = dict.pop(self, key, _missing)
        if value is not _missing:
            return value
        if default is not _missing:
            return default
        raise KeyError(key)

    def setdefault(self, key, default=None):
        """The value of key, which becomes default when there is none."""
        if key in self:
            return self[key]
        self[key] = default
        return default

    def keys(self):
        """A set-like view of the keys."""
        return _OrderedDictKeysView(self)

    def items(self):
        """A set-like view of the (key, value) pairs."""
        return _OrderedDictItemsView(self)

    def values(self):
        """A view of the values."""
        return _OrderedDictValuesView(self)

    @_recursive_repr()
    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        return f"{self.__class__.__name__}({dict(self.items())!r})"

    def __reduce__(self):
        return self.__class__, (), self.__getstate__() or None, None, iter(self.items())

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """Make a dict of these keys that all have the same value."""
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __eq__(self, other):
        if not isinstance(other, OrderedDict):
            return dict.__eq__(self, other)
        return dict.__eq__(self, other) and all(a is b or a == b for a, b in zip(self, other))

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(other)
        result.update(self)
        return result
