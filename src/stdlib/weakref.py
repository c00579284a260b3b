"""References that don't keep what they refer to alive, and containers of such."""

from _weakref import (
    getweakrefcount, getweakrefs, ref, proxy, CallableProxyType, ProxyType, ReferenceType,
    _remove_dead_weakref)
from _weakrefset import WeakSet, _IterationGuard, _settle
import _collections_abc

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary",
    "ReferenceType", "ProxyType", "CallableProxyType", "ProxyTypes",
    "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]

ProxyTypes = (ProxyType, CallableProxyType)

_collections_abc.MutableSet.register(WeakSet)


class WeakMethod(ref):
    """A weak reference to a bound method, which lives as long as its object and function."""

    __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def gone(_):
            # Either may go first; the callback hears of it once.
            self = self_wr()
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, obj, gone)
        self._func_ref = ref(func, gone)
        self._meth_type = type(meth)
        self._alive = True
        self_wr = ref(self)
        return self

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        answer = WeakMethod.__eq__(self, other)
        return answer if answer is NotImplemented else not answer

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A reference that knows the key it stands under."""

    __slots__ = ("key",)

    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


def _with_living_values(data):
    for key, reference in data.items():
        value = reference()
        if value is not None:
            yield key, value


def _with_living_keys(data):
    for reference, value in data.items():
        key = reference()
        if key is not None:
            yield key, value


class WeakValueDictionary(_collections_abc.MutableMapping):
    """A dict whose entries go when their values die."""

    def __init__(self, other=(), /, **kw):
        def remove(reference, self_wr=ref(self), drop_dead=_remove_dead_weakref):
            owner = self_wr()
            if owner is not None:
                if owner._iterating:
                    owner._pending_removals.append(reference.key)
                else:
                    drop_dead(owner.data, reference.key)

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
        self.data = {}
        self.update(other, **kw)

    def _commit_removals(self, drop_dead=_remove_dead_weakref):
        pending, data = self._pending_removals, self.data
        while pending:
            drop_dead(data, pending.pop())

    def __getitem__(self, key):
        _settle(self)
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        _settle(self)
        del self.data[key]

    def __len__(self):
        _settle(self)
        return len(self.data)

    def __contains__(self, key):
        _settle(self)
        try:
            reference = self.data[key]
        except KeyError:
            return False
        return reference() is not None

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def __setitem__(self, key, value):
        _settle(self)
        self.data[key] = KeyedRef(value, self._remove, key)

    def copy(self):
        """A dict of its own with the same keys and values."""
        _settle(self)
        result = WeakValueDictionary()
        with _IterationGuard(self):
            for key, value in _with_living_values(self.data):
                result[key] = value
        return result

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        _settle(self)
        result = self.__class__()
        with _IterationGuard(self):
            for key, value in _with_living_values(self.data):
                result[deepcopy(key, memo)] = value
        return result

    def get(self, key, default=None):
        """The value of key, or default when there is none."""
        _settle(self)
        try:
            reference = self.data[key]
        except KeyError:
            return default
        value = reference()
        return default if value is None else value

    def items(self):
        """An iterator over the (key, value) pairs."""
        _settle(self)
        with _IterationGuard(self):
            yield from _with_living_values(self.data)

    def keys(self):
        """An iterator over the keys."""
        _settle(self)
        with _IterationGuard(self):
            for key, reference in self.data.items():
                if reference() is not None:
                    yield key

    __iter__ = keys

    def values(self):
        """An iterator over the values."""
        _settle(self)
        with _IterationGuard(self):
            for reference in self.data.values():
                value = reference()
                if value is not None:
                    yield value

    def itervaluerefs(self):
        """An iterator over the references to the values, dead ones included."""
        _settle(self)
        with _IterationGuard(self):
            yield from self.data.values()

    def valuerefs(self):
        """A list of the references to the values, dead ones included."""
        _settle(self)
        return list(self.data.values())

    def popitem(self):
        """Remove and return some (key, value) pair; KeyError when there is none."""
        _settle(self)
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def pop(self, key, *args):
        """Remove key and return its value, or a default; KeyError without either."""
        _settle(self)
        try:
            value = self.data.pop(key)()
        except KeyError:
            value = None
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        """The value of key, which becomes default when there is none."""
        try:
            value = self.data[key]()
        except KeyError:
            value = None
        if value is not None:
            return value
        _settle(self)
        self.data[key] = KeyedRef(default, self._remove, key)
        return default

    def update(self, other=None, /, **kwargs):
        """Take over the items of a mapping or of pairs, and then the keywords."""
        _settle(self)
        if other is not None:
            if not hasattr(other, "items"):
                other = dict(other)
            for key, value in other.items():
                self.data[key] = KeyedRef(value, self._remove, key)
        for key, value in kwargs.items():
            self.data[key] = KeyedRef(value, self._remove, key)

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union_after(self, other)


def _union(self, other):
    if not isinstance(other, _collections_abc.Mapping):
        return NotImplemented
    result = self.copy()
    result.update(other)
    return result


def _union_after(self, other):
    if not isinstance(other, _collections_abc.Mapping):
        return NotImplemented
    result = self.__class__()
    result.update(other)
    result.update(self)
    return result


class WeakKeyDictionary(_collections_abc.MutableMapping):
    """A dict whose entries go when their keys die."""

    def __init__(self, dict=None):
        self.data = {}

        def remove(key, self_wr=ref(self)):
            owner = self_wr()
            if owner is not None:
                if owner._iterating:
                    owner._pending_removals.append(key)
                else:
                    try:
                        del owner.data[key]
                    except KeyError:
                        pass

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
        self._dirty_len = False
        if dict is not None:
            self.update(dict)

    def _commit_removals(self):
        # Not done by every access: looking a dead key up finds nothing anyway.
        pending, data = self._pending_removals, self.data
        while pending:
            try:
                del data[pending.pop()]
            except KeyError:
                pass

    def _scrub_removals(self):
        data = self.data
        self._pending_removals = [key for key in self._pending_removals if key in data]
        self._dirty_len = False

    def __delitem__(self, key):
        self._dirty_len = True
        del self.data[ref(key)]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __len__(self):
        if self._dirty_len and self._pending_removals:
            # Some that wait to be removed may have been removed by hand.
            self._scrub_removals()
        return len(self.data) - len(self._pending_removals)

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def copy(self):
        """A dict of its own with the same keys and values."""
        result = WeakKeyDictionary()
        with _IterationGuard(self):
            for key, value in _with_living_keys(self.data):
                result[key] = value
        return result

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        result = self.__class__()
        with _IterationGuard(self):
            for key, value in _with_living_keys(self.data):
                result[key] = deepcopy(value, memo)
        return result

    def get(self, key, default=None):
        """The value of key, or default when there is none."""
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def items(self):
        """An iterator over the (key, value) pairs."""
        with _IterationGuard(self):
            yield from _with_living_keys(self.data)

    def keys(self):
        """An iterator over the keys."""
        with _IterationGuard(self):
            for reference in self.data:
                key = reference()
                if key is not None:
                    yield key

    __iter__ = keys

    def values(self):
        """An iterator over the values."""
        with _IterationGuard(self):
            for reference, value in self.data.items():
                if reference() is not None:
                    yield value

    def keyrefs(self):
        """A list of the references to the keys, dead ones included."""
        return list(self.data)

    def popitem(self):
        """Remove and return some (key, value) pair; KeyError when there is none."""
        self._dirty_len = True
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def pop(self, key, *args):
        """Remove key and return its value, or a default; KeyError without either."""
        self._dirty_len = True
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        """The value of key, which becomes default when there is none."""
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        """Take over the items of a mapping or of pairs."""
        data = self.data
        if dict is not None:
            if not hasattr(dict, "items"):
                dict = type({})(dict)
            for key, value in dict.items():
                data[ref(key, self._remove)] = value
        if kwargs:
            self.update(kwargs)

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union_after(self, other)


class finalize:
    """Calls func(*args, **kwargs) once: when obj dies, when called, or at exit.

    >>> class Thing: pass
    >>> thing = Thing()
    >>> f = finalize(thing, print, "gone")
    >>> del thing
    gone
    >>> f.alive
    False
    """

    __slots__ = ()
    _registry = {}  # the living ones, each with what it calls
    _shutdown = False
    _created = 0
    _dirty = False
    _registered_with_atexit = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered_with_atexit:
            import atexit
            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = finalize._created
        finalize._created += 1
        self._registry[self] = info
        finalize._dirty = True

    def __call__(self, _=None):
        """Call func if it hasn't been, and return its answer; None otherwise."""
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def _alive_info(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        return (None, None) if obj is None else (info, obj)

    def detach(self):
        """Give up, and return (obj, func, args, kwargs); None if no more alive."""
        info, obj = self._alive_info()
        if obj is not None and self._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        """What detach() would return, without giving up."""
        info, obj = self._alive_info()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
        """Is func still to be called?"""
        return self in self._registry

    @property
    def atexit(self):
        """Is func called at exit, when obj lives until then?"""
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info, obj = self._alive_info()
        name = type(self).__name__
        if obj is None:
            return f"<{name} object at {id(self):#x}; dead>"
        return f"<{name} object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>"

    @classmethod
    def _select_for_exit(cls):
        pending = [(f, info) for f, info in cls._registry.items() if info.atexit]
        pending.sort(key=lambda item: item[1].index)
        return [f for f, info in pending]

    @classmethod
    def _exitfunc(cls):
        """Run what is left, the newest first, without any garbage collection between."""
        enabled = False
        try:
            if cls._registry:
                import gc
                if gc.isenabled():
                    enabled = True
                    gc.disable()
                pending = None
                while True:
                    if pending is None or finalize._dirty:
                        pending = cls._select_for_exit()
                        finalize._dirty = False
                    if not pending:
                        break
                    f = pending.pop()
                    try:
                        f()
                    except Exception:
                        import sys
                        sys.excepthook(*sys.exc_info())
                    assert f not in cls._registry
        finally:
            finalize._shutdown = True
            if enabled:
                gc.enable()
