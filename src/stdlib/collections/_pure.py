"""What collections takes from the native _collections, for when that isn't there."""

from operator import itemgetter as _itemgetter
from sys import getsizeof as _getsizeof
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


class _Link:
    """A key's place in the order: a ring of these, closed by one without a key."""

    __slots__ = "key", "before", "next"

    def join(self, next):
        self.next = next
        next.before = self


class OrderedDict(dict):
    """A dict that can move keys to its ends, and whose equality heeds the order.

    The order is kept beside the dict, in a ring of links: what dict's own methods do to the
    dict doesn't change it.
    """

    __module__ = "collections"

    def __new__(cls, /, *args, **kwds):
        self = dict.__new__(cls)
        self.__ends = _Link()
        self.__links = {}
        self.__ends.join(self.__ends)
        return self

    def __init__(self, other=(), /, **kwds):
        self.__update(other, **kwds)

    update = __update = _MutableMapping.update
    __ne__ = object.__ne__

    def __setitem__(self, key, value):
        """Set self[key] to value."""
        if key not in self:
            link = self.__links[key] = _Link()
            link.key = key
            self.__ends.before.join(link)
            link.join(self.__ends)
        dict.__setitem__(self, key, value)

    def __delitem__(self, key):
        """Delete self[key]."""
        dict.__delitem__(self, key)
        self.__unlink(key)

    def __unlink(self, key):
        link = self.__links.pop(key)
        link.before.join(link.next)
        link.before = link.next = None

    def __iter__(self):
        """Implement iter(self)."""
        link = self.__ends.next
        while link is not self.__ends:
            yield link.key
            link = link.next

    def __reversed__(self):
        """An iterator over the keys from the last to the first."""
        link = self.__ends.before
        while link is not self.__ends:
            yield link.key
            link = link.before

    def clear(self):
        """Remove all items."""
        for link in self.__links.values():
            link.before = link.next = None
        self.__ends.join(self.__ends)
        self.__links.clear()
        dict.clear(self)

    def popitem(self, last=True):
        """Remove and return the last (key, value) pair, or the first."""
        if not self:
            raise KeyError("dictionary is empty")
        key = (self.__ends.before if last else self.__ends.next).key
        self.__unlink(key)
        return key, dict.pop(self, key)

    def move_to_end(self, key, last=True):
        """Make an existing key the last one, or the first."""
        link = self.__links[key]
        link.before.join(link.next)
        before = self.__ends.before if last else self.__ends
        link.join(before.next)
        before.join(link)

    def pop(self, key, default=_missing):
        """Remove key and return its value, or default; KeyError without either."""
        value = dict.pop(self, key, _missing)
        if value is not _missing:
            self.__unlink(key)
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

    def __sizeof__(self):
        sizeof = _getsizeof
        size = dict.__sizeof__(self) + sizeof(self.__dict__) + sizeof(self.__links)
        return size + (len(self.__links) + 1) * sizeof(self.__ends)

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
        state = self.__getstate__()
        state, *slots = state if isinstance(state, tuple) else (state,)
        links = vars(OrderedDict())
        state = {name: value for name, value in state.items() if name not in links} or None
        if slots:
            state = state, *slots
        return self.__class__, (), state, None, iter(self.items())

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
