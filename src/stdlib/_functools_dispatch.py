"""Functions with one implementation per type: singledispatch and singledispatchmethod.

Part of functools, apart because few programs want them.
"""

from functools import update_wrapper

# What the functions below show as their module.
__name__ = "functools"

GenericAlias = type(list[int])


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
        # What fails in here has a KeyError for its context.
        try:
            impl = dispatch_cache[cls]
        except KeyError:
            try:
                impl = registry[cls]
            except KeyError:
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
