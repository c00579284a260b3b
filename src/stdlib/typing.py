"""Types as programs write them down, for people and for tools to read.

The special forms are in _typing_forms, and what they are made of in
_typing_alias. Protocols, named tuples, typed dicts and the old names of
collections load when they are asked for.
"""

import copyreg
import sys
import types
from _typing import (Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs,
                     TypeAliasType, TypeVar, TypeVarTuple, _idfunc)
from _typing_alias import (
    ForwardRef, GenericAlias, _AnnotatedAlias, _BaseGenericAlias, _CallableGenericAlias,
    _CallableType, _ConcatenateGenericAlias, _DeprecatedGenericAlias, _Final, _GenericAlias,
    _LiteralGenericAlias, _NotIterable, _SpecialForm, _SpecialGenericAlias, _TupleType,
    _TypedCacheSpecialForm, _TypingEllipsis, _UnionGenericAlias, _UnpackGenericAlias,
    _caches, _cleanups, _collect_type_parameters, _eval_type, _generic_class_getitem,
    _generic_init_subclass, _is_dunder, _is_param_expr, _is_typevar_like,
    _is_unpacked_typevartuple, _paramspec_prepare_subst, _paramspec_subst, _sentinel,
    _should_unflatten_callable_args, _tp_cache, _type_check, _type_convert, _type_repr,
    _typevar_subst, _typevartuple_prepare_subst, _union_of, _unpack_args)
from _typing_forms import (
    Annotated, Any, ClassVar, Concatenate, Final, Literal, LiteralString, Never, NoReturn,
    NotRequired, Optional, ReadOnly, Required, Self, TypeAlias, TypeGuard, TypeIs, Union, Unpack,
    _AnyMeta, _make_union)

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic",
    "Literal", "Optional", "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple",
    "Union",
    "AbstractSet", "ByteString", "Container", "ContextManager", "Hashable", "ItemsView",
    "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping",
    "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable",
    "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator",
    "AsyncContextManager",
    "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat",
    "SupportsIndex", "SupportsInt", "SupportsRound",
    "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set",
    "FrozenSet", "NamedTuple", "TypedDict", "Generator",
    "BinaryIO", "IO", "Match", "Pattern", "TextIO",
    "AnyStr", "assert_type", "assert_never", "cast", "clear_overloads", "dataclass_transform",
    "final", "get_args", "get_origin", "get_overloads", "get_protocol_members",
    "get_type_hints", "is_protocol", "is_typeddict", "LiteralString", "Never", "NewType",
    "no_type_check", "no_type_check_decorator", "NoDefault", "NoReturn", "NotRequired",
    "overload", "override", "ParamSpecArgs", "ParamSpecKwargs", "ReadOnly", "Required",
    "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias",
    "TypeGuard", "TypeIs", "TypeAliasType", "Unpack",
]



def _pickle_psargs(psargs):
    return ParamSpecArgs, (psargs.__origin__,)


def _pickle_pskwargs(pskwargs):
    return ParamSpecKwargs, (pskwargs.__origin__,)


copyreg.pickle(ParamSpecArgs, _pickle_psargs)
copyreg.pickle(ParamSpecKwargs, _pickle_pskwargs)

TYPE_CHECKING = False
Text = str
AnyStr = TypeVar("AnyStr", bytes, str)
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)

# What loads on demand

# The old names of generic classes: module of the class, its name, how many
# parameters it takes.
_ALIASES = {
    "AbstractSet": ("collections.abc", "Set", 1),
    "AsyncContextManager": ("contextlib", "AbstractAsyncContextManager", 2),
    "Callable": ("collections.abc", "Callable", 2),
    "ChainMap": ("collections", "ChainMap", 2),
    "ContextManager": ("contextlib", "AbstractContextManager", 2),
    "Counter": ("collections", "Counter", 1),
    "DefaultDict": ("collections", "defaultdict", 2),
    "Deque": ("collections", "deque", 1),
    "Dict": ("builtins", "dict", 2),
    "FrozenSet": ("builtins", "frozenset", 1),
    "List": ("builtins", "list", 1),
    "Match": ("re", "Match", 1),
    "OrderedDict": ("collections", "OrderedDict", 2),
    "Pattern": ("re", "Pattern", 1),
    "Set": ("builtins", "set", 1),
    "Tuple": ("builtins", "tuple", -1),
    "Type": ("builtins", "type", 1),
}
_ALIASES.update([(_name, ("collections.abc", _name, _nparams)) for _names, _nparams in (
    (("ByteString", "Hashable", "Sized"), 0),
    (("AsyncIterable", "AsyncIterator", "Awaitable", "Collection", "Container", "KeysView",
      "Iterable", "Iterator", "MappingView", "MutableSequence", "MutableSet",
      "Reversible", "Sequence", "ValuesView"), 1),
    (("AsyncGenerator", "ItemsView", "Mapping", "MutableMapping"), 2),
    (("Coroutine", "Generator"), 3),
) for _name in _names])

_DEFAULTS = {
    "AsyncContextManager": (bool | None,),
    "AsyncGenerator": (types.NoneType,),
    "ContextManager": (bool | None,),
    "Generator": (types.NoneType, types.NoneType),
}

_ELSEWHERE = dict.fromkeys((
    "Protocol", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat",
    "SupportsIndex", "SupportsInt", "SupportsRound", "get_protocol_members", "is_protocol",
    "runtime_checkable", "_ProtocolMeta", "_get_protocol_attrs", "_allow_reckless_class_checks",
    "_no_init_or_replace_init", "_proto_hook", "EXCLUDED_ATTRIBUTES"), "_typing_protocol")
_ELSEWHERE.update(dict.fromkeys((
    "NamedTuple", "NamedTupleMeta", "TypedDict", "BinaryIO", "IO", "TextIO", "is_typeddict",
    "_NamedTuple", "_TypedDict", "_TypedDictMeta", "_namedtuple_mro_entries"),
    "_typing_records"))


def _alias(name):
    module, attr, nparams = _ALIASES[name]
    if module == "collections.abc":
        module = "_collections_abc"
    origin = getattr(__import__(module), attr)
    if name == "Callable":
        return _CallableType(origin, nparams)
    if name == "Tuple":
        return _TupleType(origin, nparams, inst=False, name=name)
    if name == "ByteString":
        return _DeprecatedGenericAlias(origin, nparams, removal_version=(3, 14), name=name)
    return _SpecialGenericAlias(origin, nparams, inst=module != "builtins", name=name,
                                defaults=_DEFAULTS.get(name, ()))


def __getattr__(name):
    if name in _ALIASES:
        value = _alias(name)
    elif name in _ELSEWHERE:
        value = getattr(__import__(_ELSEWHERE[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return globals().setdefault(name, value)


def __dir__():
    return sorted({*globals(), *_ALIASES, *_ELSEWHERE})


def _caller(depth=1, default="__main__"):
    """The name of the module that a call comes from."""
    try:
        return sys._getframemodulename(depth + 1) or default
    except AttributeError:
        pass
    try:
        return sys._getframe(depth + 1).f_globals.get("__name__", default)
    except (AttributeError, ValueError):
        return None


class NewType:
    """A type of one's own for checkers that is another one when the program runs.

    >>> UserId = NewType("UserId", int)
    >>> UserId(5) + 1
    6
    """

    __call__ = staticmethod(_idfunc)

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = _caller()
        if module != "typing":
            self.__module__ = module

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError(
                    f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                    f"`{cls.__name__} = NewType({cls.__name__!r}, {name})`")

        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# Looking at types

_allowed_types = (
    types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType,
    types.WrapperDescriptorType, types.MethodWrapperType, types.MethodDescriptorType)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, class or module, with those in quotes looked up.

    A class's include its bases'. Annotated, Required and their like are taken
    off unless include_extras is true.
    """
    if getattr(obj, "__no_type_check__", None):
        return {}
    if isinstance(obj, type):
        hints = _class_hints(obj, globalns, localns)
    else:
        hints = _other_hints(obj, globalns, localns)
    if include_extras:
        return hints
    return {name: _strip_annotations(hint) for name, hint in hints.items()}


def _class_hints(cls, globalns, localns):
    hints = {}
    for base in reversed(cls.__mro__):
        annotations = base.__dict__.get("__annotations__", {})
        if isinstance(annotations, types.GetSetDescriptorType):
            annotations = {}
        base_globals = globalns
        if globalns is None:
            base_globals = getattr(sys.modules.get(base.__module__, None), "__dict__", {})
        base_locals = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None:
            # As always has been: the module's names win over the class's.
            base_globals, base_locals = base_locals, base_globals
        for name, value in annotations.items():
            if value is None:
                value = types.NoneType
            elif isinstance(value, str):
                value = ForwardRef(value, is_argument=False, is_class=True)
            hints[name] = _eval_type(value, base_globals, base_locals, base.__type_params__)
    return hints


def _other_hints(obj, globalns, localns):
    is_module = isinstance(obj, types.ModuleType)
    if globalns is None:
        if is_module:
            globalns = obj.__dict__
        else:
            function = obj
            while hasattr(function, "__wrapped__"):
                function = function.__wrapped__
            globalns = getattr(function, "__globals__", {})
    if localns is None:
        localns = globalns
    annotations = getattr(obj, "__annotations__", None)
    if annotations is None:
        if isinstance(obj, _allowed_types):
            return {}
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    hints = {}
    type_params = getattr(obj, "__type_params__", ())
    for name, value in annotations.items():
        if value is None:
            value = types.NoneType
        elif isinstance(value, str):
            value = ForwardRef(value, is_argument=not is_module)
        hints[name] = _eval_type(value, globalns, localns, type_params)
    return hints


def _strip_annotations(t):
    """t without Annotated, Required, NotRequired and ReadOnly anywhere in it."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if hasattr(t, "__origin__") and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if isinstance(t, (_GenericAlias, GenericAlias, types.UnionType)):
        args = tuple(map(_strip_annotations, t.__args__))
        if args == t.__args__:
            return t
        if isinstance(t, _GenericAlias):
            return t.copy_with(args)
        if isinstance(t, GenericAlias):
            return GenericAlias(t.__origin__, args)
        return _union_of(args)
    return t


def get_origin(tp):
    """What a type is a subscription of: list for list[int]; None if it is none.

    >>> get_origin(Literal[42]), get_origin(Union[int, str]), get_origin(int)
    (typing.Literal, typing.Union, None)
    """
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def get_args(tp):
    """The parameters of a subscription: (int, str) for dict[int, str].

    >>> get_args(Callable[[int, str], bool])
    ([<class 'int'>, <class 'str'>], <class 'bool'>)
    """
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if _should_unflatten_callable_args(tp, args):
            args = list(args[:-1]), args[-1]
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


# For checkers: when the program runs these do next to nothing

def cast(typ, val):
    """val: to checkers a value of typ."""
    return val


def assert_type(val, typ, /):
    """val: checkers complain when it isn't of typ."""
    return val


def reveal_type(obj, /):
    """obj: checkers tell its type, and so does this, on standard error."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def assert_never(arg, /):
    """For code that can't be reached, to which checkers see to; fails if it is reached."""
    value = repr(arg)
    if len(value) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        value = value[:_ASSERT_NEVER_REPR_MAX_LENGTH] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def no_type_check(arg):
    """Decorator: the annotations of a function, or of a class's methods, are no types."""
    if isinstance(arg, type):
        for key in dir(arg):
            obj = getattr(arg, key)
            # Only what was defined in the class's body.
            if (not hasattr(obj, "__qualname__")
                    or obj.__qualname__ != f"{arg.__qualname__}.{obj.__name__}"
                    or getattr(obj, "__module__", None) != arg.__module__):
                continue
            if isinstance(obj, types.FunctionType):
                obj.__no_type_check__ = True
            elif isinstance(obj, types.MethodType):
                obj.__func__.__no_type_check__ = True
            elif isinstance(obj, type):
                no_type_check(obj)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass  # a built-in class
    return arg


def no_type_check_decorator(decorator):
    """Decorator for a decorator: what it decorates gets no_type_check() as well."""
    import functools
    import warnings
    warnings._deprecated("typing.no_type_check_decorator", remove=(3, 15))

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped_decorator


class _OverloadRegistry(dict):
    """module: {qualified name: {first line: function}}"""

    def __missing__(self, key):
        value = self[key] = {}
        return value


_overload_registry = _OverloadRegistry()


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. "
        "A series of @overload-decorated functions "
        "outside a stub module should always be followed "
        "by an implementation that is not @overload-ed.")


def overload(func):
    """Decorator for the signatures of a function that come before the function itself."""
    inner = getattr(func, "__func__", func)
    try:
        signatures = _overload_registry[inner.__module__].setdefault(inner.__qualname__, {})
        signatures[inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass  # no function
    return _overload_dummy


def get_overloads(func):
    """The functions that overload() decorated for func, as a list."""
    inner = getattr(func, "__func__", func)
    if inner.__module__ not in _overload_registry:
        return []
    signatures = _overload_registry[inner.__module__]
    if inner.__qualname__ not in signatures:
        return []
    return list(signatures[inner.__qualname__].values())


def clear_overloads():
    """Forget all that overload() has noted."""
    _overload_registry.clear()


def final(f):
    """Decorator: a class not to be subclassed, a method not to be overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass  # not everything takes attributes
    return f


def override(method, /):
    """Decorator: a method that overrides one of a base class."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False,
                        frozen_default=False, field_specifiers=(), **kwargs):
    """Decorator: a decorator, class or metaclass that makes classes as dataclass() does."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default,
            "order_default": order_default,
            "kw_only_default": kw_only_default,
            "frozen_default": frozen_default,
            "field_specifiers": field_specifiers,
            "kwargs": kwargs,
        }
        return cls_or_fn

    return decorator
