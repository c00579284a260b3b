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

def _derive(op, root, answer):
    """A comparison method that asks the method root and makes answer of the result."""
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        return answer(result, self, other)

    name = f"_{op}_from_{root.strip('_')}"
    method.__name__ = f"__{op}__"
    method.__qualname__ = name  # where a pickle finds it
    globals()[name] = method
    return method


def _opposite(result, self, other):
    return not result


def _or_equal(result, self, other):
    return result or self == other


def _and_unequal(result, self, other):
    return result and self != other


def _opposite_or_equal(result, self, other):
    return not result or self == other


def _opposite_and_unequal(result, self, other):
    return not result and self != other


_derived_orderings = {
    root: [_derive(op, root, answer) for op, answer in rules]
    for root, rules in {
        "__lt__": (("gt", _opposite_and_unequal), ("le", _or_equal), ("ge", _opposite)),
        "__le__": (("ge", _opposite_or_equal), ("lt", _and_unequal), ("gt", _opposite)),
        "__gt__": (("lt", _opposite_and_unequal), ("ge", _or_equal), ("le", _opposite)),
        "__ge__": (("le", _opposite_or_equal), ("gt", _and_unequal), ("lt", _opposite)),
    }.items()
}


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
            raise TypeError(f"the first argument {func!r} must be a callable or a descriptor")
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
    if name == "recursive_repr":
        from reprlib import recursive_repr
        return recursive_repr
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _new_cache(user_function, maxsize, typed):
    info = globals().get("_CacheInfo") or __getattr__("_CacheInfo")
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, info)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, user_function)


def lru_cache(maxsize=128, typed=False):
    """Decorator: remember the results of the maxsize calls used last (of all, for None).

    The arguments have to be hashable. typed keeps 3 and 3.0 apart. The
    function gets cache_info(), cache_clear(), cache_parameters() and
    __wrapped__.
    """
    if callable(maxsize) and isinstance(typed, bool):
        # Used without parentheses: @lru_cache
        return _new_cache(maxsize, 128, typed)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _new_cache(user_function, maxsize, typed)

    return decorating_function


def cache(user_function, /):
    """Decorator: remember the results of all calls."""
    return lru_cache(maxsize=None)(user_function)


_NOT_FOUND = object()


class cached_property:
    """A property computed once: its value goes into the instance's __dict__."""

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


# Functions with one implementation per type

def _c3_merge(sequences):
    """Merge orders into one that keeps to all of them, by the C3 algorithm."""
    result = []
    while sequences := [s for s in sequences if s]:
        tails = [s[1:] for s in sequences]
        for sequence in sequences:
            candidate = sequence[0]
            if not any(candidate in tail for tail in tails):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(candidate)
        for sequence in sequences:
            if sequence[0] == candidate:
                del sequence[0]
    return result


def _c3_mro(cls, abcs=None):
    """cls's MRO with the abstract base classes of abcs that it satisfies put in."""
    bases = cls.__bases__
    # They stand behind the last base that is abstract itself.
    boundary = max([i + 1 for i, base in enumerate(bases)
                    if hasattr(base, "__abstractmethods__")], default=0)
    abcs = list(abcs or ())
    # Those that a base satisfies already come in with the base.
    own = [abc for abc in abcs
           if issubclass(cls, abc) and not any(issubclass(base, abc) for base in bases)]
    abcs = [abc for abc in abcs if abc not in own]
    groups = [list(bases[:boundary]), own, list(bases[boundary:])]
    mros = [_c3_mro(base, abcs) for group in groups for base in group]
    return _c3_merge([[cls]] + mros + groups)


def _compose_mro(cls, types):
    """cls's MRO with those of types put in that are abstract base classes of it."""
    mro = set(cls.__mro__)

    def is_related(typ):
        return (typ not in mro and hasattr(typ, "__mro__")
                and not isinstance(typ, GenericAlias) and issubclass(cls, typ))

    types = [typ for typ in types if is_related(typ)]
    # What another one inherits from comes in with that.
    types = [typ for typ in types
             if not any(typ != other and typ in other.__mro__ for other in types)]
    wanted = set(types)
    result = []
    for typ in types:
        found = [[base for base in sub.__mro__ if base in wanted]
                 for sub in typ.__subclasses__() if sub not in mro and issubclass(cls, sub)]
        found.sort(key=len, reverse=True)
        for base in [base for bases in found for base in bases] or [typ]:
            if base not in result:
                result.append(base)
    return _c3_mro(cls, result)


def _find_impl(cls, registry):
    """The implementation for cls: of the nearest class in its extended MRO."""
    match = None
    for typ in _compose_mro(cls, registry.keys()):
        if match is not None:
            # Two unrelated abstract classes: the order between them is arbitrary.
            if (typ in registry and typ not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, typ)):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {typ}")
            break
        if typ in registry:
            match = typ
    return registry.get(match)


def _classes_of(annotation):
    """The classes of a union; None when annotation is no union of classes."""
    from typing import Union, get_args, get_origin
    if get_origin(annotation) in (Union, type(int | str)):
        classes = get_args(annotation)
        if all(isinstance(cls, type) for cls in classes):
            return classes
    return None


def _annotated_argument(func):
    """The name and the annotation of func's first annotated parameter."""
    from typing import get_type_hints
    return next(iter(get_type_hints(func).items()))


def singledispatch(func):
    """Decorator: a generic function, which chooses by its first argument's type.

    The function decorated answers for types that nothing is registered for.
    Its attribute register(type) is the decorator for the others, dispatch(type)
    tells what would be called, registry shows them all.
    """
    import types
    import weakref

    registry = {}
    dispatch_cache = weakref.WeakKeyDictionary()
    cache_token = None

    def dispatch(cls):
        """The implementation for a class."""
        nonlocal cache_token
        if cache_token is not None:
            from abc import get_cache_token
            current_token = get_cache_token()
            if cache_token != current_token:
                dispatch_cache.clear()
                cache_token = current_token
        try:
            return dispatch_cache[cls]
        except KeyError:
            pass
        impl = registry.get(cls)
        if impl is None:
            impl = _find_impl(cls, registry)
        dispatch_cache[cls] = impl
        return impl

    def register(cls, func=None):
        """Register an implementation for a class or a union of classes.

        As a decorator without a class it takes the first argument's annotation.
        """
        nonlocal cache_token
        if isinstance(cls, type):
            classes = (cls,)
        else:
            classes = _classes_of(cls)
        if classes is not None:
            if func is None:
                return lambda func: register(cls, func)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. "
                                f"{cls!r} is not a class or union type.")
            if not getattr(cls, "__annotations__", {}):
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. "
                                f"Use either `@register(some_class)` or plain `@register` "
                                f"on an annotated function.")
            func = cls
            name, cls = _annotated_argument(func)
            classes = (cls,) if isinstance(cls, type) else _classes_of(cls)
            if classes is None:
                from typing import Union, get_origin
                if get_origin(cls) in (Union, types.UnionType):
                    raise TypeError(f"Invalid annotation for {name!r}. "
                                    f"{cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        for kind in classes:
            registry[kind] = func
            if cache_token is None and hasattr(kind, "__abstractmethods__"):
                from abc import get_cache_token
                cache_token = get_cache_token()
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = dispatch_cache.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch for methods: chooses by the first argument after self or cls."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

        import weakref
        self._method_cache = weakref.WeakKeyDictionary()

    def register(self, cls, method=None):
        """Register an implementation, as the function's register()."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        if self._method_cache is not None:
            try:
                return self._method_cache[obj]
            except TypeError:
                self._method_cache = None  # no weak references to such objects
            except KeyError:
                pass

        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{name} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        if self._method_cache is not None:
            self._method_cache[obj] = _method
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
