"""Checking types, type parameters, and the objects that subscription gives. Part of typing.

The special forms are in _typing_forms, forward references in _typing_forward;
typing shows all of this as its own.
"""

import functools
import sys
import types
from types import GenericAlias, UnionType
from _typing import Generic, ParamSpec, TypeVar, TypeVarTuple

# What the classes below show as their module.
__name__ = "typing"

Protocol = None  # until _typing_protocol is loaded


# Caches of subscriptions

_cleanups = []
_caches = {}


def _tp_cache(func=None, /, *, typed=False):
    """Decorator: remember the results of calls whose arguments can be hashed."""
    def decorator(func):
        cached = functools.lru_cache(typed=typed)(func)
        _caches[func] = cached.__wrapped__
        _cleanups.append(cached.cache_clear)

        @functools.wraps(func)
        def inner(*args, **kwds):
            try:
                return cached(*args, **kwds)
            except TypeError:
                pass  # not hashable, or an error that comes up again
            return func(*args, **kwds)

        return inner

    return decorator if func is None else decorator(func)


# Checking and showing types

class _Sentinel:
    __slots__ = ()

    def __repr__(self):
        return "<sentinel>"


_sentinel = _Sentinel()


class _TypingEllipsis:
    """Stands for ... among arguments that are to be looked at as types."""


def _type_convert(arg, module=None, *, allow_special_forms=False):
    """None is short for its type, and a string is a forward reference."""
    if arg is None:
        return types.NoneType
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """arg as a type; TypeError when it can't be one. msg starts the error for tuples."""
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    if isinstance(arg, _GenericAlias):
        origin = arg.__origin__
        if (origin is Generic or origin is Protocol
                or (origin is ClassVar and not allow_special_forms)
                or (origin is Final and not allow_special_forms and is_argument)):
            raise TypeError(f"{arg} is not valid as type argument")
    if arg in (Any, LiteralString, NoReturn, Never, Self, TypeAlias):
        return arg
    if allow_special_forms and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg in (Generic, Protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _is_param_expr(arg):
    """Can arg stand for all of a callable's parameters?"""
    return arg is ... or isinstance(
        arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _is_callable_class(cls):
    # Before the module is loaded nothing is its class.
    module = sys.modules.get("_collections_abc")
    return module is not None and cls is module.Callable


def _should_unflatten_callable_args(typ, args):
    return (_is_callable_class(typ.__origin__)
            and not (len(args) == 2 and _is_param_expr(args[0])))


def _type_repr(obj):
    """How a type is shown within the repr of another."""
    if isinstance(obj, tuple):
        return "[" + ", ".join(map(_type_repr, obj)) + "]"
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    return repr(obj)


def _is_dunder(attr):
    return attr.startswith("__") and attr.endswith("__")


# Type parameters

def _is_unpacked_typevartuple(x):
    return not isinstance(x, type) and getattr(x, "__typing_is_unpacked_typevartuple__", False)


def _is_typevar_like(x):
    return isinstance(x, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(x)


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """The type parameters that occur in args, each once, in order."""
    parameters = []
    default_seen = typevartuple_seen = False
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            found = [p for item in arg for p in _collect_type_parameters([item])]
        elif not hasattr(arg, "__typing_subst__"):
            typevartuple_seen = typevartuple_seen or _is_unpacked_typevartuple(arg)
            found = getattr(arg, "__parameters__", ())
        else:
            if enforce_default_ordering and arg not in parameters:
                if arg.has_default():
                    if typevartuple_seen:
                        raise TypeError("Type parameter with a default follows TypeVarTuple")
                    default_seen = True
                elif default_seen:
                    raise TypeError(f"Type parameter {arg!r} without a default follows "
                                    f"type parameter with a default")
            found = (arg,)
        parameters += [p for p in dict.fromkeys(found) if p not in parameters]
    return tuple(parameters)


def _wrong_number(alias, actual, expected, many):
    return TypeError(f"Too {'many' if many else 'few'} arguments for {alias}; "
                     f"actual {actual}, expected {expected}")


def _check_generic_specialization(cls, arguments):
    parameters = cls.__parameters__
    expected, actual = len(parameters), len(arguments)
    if not expected:
        raise TypeError(f"{cls} is not a generic class")
    if actual == expected:
        return
    shown = expected
    if actual < expected:
        rest = parameters[actual:]
        if rest[0].has_default():
            return
        expected -= sum(p.has_default() for p in rest)
        shown = f"at least {expected}"
    raise _wrong_number(cls, actual, shown, actual > expected)


def _unpack_args(*args):
    """args with unpacked tuples of known length in place of themselves."""
    result = []
    for arg in args:
        inner = getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner is not None and not (inner and inner[-1] is ...):
            result.extend(inner)
        else:
            result.append(arg)
    return result


def _is_unpacked(arg):
    return ((isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack)
            or (isinstance(arg, GenericAlias) and getattr(arg, "__unpacked__", False)))


# These do substitution for the native TypeVar, ParamSpec and TypeVarTuple.

def _typevar_subst(self, arg):
    arg = _type_check(arg, "Parameters to generic types must be types.")
    if _is_unpacked(arg):
        raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _typevartuple_prepare_subst(self, alias, args):
    """args with those that this TypeVarTuple takes made into one tuple."""
    params = alias.__parameters__
    index = params.index(self)
    if any(isinstance(param, TypeVarTuple) for param in params[index + 1:]):
        raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    alen, plen = len(args), len(params)
    left, right = index, plen - index - 1
    # An unpacked tuple[int, ...] gives as many ints as are wanted.
    filler_at = filler = None
    for i, arg in enumerate(args):
        if not isinstance(arg, type):
            inner = getattr(arg, "__typing_unpacked_tuple_args__", None)
            if inner and len(inner) == 2 and inner[-1] is ...:
                if filler_at is not None:
                    raise TypeError("More than one unpacked arbitrary-length tuple argument")
                filler_at, filler = i, inner[0]
    if filler_at is not None:
        left = min(left, filler_at)
        right = min(right, alen - filler_at - 1)
    elif left + right > alen:
        raise TypeError(f"Too few arguments for {alias}; "
                        f"actual {alen}, expected at least {plen - 1}")
    if left == alen - right and self.has_default():
        taken = _unpack_args(self.__default__)
    else:
        taken = args[left:alen - right]
    return (*args[:left], *[filler] * (index - left), taken,
            *[filler] * (plen - right - left - (index - left) - 1), *args[alen - right:])


def _paramspec_subst(self, arg):
    if isinstance(arg, (list, tuple)):
        return tuple([_type_check(a, "Expected a type.") for a in arg])
    if not _is_param_expr(arg):
        raise TypeError(f"Expected a list of types, an ellipsis, "
                        f"ParamSpec, or Concatenate. Got {arg}")
    return arg


def _paramspec_prepare_subst(self, alias, args):
    params = alias.__parameters__
    i = params.index(self)
    if i == len(args) and self.has_default():
        args = (*args, self.__default__)
    if i >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    if len(params) == 1 and not _is_param_expr(args[0]):
        return (args,)  # Z[int, str] is short for Z[[int, str]]
    if isinstance(args[i], list):
        return (*args[:i], tuple(args[i]), *args[i + 1:])
    return args


@_tp_cache
def _generic_class_getitem(cls, args):
    """What Generic's __class_getitem__ does."""
    if not isinstance(args, tuple):
        args = (args,)
    args = tuple([_type_convert(arg) for arg in args])
    if cls in (Generic, Protocol):
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(map(_is_typevar_like, args)):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables "
                            f"or parameter specification variables.")
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        return _GenericAlias(cls, args)
    for param in cls.__parameters__:
        prepare = getattr(param, "__typing_prepare_subst__", None)
        if prepare is not None:
            args = prepare(cls, args)
    _check_generic_specialization(cls, args)
    result = []
    for param, arg in zip(cls.__parameters__, args):
        if isinstance(param, TypeVarTuple):
            result.extend(arg)
        else:
            result.append(arg)
    return _GenericAlias(cls, tuple(result))


def _generic_init_subclass(cls, *args, **kwargs):
    """What Generic's __init_subclass__ does: find the class's own parameters."""
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    bases = cls.__orig_bases__ if "__orig_bases__" in cls.__dict__ else None
    if bases is not None:
        plain = Generic in bases
    else:
        plain = (Generic in cls.__bases__ and cls.__name__ != "Protocol"
                 and type(cls).__name__ != "_TypedDictMeta")
    if plain:
        raise TypeError("Cannot inherit from plain Generic")
    parameters = ()
    if bases is not None:
        parameters = _collect_type_parameters(bases)
        # Generic[...] gives the order, and has to name all.
        listed = None
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if listed is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                listed = base
        if listed is not None:
            missing = [p for p in parameters if p not in listed.__parameters__]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not "
                                f"listed in Generic[{', '.join(map(str, listed.__parameters__))}]")
            parameters = listed.__parameters__
    cls.__parameters__ = parameters


# Special classes of typing

class _Final:
    """Base of what can't be subclassed from outside typing."""

    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, **kwds):
        if "_root" not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _NotIterable:
    """Undoes the iteration that __getitem__ would bring."""

    __slots__ = ()
    __iter__ = None


# Special forms: what they have in common

class _SpecialForm(_Final, _NotIterable, _root=True):
    # A name of typing that isn't a class; the function it is made of does subscription.

    __slots__ = ("_name", "__doc__", "_getitem")

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


# One whose function gets the parameters one by one.
class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self._getitem(self, *parameters)


# What subscription gives

_ALIAS_ATTRIBUTES = {"_name", "_inst", "_nparams", "_defaults"}


def _is_protocol_among(bases):
    """Whether Protocol is one of the bases. Those that say what they equal are asked, be it loaded or not."""
    if Protocol is None and any(type(base).__eq__ is not object.__eq__
                                and not isinstance(base, _BaseGenericAlias) for base in bases):
        import _typing_protocol
    return Protocol is not None and Protocol in bases


class _BaseGenericAlias(_Final, _root=True):
    """Stands for a class; attributes other than its own are the class's."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst  # can it be called to make an object?
        self._name = name
        self.__origin__ = origin
        self.__slots__ = None  # an alias has none, whatever its origin has

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; "
                            f"use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass  # not every object takes attributes
        return result

    def __mro_entries__(self, bases):
        result = [] if self.__origin__ in bases else [self.__origin__]
        # Generic comes last, and only when no later base brings it in.
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, _BaseGenericAlias):
                break
            if isinstance(base, type):
                if issubclass(base, Generic):
                    break
            else:
                entries = getattr(base, "__mro_entries__", None)
                entries = entries(bases) if entries else None
                if isinstance(entries, tuple) and any(
                        isinstance(entry, type) and issubclass(entry, Generic)
                        for entry in entries):
                    break
        else:
            result.append(Generic)
        return tuple(result)

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not _is_dunder(attr):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, val):
        if _is_dunder(attr) or attr in _ALIAS_ATTRIBUTES:
            super().__setattr__(attr, val)
        else:
            setattr(self.__origin__, attr, val)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return list({*super().__dir__(),
                     *[attr for attr in dir(self.__origin__) if not _is_dunder(attr)]})


# A generic class, or a special form, with parameters.
class _GenericAlias(_BaseGenericAlias, _root=True):
    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = tuple([... if arg is _TypingEllipsis else arg for arg in args])
        self.__parameters__ = _collect_type_parameters(
            args, enforce_default_ordering=origin in (Generic, Protocol))
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    @_tp_cache
    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_unpack_args(*map(_type_convert, args)))
        parameters = self.__parameters__
        for param in parameters:
            prepare = getattr(param, "__typing_prepare_subst__", None)
            if prepare is not None:
                args = prepare(self, args)
        if len(args) != len(parameters):
            raise _wrong_number(self, len(args), len(parameters), len(args) > len(parameters))
        return self.copy_with(tuple(
            self._substituted(self.__args__, dict(zip(parameters, args)))))

    def _substituted(self, old_args, arg_of):
        """old_args with arguments in the place of parameters, as a list."""
        result = []
        for old in old_args:
            if isinstance(old, type):
                result.append(old)
                continue
            substitute = getattr(old, "__typing_subst__", None)
            if substitute:
                new = substitute(arg_of[old])
            else:
                new = old
                inner = getattr(old, "__parameters__", ())
                if inner:
                    wanted = []
                    for param in inner:
                        if isinstance(param, TypeVarTuple):
                            wanted.extend(arg_of[param])
                        else:
                            wanted.append(arg_of[param])
                    new = old[tuple(wanted)]
            if isinstance(old, tuple):
                # The parameter list of a class that is generic over a ParamSpec.
                result.append(tuple(self._substituted(old, arg_of)))
            elif (_is_callable_class(self.__origin__) and isinstance(new, tuple)
                  or _is_unpacked_typevartuple(old)):
                result.extend(new)
            else:
                result.append(new)
        return result

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _type_repr(self.__origin__)
        args = ", ".join(map(_type_repr, self.__args__)) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __reduce__(self):
        from operator import getitem
        if self._name:
            origin = getattr(sys.modules["typing"], self._name)
        else:
            origin = self.__origin__
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args = args[0]
        return getitem, (origin, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if _is_protocol_among(bases):
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _BaseGenericAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


# typing.List and its like: the old names of generic classes.
class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        if name is None:
            name = origin.__name__
        super().__init__(origin, inst=inst, name=name)
        self._nparams = nparams
        self._defaults = defaults
        self.__doc__ = f"Deprecated alias to {_type_repr(origin)}."

    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple([_type_check(p, "Parameters to generic types must be types.")
                        for p in params])
        defaults = self._defaults
        missing = self._nparams - len(params)
        if defaults and 0 < missing <= len(defaults):
            params += tuple(defaults[-missing:])
        if len(params) != self._nparams:
            if not self._nparams:
                raise TypeError(f"{self} is not a generic class")
            expected = str(self._nparams)
            if defaults:
                expected = f"at least {self._nparams - len(defaults)}"
            raise _wrong_number(self, len(params), expected, len(params) > self._nparams)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return f"typing.{self._name}"

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


# One that warns whoever uses it.
class _DeprecatedGenericAlias(_SpecialGenericAlias, _root=True):
    def __init__(self, origin, nparams, *, removal_version, inst=True, name=None):
        super().__init__(origin, nparams, inst=inst, name=name)
        self._removal_version = removal_version

    def __setattr__(self, attr, val):
        if attr == "_removal_version":
            object.__setattr__(self, attr, val)
        else:
            super().__setattr__(attr, val)

    def __instancecheck__(self, inst):
        import warnings
        warnings._deprecated(f"{self.__module__}.{self._name}", remove=self._removal_version)
        return super().__instancecheck__(inst)


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        *first, result = map(_type_repr, args)
        return f"typing.{self._name}[[{', '.join(first)}], {result}]"

    def __reduce__(self):
        from operator import getitem
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return getitem, (sys.modules["typing"].Callable, args)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        # Lists can't be hashed, and so can't be remembered.
        return self._subscribed(tuple(args) if isinstance(args, list) else args, result)

    @_tp_cache
    def _subscribed(self, args, result):
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is Ellipsis:
            return self.copy_with((_TypingEllipsis, result))
        if not isinstance(args, tuple):
            args = (args,)
        return self.copy_with((*map(_type_convert, args), result))


class _TupleType(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            message = "Tuple[t, ...]: t must be a type."
            return self.copy_with((*[_type_check(p, message) for p in params[:-1]],
                                   _TypingEllipsis))
        message = "Tuple[t0, t1, ...]: each t must be a type."
        return self.copy_with(tuple([_type_check(p, message) for p in params]))


class _UnionGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            mine, others = list(self.__args__), list(other.__args__)
            return (all(arg in others for arg in mine)
                    and all(arg in mine for arg in others))

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is types.NoneType:
                return f"typing.Optional[{_type_repr(args[1])}]"
            if args[1] is types.NoneType:
                return f"typing.Optional[{_type_repr(args[0])}]"
        return super().__repr__()

    def __instancecheck__(self, obj):
        return any(isinstance(obj, cls) for cls in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __reduce__(self):
        func, (_, args) = super().__reduce__()
        return func, (Union, args)


def _value_and_type_iter(parameters):
    return [(p, type(p)) for p in parameters]


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return (set(_value_and_type_iter(self.__args__))
                == set(_value_and_type_iter(other.__args__)))

    def __hash__(self):
        return hash(frozenset(_value_and_type_iter(self.__args__)))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        *first, last = params
        if isinstance(last, (list, tuple)):
            return (*first, *last)
        if isinstance(last, _ConcatenateGenericAlias):
            params = (*first, *last.__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if isinstance(arg, (_GenericAlias, GenericAlias)):
            if arg.__origin__ is not tuple:
                raise TypeError("Unpack[...] must be used with a tuple type")
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
    """A type with metadata, which __origin__ has not."""

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        shown = ", ".join(map(repr, self.__metadata__))
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {shown}]"

    def __reduce__(self):
        from operator import getitem
        return getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return "Annotated"
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


# At the end, as these are made of what stands above.
from _typing_forward import ForwardRef, _eval_type, _union_of
from _typing_forms import (
    Annotated, Any, ClassVar, Final, LiteralString, Never, NoReturn, Self, TypeAlias, Union, Unpack)
