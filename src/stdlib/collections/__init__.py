"""Containers beyond list, tuple, dict and set."""

import sys as _sys
import _collections_abc
from _collections_abc import Mapping as _Mapping

try:
    from _collections import OrderedDict, _count_elements, _tuplegetter
except ImportError:
    from collections._pure import OrderedDict, _count_elements, _tuplegetter
try:
    from _collections import deque, _deque_iterator
except ImportError:
    pass
else:
    _collections_abc.MutableSequence.register(deque)
try:
    from _collections import defaultdict
except ImportError:
    pass

__all__ = [
    "ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString",
    "defaultdict", "deque", "namedtuple",
]

abc = _sys.modules["collections.abc"] = _collections_abc


def __getattr__(name):
    # These few are seldom wanted, and not small.
    if name in ("ChainMap", "UserDict", "UserList", "UserString"):
        from collections import _wrappers
        return globals().setdefault(name, getattr(_wrappers, name))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


# namedtuple

def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Make a subclass of tuple whose items have names as well.

    >>> Point = namedtuple("Point", "x y")
    >>> p = Point(11, y=22)
    >>> p, p[0] + p.y, p._replace(x=1)
    (Point(x=11, y=22), 33, Point(x=1, y=22))
    """
    typename, field_names, defaults = _checked_fields(typename, field_names, rename, defaults)
    size = len(field_names)
    namespace = {
        "__doc__": f"{typename}({', '.join(field_names)}{',' * (len(field_names) == 1)})",
        "__slots__": (),
        "_fields": field_names,
        "_field_defaults": defaults,
    }
    methods = _namedtuple_methods(typename, field_names, defaults)
    for method in methods:
        if method.__class__ is classmethod:
            method.__func__.__qualname__ = f"{typename}.{method.__func__.__name__}"
            namespace[method.__func__.__name__] = method
        else:
            method.__qualname__ = f"{typename}.{method.__name__}"
            if method.__name__ == "_replace":
                namespace["__replace__"] = method
            namespace[method.__name__] = method
    namespace["__match_args__"] = field_names
    for index, name in enumerate(field_names):
        namespace[name] = _tuplegetter(index, _sys.intern(f"Alias for field number {index}"))
    result = type(typename, (tuple,), namespace)

    # Pickles find the class in the module that it was made for.
    if module is None:
        module = _caller_name()
    if module is not None:
        result.__module__ = module
    return result


def _caller_name():
    try:
        return _sys._getframemodulename(2) or "__main__"
    except AttributeError:
        pass
    try:
        return _sys._getframe(2).f_globals.get("__name__", "__main__")
    except (AttributeError, ValueError):
        return None


def _checked_fields(typename, field_names, rename, defaults):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = list(map(str, field_names))
    typename = _sys.intern(str(typename))
    from keyword import iskeyword
    if rename:
        seen = set()
        for index, name in enumerate(field_names):
            if (not name.isidentifier() or iskeyword(name)
                    or name.startswith("_") or name in seen):
                field_names[index] = f"_{index}"
            seen.add(name)

    for name in [typename] + field_names:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)

    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError("Got more default values than field names")
        defaults = dict(zip(field_names[len(field_names) - len(defaults):], defaults))
    return typename, tuple(map(_sys.intern, field_names)), defaults or {}


def _namedtuple_methods(typename, field_names, defaults):
    size = len(field_names)
    tuple_new = tuple.__new__

    # Only source text can name the parameters; the names have been checked.
    parameters = ", ".join(field_names)
    items = parameters + "," if size == 1 else parameters
    __new__ = eval(f"lambda _cls, {parameters}: _tuple_new(_cls, ({items}))",
                   {"_tuple_new": tuple_new, "__builtins__": {},
                    "__name__": f"namedtuple_{typename}"})
    __new__.__name__ = "__new__"
    __new__.__doc__ = f"Create new instance of {typename}({parameters})"
    if defaults:
        __new__.__defaults__ = tuple(defaults.values())

    def _make(cls, iterable):
        result = tuple_new(cls, iterable)
        if len(result) != size:
            raise TypeError(f"Expected {size} arguments, got {len(result)}")
        return result

    _make.__qualname__ = "namedtuple.<locals>._make"  # as the class method shows it
    _make = classmethod(_make)
    _make.__func__.__doc__ = f"Make a new {typename} object from a sequence or iterable"

    def _replace(self, /, **kwds):
        result = self._make(map(kwds.pop, field_names, self))
        if kwds:
            raise TypeError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    _replace.__doc__ = f"Return a new {typename} object replacing specified fields with new values"

    shape = "(" + ", ".join([f"{name}=%r" for name in field_names]) + ")"

    def __repr__(self):
        "Return a nicely formatted representation string"
        return self.__class__.__name__ + shape % self

    def _asdict(self):
        "Return a new dict which maps field names to their values."
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        "Return self as a plain tuple.  Used by copy and pickle."
        return tuple(self)

    return __new__, _make, _replace, __repr__, _asdict, __getnewargs__


# Counter

class Counter(dict):
    """A dict that counts: elements are its keys, how often they occurred its values.

    >>> c = Counter("abracadabra")
    >>> c["a"], c["z"], c.most_common(2)
    (5, 0, [('a', 5), ('b', 2)])
    """

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of all counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The n elements with the highest counts (all of them for None) and their counts."""
        def count(item):
            return item[1]
        if n is None:
            return sorted(self.items(), key=count, reverse=True)
        import heapq
        return heapq.nlargest(n, self.items(), key=count)

    def elements(self):
        """An iterator that gives each element as often as it was counted."""
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Count in more: elements, or a mapping of elements to counts."""
        if iterable is not None:
            if not isinstance(iterable, _Mapping):
                _count_elements(self, iterable)
            elif self:
                get = self.get
                for elem, count in iterable.items():
                    self[elem] = count + get(elem, 0)
            else:
                super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """As update(), but take off; counts may go below zero."""
        if iterable is not None:
            get = self.get
            if isinstance(iterable, _Mapping):
                for elem, count in iterable.items():
                    self[elem] = get(elem, 0) - count
            else:
                for elem in iterable:
                    self[elem] = get(elem, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A Counter of its own with the same counts."""
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        """As dict's, but content when elem isn't there."""
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            counts = dict(self.most_common())
        except TypeError:
            counts = dict(self)  # the counts have no order
        return f"{self.__class__.__name__}({counts!r})"

    # Comparisons take an absent element for a count of zero.

    def __eq__(self, other):
        """Are all counts equal?"""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        """Does any count differ?"""
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        """Is no count larger than the other's?"""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        """Is no count larger than the other's and some smaller?"""
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        """Is no count smaller than the other's?"""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        """Is no count smaller than the other's and some larger?"""
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    # Operators keep the positive counts only.

    def __add__(self, other):
        """Sums of the counts."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            both = count + other[elem]
            if both > 0:
                result[elem] = both
        for elem, count in other.items():
            if elem not in self and count > 0:
                result[elem] = count
        return result

    def __sub__(self, other):
        """Differences of the counts."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            rest = count - other[elem]
            if rest > 0:
                result[elem] = rest
        for elem, count in other.items():
            if elem not in self and count < 0:
                result[elem] = 0 - count
        return result

    def __or__(self, other):
        """The larger of both counts."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            second = other[elem]
            larger = second if count < second else count
            if larger > 0:
                result[elem] = larger
        for elem, count in other.items():
            if elem not in self and count > 0:
                result[elem] = count
        return result

    def __and__(self, other):
        """The smaller of both counts."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            second = other[elem]
            smaller = count if count < second else second
            if smaller > 0:
                result[elem] = smaller
        return result

    def __pos__(self):
        """The positive counts."""
        result = Counter()
        for elem, count in self.items():
            if count > 0:
                result[elem] = count
        return result

    def __neg__(self):
        """The negative counts with their signs turned."""
        result = Counter()
        for elem, count in self.items():
            if count < 0:
                result[elem] = 0 - count
        return result

    def _keep_positive(self):
        for elem in [elem for elem, count in self.items() if not count > 0]:
            del self[elem]
        return self

    def __iadd__(self, other):
        for elem, count in other.items():
            self[elem] += count
        return self._keep_positive()

    def __isub__(self, other):
        for elem, count in other.items():
            self[elem] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for elem, count in other.items():
            if count > self[elem]:
                self[elem] = count
        return self._keep_positive()

    def __iand__(self, other):
        for elem, count in self.items():
            second = other[elem]
            if second < count:
                self[elem] = second
        return self._keep_positive()
