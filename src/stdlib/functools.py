"""Functions that take functions or give functions."""

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES",
    "total_ordering", "cache", "cmp_to_key", "lru_cache", "reduce",
    "partial", "partialmethod", "singledispatch", "singledispatchmethod",
    "cached_property",
]

try:
    from _functools import cmp_to_key, partial, reduce, _lru_cache_wrapper
except ImportError:
    from _pyfunctools import RLock, cmp_to_key, partial, reduce, _lru_cache_wrapper

GenericAlias = type(list[int])


# Functions that pass for others

WRAPPER_ASSIGNMENTS = (
    "__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make wrapper look like wrapped, which becomes its __wrapped__; return wrapper.

    assigned names the attributes that are taken over, updated those that are
    dicts and get wrapped's items.
    """
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator for a function that wraps another: update_wrapper() with wrapper left open."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# total_ordering

# Each asks one method and answers for another. They are known by these names to pickles.

def _gt_from_lt(self, other):
    result = type(self).__lt__(self, other)
    return result if result is NotImplemented else not result and self != other


def _le_from_lt(self, other):
    result = type(self).__lt__(self, other)
    return result if result is NotImplemented else result or self == other


def _ge_from_lt(self, other):
    result = type(self).__lt__(self, other)
    return result if result is NotImplemented else not result


def _ge_from_le(self, other):
    result = type(self).__le__(self, other)
    return result if result is NotImplemented else not result or self == other


def _lt_from_le(self, other):
    result = type(self).__le__(self, other)
    return result if result is NotImplemented else result and self != other


def _gt_from_le(self, other):
    result = type(self).__le__(self, other)
    return result if result is NotImplemented else not result


def _lt_from_gt(self, other):
    result = type(self).__gt__(self, other)
    return result if result is NotImplemented else not result and self != other


def _ge_from_gt(self, other):
    result = type(self).__gt__(self, other)
    return result if result is NotImplemented else result or self == other


def _le_from_gt(self, other):
    result = type(self).__gt__(self, other)
    return result if result is NotImplemented else not result


def _le_from_ge(self, other):
    result = type(self).__ge__(self, other)
    return result if result is NotImplemented else not result or self == other


def _gt_from_ge(self, other):
    result = type(self).__ge__(self, other)
    return result if result is NotImplemented else result and self != other


def _lt_from_ge(self, other):
    result = type(self).__ge__(self, other)
    return result if result is NotImplemented else not result


_derived_orderings = {
    "__lt__": (_gt_from_lt, _le_from_lt, _ge_from_lt),
    "__le__": (_ge_from_le, _lt_from_le, _gt_from_le),
    "__gt__": (_lt_from_gt, _ge_from_gt, _le_from_gt),
    "__ge__": (_le_from_ge, _gt_from_ge, _lt_from_ge),
}
for _methods in _derived_orderings.values():
    for _method in _methods:
        _method.__name__ = f"__{_method.__name__[1:3]}__"
del _methods, _method


def total_ordering(cls):
    """Class decorator: add the comparisons that are missing, given one and __eq__."""
    roots = {op for op in _derived_orderings
             if getattr(cls, op, None) is not getattr(object, op, None)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for method in _derived_orderings[max(roots)]:
        if method.__name__ not in roots:
            setattr(cls, method.__name__, method)
    return cls


# partialmethod

class partialmethod:
    """A method that calls another with arguments filled in already."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and getattr(func, "__get__", None) is None:
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            # Nested ones are made into one, which calls more directly.
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        kind = type(self)
        shown = [repr(self.func)]
        shown += map(repr, self.args)
        shown += [f"{key}={value!r}" for key, value in self.keywords.items()]
        return f"{kind.__module__}.{kind.__qualname__}({', '.join(shown)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                # The descriptor has said itself what is called.
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


def _unwrap_partial(func):
    while isinstance(func, partial):
        func = func.func
    return func


def _unwrap_partialmethod(func):
    previous = None
    while func is not previous:
        previous = func
        while isinstance(getattr(func, "__partialmethod__", None), partialmethod):
            func = func.__partialmethod__
        while isinstance(func, partialmethod):
            func = func.func
        func = _unwrap_partial(func)
    return func


# Caches

class _HashedSeq(list):
    """A cache key that keeps its hash, which would be computed more than once."""

    __slots__ = ("hashvalue",)

    def __init__(self, tup, hash=hash):
        self[:] = tup
        self.hashvalue = hash(tup)

    def __hash__(self):
        return self.hashvalue


_keyword_mark = (object(),)
_len = len  # a cache may be put in front of len() itself


def _make_key(args, kwds, typed):
    """What arguments are remembered under: typed ones apart when their types differ."""
    key = args
    if kwds:
        key += _keyword_mark
        for item in kwds.items():
            key += item
    if typed:
        key += tuple([type(value) for value in args])
        if kwds:
            key += tuple([type(value) for value in kwds.values()])
    elif _len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return _HashedSeq(key)


def __getattr__(name):
    if name == "_CacheInfo":
        from collections import namedtuple
        info = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module=__name__)
        return globals().setdefault(name, info)
    if name in ("singledispatch", "singledispatchmethod", "_c3_merge", "_c3_mro",
                "_compose_mro", "_find_impl"):
        import _functools_dispatch
        return globals().setdefault(name, getattr(_functools_dispatch, name))
    if name == "recursive_repr":
        from _recursive_repr import recursive_repr
        return recursive_repr
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *__all__})


def _new_cache(user_function, maxsize, typed, parameters):
    info = globals().get("_CacheInfo") or __getattr__("_CacheInfo")
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, info)
    wrapper.cache_parameters = parameters
    return update_wrapper(wrapper, user_function)


def lru_cache(maxsize=128, typed=False):
    """Decorator: remember the results of the maxsize calls used last (of all, for None).

    The arguments have to be hashable. typed keeps 3 and 3.0 apart. The
    function gets cache_info(), cache_clear(), cache_parameters() and
    __wrapped__.
    """
    if callable(maxsize) and isinstance(typed, bool):
        # Used without parentheses: @lru_cache
        user_function, maxsize = maxsize, 128
        return _new_cache(user_function, maxsize, typed,
                          lambda: {"maxsize": maxsize, "typed": typed})
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _new_cache(user_function, maxsize, typed,
                          lambda: {"maxsize": maxsize, "typed": typed})

    return decorating_function


def cache(user_function, /):
    """Decorator: remember the results of all calls."""
    return lru_cache(maxsize=None)(user_function)


_NOT_FOUND = object()


class cached_property:
    # A property computed once: its value goes into the instance's __dict__.

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(f"Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance "
                            f"to cache {self.attrname!r} property.") from None
        value = cache.get(self.attrname, _NOT_FOUND)
        if value is _NOT_FOUND:
            value = self.func(instance)
            try:
                cache[self.attrname] = value
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} instance does not "
                    f"support item assignment for caching {self.attrname!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)
