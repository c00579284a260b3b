"""Abstract base classes of containers: collections.abc is this module.

It lives apart so that those who want the classes needn't load collections.
"""

import sys
from abc import ABCMeta, abstractmethod

GenericAlias = type(list[int])

__all__ = [
    "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator",
    "Hashable", "Iterable", "Iterator", "Generator", "Reversible",
    "Sized", "Container", "Callable", "Collection",
    "Set", "MutableSet",
    "Mapping", "MutableMapping",
    "MappingView", "KeysView", "ItemsView", "ValuesView",
    "Sequence", "MutableSequence", "ByteString", "Buffer",
]

# What the classes below show as their module.
__name__ = "collections.abc"

# Tell structural pattern matching what kind of pattern a subclass matches.
_MATCHES_SEQUENCE = 1 << 5
_MATCHES_MAPPING = 1 << 6


def _check_methods(C, *methods):
    """True when C has all the methods; NotImplemented when it lacks or disowns one."""
    mro = C.__mro__
    for method in methods:
        for cls in mro:
            namespace = cls.__dict__
            if method in namespace:
                if namespace[method] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def _structural(owner, *methods):
    """A __subclasshook__ for owner that is content with the presence of methods."""

    def __subclasshook__(cls, C):
        if cls.__name__ == owner and cls.__module__ == "collections.abc":
            return _check_methods(C, *methods)
        return NotImplemented

    __subclasshook__.__qualname__ = owner + ".__subclasshook__"
    return classmethod(__subclasshook__)


# One method makes the class

# Has a hash.
class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0

    __subclasshook__ = _structural("Hashable", "__hash__")


# Can stand in an await expression.
class Awaitable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    __subclasshook__ = _structural("Awaitable", "__await__")
    __class_getitem__ = classmethod(GenericAlias)


# An awaitable that is run by send(), throw() and close().
class Coroutine(Awaitable):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Go on with value as the answer of the await; return or raise StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception raised at the await."""
        raise _as_exception(typ, val, tb)

    def close(self):
        """Have the coroutine come to its end."""
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError("coroutine ignored GeneratorExit")

    __subclasshook__ = _structural("Coroutine", "__await__", "send", "throw", "close")


def _as_exception(typ, val, tb):
    if val is None:
        if tb is None:
            return typ
        val = typ()
    return val if tb is None else val.with_traceback(tb)


# Can be gone through by async for.
class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __subclasshook__ = _structural("AsyncIterable", "__aiter__")
    __class_getitem__ = classmethod(GenericAlias)


# Gives its items through an awaitable __anext__.
class AsyncIterator(AsyncIterable):
    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        """The next item; StopAsyncIteration after the last."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    __subclasshook__ = _structural("AsyncIterator", "__anext__", "__aiter__")


# An asynchronous iterator that takes values and exceptions.
class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    async def __anext__(self):
        """The next item; StopAsyncIteration after the last."""
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Go on with value as what the yield gives."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Go on with an exception raised at the yield."""
        raise _as_exception(typ, val, tb)

    async def aclose(self):
        """Have the generator come to its end."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            pass
        else:
            raise RuntimeError("asynchronous generator ignored GeneratorExit")

    __subclasshook__ = _structural(
        "AsyncGenerator", "__aiter__", "__anext__", "asend", "athrow", "aclose")


# Can be gone through by for.
class Iterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    __subclasshook__ = _structural("Iterable", "__iter__")
    __class_getitem__ = classmethod(GenericAlias)


# Gives its items one by one through __next__.
class Iterator(Iterable):
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        """The next item; StopIteration after the last."""
        raise StopIteration

    def __iter__(self):
        return self

    __subclasshook__ = _structural("Iterator", "__iter__", "__next__")


# Can be gone through backwards.
class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None

    __subclasshook__ = _structural("Reversible", "__reversed__", "__iter__")


# An iterator that takes values and exceptions.
class Generator(Iterator):
    __slots__ = ()

    def __next__(self):
        """The next item; StopIteration after the last."""
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Go on with value as what the yield gives."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception raised at the yield."""
        raise _as_exception(typ, val, tb)

    def close(self):
        """Have the generator come to its end."""
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError("generator ignored GeneratorExit")

    __subclasshook__ = _structural(
        "Generator", "__iter__", "__next__", "send", "throw", "close")


# Has a length.
class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0

    __subclasshook__ = _structural("Sized", "__len__")


# Answers the in operator.
class Container(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __subclasshook__ = _structural("Container", "__contains__")
    __class_getitem__ = classmethod(GenericAlias)


# Sized, iterable and answering in.
class Collection(Sized, Iterable, Container):
    __slots__ = ()

    __subclasshook__ = _structural("Collection", "__len__", "__iter__", "__contains__")


# Lets memoryview look at its bytes.
class Buffer(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags: int, /) -> memoryview:
        raise NotImplementedError

    __subclasshook__ = _structural("Buffer", "__buffer__")


# Callable[[argument, ...], result]

def _is_param_expr(obj):
    """Can obj stand for all of a callable's parameters?"""
    if obj is Ellipsis or isinstance(obj, list):
        return True
    kind = type(obj)
    return (kind.__module__ == "typing"
            and kind.__name__ in ("ParamSpec", "_ConcatenateGenericAlias"))


def _has_single_param_expr(args):
    return len(args) == 2 and _is_param_expr(args[0])


def _type_repr(obj):
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is Ellipsis:
        return "..."
    if isinstance(obj, type(_type_repr)):
        return obj.__name__
    return repr(obj)


class _CallableGenericAlias(GenericAlias):
    """Callable[arguments, result], whose __args__ are laid out flat."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        arguments, result = args
        if isinstance(arguments, (tuple, list)):
            args = (*arguments, result)
        elif not _is_param_expr(arguments):
            raise TypeError(f"Expected a list of types, an ellipsis, "
                            f"ParamSpec, or Concatenate. Got {arguments}")
        return super().__new__(cls, origin, args)

    def __repr__(self):
        if _has_single_param_expr(self.__args__):
            return super().__repr__()
        *arguments, result = map(_type_repr, self.__args__)
        return f"collections.abc.Callable[[{', '.join(arguments)}], {result}]"

    def __reduce__(self):
        args = self.__args__
        if not _has_single_param_expr(args):
            args = list(args[:-1]), args[-1]
        return _CallableGenericAlias, (Callable, args)

    def __getitem__(self, item):
        if not isinstance(item, tuple):
            item = (item,)
        parameters = self.__parameters__
        if (len(parameters) == 1 and _is_param_expr(parameters[0])
                and item and not _is_param_expr(item[0])):
            # C[int, str] is short for C[[int, str]] when C has one ParamSpec.
            item = (item,)
        args = super().__getitem__(item).__args__
        if not isinstance(args[0], (tuple, list)):
            args = args[:-1], args[-1]
        return _CallableGenericAlias(Callable, args)


# Can be called.
class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __subclasshook__ = _structural("Callable", "__call__")
    __class_getitem__ = classmethod(_CallableGenericAlias)


# Sets

class Set(Collection):
    """A set to look at.

    A subclass gives __contains__, __iter__ and __len__. One whose constructor
    doesn't take an iterable overrides _from_iterable() as well.
    """

    __slots__ = ()

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all(elem in other for elem in self)

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all(elem in self for elem in other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)

    @classmethod
    def _from_iterable(cls, it):
        """Make the result of an operation from its elements."""
        return cls(it)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(value for value in other if value in self)

    __rand__ = __and__

    def isdisjoint(self, other):
        """Have the two no element in common?"""
        return not any(value in self for value in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(value for part in (self, other) for value in part)

    __ror__ = __or__

    def __sub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return self._from_iterable(value for value in self if value not in other)

    def __rsub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return self._from_iterable(value for value in other if value not in self)

    def __xor__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def _hash(self):
        """The hash that a frozenset of the same elements has.

        For immutable subclasses, as their __hash__: sets of any kind that are
        equal then have equal hashes.
        """
        mask = 2 * sys.maxsize + 1
        size = len(self)
        result = 1927868237 * (size + 1) & mask
        for elem in self:
            h = hash(elem)
            result ^= (h ^ (h << 16) ^ 89869747) * 3644798167 & mask
        result ^= (result >> 11) ^ (result >> 25)
        result = (result * 69069 + 907133923) & mask
        if result > sys.maxsize:
            result -= mask + 1
        return 590923713 if result == -1 else result


class MutableSet(Set):
    """A set that changes: a subclass adds add() and discard()."""

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Add an element."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Remove an element if it is there."""
        raise NotImplementedError

    def remove(self, value):
        """Remove an element; KeyError when it isn't there."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Remove and return some element; KeyError when there is none."""
        for value in self:
            break
        else:
            raise KeyError from None
        self.discard(value)
        return value

    def clear(self):
        """Remove every element."""
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        if not isinstance(it, Set):
            it = self._from_iterable(it)
        for value in it:
            if value in self:
                self.discard(value)
            else:
                self.add(value)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
        else:
            for value in it:
                self.discard(value)
        return self


# Mappings

class Mapping(Collection):
    """A mapping to look at: a subclass gives __getitem__, __iter__ and __len__."""

    __slots__ = ()
    __abc_tpflags__ = _MATCHES_MAPPING

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        """The value of key, or default when there is none."""
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        """A set-like view of the keys."""
        return KeysView(self)

    def items(self):
        """A set-like view of the (key, value) pairs."""
        return ItemsView(self)

    def values(self):
        """A view of the values."""
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __reversed__ = None


class MutableMapping(Mapping):
    """A mapping that changes: a subclass adds __setitem__ and __delitem__."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    __marker = object()

    def pop(self, key, default=__marker):
        """Remove key and return its value, or default; KeyError without either."""
        try:
            value = self[key]
        except KeyError:
            if default is self.__marker:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        """Remove and return some (key, value) pair; KeyError when there is none."""
        for key in self:
            break
        else:
            raise KeyError from None
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        """Remove every key."""
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        """Take over the items of a mapping or of pairs, and then the keywords."""
        if isinstance(other, Mapping):
            for key in other:
                self[key] = other[key]
        elif hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        """The value of key, which becomes default when there is none."""
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


# What keys(), items() and values() of a mapping have in common.
class MappingView(Sized):
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._mapping!r})"

    __class_getitem__ = classmethod(GenericAlias)


# The keys of a mapping, as a set.
class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


# The (key, value) pairs of a mapping, as a set.
class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is value or found == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


# The values of a mapping.
class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        for key in self._mapping:
            found = self._mapping[key]
            if found is value or found == value:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


# Sequences

class Sequence(Reversible, Collection):
    """A sequence to look at: a subclass gives __getitem__ and __len__."""

    __slots__ = ()
    __abc_tpflags__ = _MATCHES_SEQUENCE

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        index = 0
        try:
            while True:
                yield self[index]
                index += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __reversed__(self):
        for index in range(len(self) - 1, -1, -1):
            yield self[index]

    def index(self, value, start=0, stop=None):
        """Where value is first found, from start up to stop; ValueError if nowhere."""
        if start is not None and start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        index = start
        while stop is None or index < stop:
            try:
                item = self[index]
            except IndexError:
                break
            if item is value or item == value:
                return index
            index += 1
        raise ValueError

    def count(self, value):
        """How many items equal value."""
        return sum(1 for item in self if item is value or item == value)


class MutableSequence(Sequence):
    """A sequence that changes: a subclass adds __setitem__, __delitem__ and insert()."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Put value in front of the item at index."""
        raise IndexError

    def append(self, value):
        """Add value at the end."""
        self.insert(len(self), value)

    def clear(self):
        """Remove every item."""
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        """Turn the order round in place."""
        last = len(self) - 1
        for index in range((last + 1) // 2):
            self[index], self[last - index] = self[last - index], self[index]

    def extend(self, values):
        """Add all of the values at the end."""
        if values is self:
            values = list(values)
        for value in values:
            self.append(value)

    def pop(self, index=-1):
        """Remove and return the item at index, the last one if none is given."""
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        """Remove the first item that equals value; ValueError if there is none."""
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class _DeprecateByteStringMeta(ABCMeta):
    """Warns whoever still uses ByteString."""

    def __new__(cls, name, bases, namespace, **kwargs):
        if name != "ByteString":
            _warn_of_byte_string()
        return super().__new__(cls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        _warn_of_byte_string()
        return super().__instancecheck__(instance)


def _warn_of_byte_string():
    import warnings
    warnings._deprecated("collections.abc.ByteString", remove=(3, 14))


class ByteString(Sequence, metaclass=_DeprecateByteStringMeta):
    """bytes and bytearray: deprecated, say Buffer or name the types."""

    __slots__ = ()


# Only those that the presence of methods doesn't tell have to be registered.
Set.register(frozenset)
MutableSet.register(set)
Mapping.register(type(type.__dict__))
Mapping.register(type((lambda: sys._getframe().f_locals)()))
MutableMapping.register(dict)
KeysView.register(type({}.keys()))
ItemsView.register(type({}.items()))
ValuesView.register(type({}.values()))
for _kind in (tuple, str, range, memoryview, bytes):
    Sequence.register(_kind)
for _kind in (list, bytearray):
    MutableSequence.register(_kind)
for _kind in (bytes, bytearray):
    ByteString.register(_kind)
del _kind
