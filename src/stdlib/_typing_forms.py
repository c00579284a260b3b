"""The special forms of typing: Union, Literal, Annotated and the others.

typing shows them as its own.
"""

import types
from types import UnionType
from _typing import ParamSpec
from _typing_alias import (
    _AnnotatedAlias, _ConcatenateGenericAlias, _GenericAlias, _LiteralGenericAlias,
    _SpecialForm, _TypedCacheSpecialForm, _UnionGenericAlias, _UnpackGenericAlias,
    _is_unpacked_typevartuple, _tp_cache, _type_check, _value_and_type_iter)

# What the classes below show as their module.
__name__ = "typing"


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return "typing.Any"
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type whatever; type checkers let everything pass."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _not_subscriptable(self, parameters):
    raise TypeError(f"{self} is not subscriptable")


def _plain_form(name, doc):
    """A form that stands alone."""
    def getitem(self, parameters):
        return _not_subscriptable(self, parameters)
    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


NoReturn = _plain_form("NoReturn", "The type of a function that never returns.")
Never = _plain_form("Never", "The type that no value has.")
Self = _plain_form("Self", "The class that a method is called on.")
LiteralString = _plain_form("LiteralString", "A string put together of literals only.")
TypeAlias = _plain_form("TypeAlias", "Marks an assignment as one of a type: X: TypeAlias = int.")


def _single_type_form(name, doc, message="{} accepts only single type.", **options):
    """A form with one type as its parameter."""
    def getitem(self, parameters):
        item = _type_check(parameters, message.format(self, self._name), **options)
        return _GenericAlias(self, (item,))
    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(_tp_cache(getitem))


ClassVar = _single_type_form("ClassVar", "An attribute of the class, not of its instances.",
                             allow_special_forms=True)
Final = _single_type_form("Final", "A name that isn't to be bound again or overridden.",
                          allow_special_forms=True)
TypeGuard = _single_type_form(
    "TypeGuard", "The result of a function that tells whether its argument has the type.")
TypeIs = _single_type_form(
    "TypeIs", "As TypeGuard, and when the answer is no the argument hasn't the type.")
_RECORD_MESSAGE = "{1} accepts only a single type."
Required = _single_type_form("Required", "A key that a TypedDict has to have.",
                             _RECORD_MESSAGE, allow_special_forms=True)
NotRequired = _single_type_form("NotRequired", "A key that a TypedDict may lack.",
                                _RECORD_MESSAGE, allow_special_forms=True)
ReadOnly = _single_type_form("ReadOnly", "A key of a TypedDict that isn't to be changed.",
                             _RECORD_MESSAGE, allow_special_forms=True)


def _deduplicate(items):
    try:
        return list(dict.fromkeys(items))
    except TypeError:
        result = []
        for item in items:
            if item not in result:
                result.append(item)
        return result


@_SpecialForm
@_tp_cache
def Union(self, parameters):
    """One of several types: Union[int, str], or int | str."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in parameters:
        parameter = _type_check(parameter, "Union[arg, ...]: each arg must be a type.")
        if isinstance(parameter, (_UnionGenericAlias, UnionType)):
            flat.extend(parameter.__args__)
        else:
            flat.append(parameter)
    flat = tuple(_deduplicate(flat))
    if len(flat) == 1:
        return flat[0]
    if len(flat) == 2 and types.NoneType in flat:
        return _UnionGenericAlias(self, flat, name="Optional")
    return _UnionGenericAlias(self, flat)


def _make_union(left, right):
    """What | of the native TypeVar and its like gives."""
    return Union[left, right]


@_SpecialForm
@_tp_cache
def Optional(self, parameters):
    """A type or None: Optional[int] is int | None."""
    return Union[_type_check(parameters, f"{self} requires a single type."), types.NoneType]


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Literal(self, *parameters):
    """One of the values given."""
    flat = []
    for parameter in parameters:
        if isinstance(parameter, _LiteralGenericAlias):
            flat.extend(parameter.__args__)
        else:
            flat.append(parameter)
    try:
        flat = [p for p, _ in dict.fromkeys(_value_and_type_iter(flat))]
    except TypeError:
        pass  # values that can't be hashed stay as they are
    return _LiteralGenericAlias(self, tuple(flat))


@_SpecialForm
@_tp_cache
def Concatenate(self, parameters):
    """Parameters in front of those of a ParamSpec: Callable[Concatenate[int, P], str]."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    *first, last = parameters
    if not (last is ... or isinstance(last, ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a "
                        "ParamSpec variable or ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    return _ConcatenateGenericAlias(self, (*[_type_check(p, message) for p in first], last))


@_SpecialForm
@_tp_cache
def Unpack(self, parameters):
    """The items of a tuple type, or of a TypedDict for **kwargs."""
    return _UnpackGenericAlias(
        self, (_type_check(parameters, f"{self} accepts only single type."),))


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Annotated(self, *params):
    """A type with whatever one wants to say about it: Annotated[int, "metres"]."""
    if len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments "
                        "(a type and an annotation).")
    if _is_unpacked_typevartuple(params[0]):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.",
                         allow_special_forms=True)
    return _AnnotatedAlias(origin, params[1:])
