"""Forward references: annotations in quotes, and looking them up. Part of typing."""

import functools
import sys
from types import GenericAlias, UnionType
from _typing_alias import (
    _Final, _GenericAlias, _sentinel, _should_unflatten_callable_args, _type_check)

# What the classes below show as their module.
__name__ = "typing"


def _warn_of_missing_type_params(name):
    import warnings
    warnings.warn(f"Failing to pass a value to the 'type_params' parameter of {name!r} is "
                  f"deprecated, as it leads to incorrect behaviour when calling {name} on a "
                  f"stringified annotation that references a PEP 695 type parameter. It will be "
                  f"disallowed in Python 3.15.", DeprecationWarning, stacklevel=3)


class ForwardRef(_Final, _root=True):
    """An annotation in quotes: a type to be looked up later."""

    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__",
                 "__forward_value__", "__forward_is_argument__", "__forward_is_class__",
                 "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        # A starred expression stands only within brackets.
        source = f"({arg},)[0]" if arg.startswith("*") else arg
        try:
            code = compile(source, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, type_params=_sentinel, *, recursive_guard):
        if type_params is _sentinel:
            _warn_of_missing_type_params("typing.ForwardRef._evaluate")
            type_params = ()
        if self.__forward_arg__ in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__, None),
                               "__dict__", globalns)
        if type_params:
            # They go before the globals, but after a class's own names.
            globalns, localns = dict(globalns), dict(localns)
            for param in type_params:
                name = param.__name__
                if not self.__forward_is_class__ or name not in globalns:
                    globalns[name] = param
                    localns.pop(name, None)
        value = _type_check(eval(self.__forward_code__, globalns, localns),
                            "Forward references must evaluate to types.",
                            is_argument=self.__forward_is_argument__,
                            allow_special_forms=self.__forward_is_class__)
        self.__forward_value__ = _eval_type(
            value, globalns, localns, type_params,
            recursive_guard=recursive_guard | {self.__forward_arg__})
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__
                    and self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        if self.__forward_module__ is None:
            return f"ForwardRef({self.__forward_arg__!r})"
        return f"ForwardRef({self.__forward_arg__!r}, module={self.__forward_module__!r})"


def _union_of(args):
    from operator import or_
    return functools.reduce(or_, args)


def _eval_type(t, globalns, localns, type_params=_sentinel, *, recursive_guard=frozenset()):
    """t with all forward references in it looked up."""
    if type_params is _sentinel:
        _warn_of_missing_type_params("typing._eval_type")
        type_params = ()
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if not isinstance(t, (_GenericAlias, GenericAlias, UnionType)):
        return t
    unpacked = False
    if isinstance(t, GenericAlias):
        # list["int"] keeps the string as it is.
        unpacked = t.__unpacked__
        args = tuple([ForwardRef(arg) if isinstance(arg, str) else arg for arg in t.__args__])
        if _should_unflatten_callable_args(t, args):
            t = t.__origin__[(args[:-1], args[-1])]
        else:
            t = t.__origin__[args]
    args = tuple([_eval_type(arg, globalns, localns, type_params,
                             recursive_guard=recursive_guard) for arg in t.__args__])
    if args != t.__args__:
        if isinstance(t, GenericAlias):
            t = GenericAlias(t.__origin__, args)
        elif isinstance(t, UnionType):
            t = _union_of(args)
        else:
            t = t.copy_with(args)
    return Unpack[t] if unpacked else t


# At the end, as these are made of what stands above.
from _typing_forms import Union, Unpack
