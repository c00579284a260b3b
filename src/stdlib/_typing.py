"""Type parameters, type aliases and Generic: what the syntax of PEP 695 and typing are built on.

The compiler calls the functions at the end; typing re-exports the classes. How aliases substitute
their parameters is in _typing_alias.
"""

import sys

__all__ = ["Generic", "NoDefault", "ParamSpec", "ParamSpecArgs", "ParamSpecKwargs",
           "TypeAliasType", "TypeVar", "TypeVarTuple"]


def _idfunc(x, /):
    return x


def _final(cls):
    def refuse(cls, /, **kwargs):
        raise TypeError(f"type 'typing.{name}' is not an acceptable base type")

    name = cls.__name__
    cls.__init_subclass__ = classmethod(refuse)
    cls.__module__ = "typing"
    return cls


def _caller():
    # The module that called a constructor of this module.
    frame = sys._getframe(2)
    return frame.f_globals.get("__name__")


def _typing(name):
    # typing's machinery is loaded when a parameter is used first, not when one is made.
    import _typing_alias
    return getattr(_typing_alias, name)


class _NoDefaultType:
    """The type of the NoDefault singleton."""

    __slots__ = ()
    _only = None

    def __new__(cls):
        if cls._only is None:
            cls._only = object.__new__(cls)
        return cls._only

    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


_NoDefaultType.__name__ = _NoDefaultType.__qualname__ = "NoDefaultType"
_NoDefaultType.__module__ = "typing"
NoDefault = _NoDefaultType()


class _Lazy:
    """A value that is computed by a function when it is asked for first."""

    __slots__ = ("evaluate", "value")

    def __init__(self, value=None, evaluate=None):
        self.value = value
        self.evaluate = evaluate

    def get(self):
        if self.evaluate is not None:
            self.value = self.evaluate()
            self.evaluate = None
        return self.value


def _checked(bound):
    if bound is None:
        return None
    from _typing_forward import _type_check
    return _type_check(bound, "Bound must be a type.")


class _Parameter:
    """What the three kinds of type parameter share."""

    def __repr__(self):
        if self._infer:
            return self._name
        return ("+" if self._co else "-" if self._contra else "~") + self._name

    def __or__(self, other):
        return _typing("Union")[self, other]

    def __ror__(self, other):
        return _typing("Union")[other, self]

    def __reduce__(self):
        return self._name

    def __mro_entries__(self, bases, /):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def has_default(self):
        return self._default.evaluate is not None or self._default.value is not NoDefault

    @property
    def __name__(self):
        return self._name

    @property
    def __default__(self):
        return self._default.get()

    @property
    def __covariant__(self):
        return self._co

    @property
    def __contravariant__(self):
        return self._contra

    @property
    def __infer_variance__(self):
        return self._infer

    @property
    def __bound__(self):
        return self._bound.get()

    def _set_variance(self, covariant, contravariant, infer_variance):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        self._co = bool(covariant)
        self._contra = bool(contravariant)
        self._infer = bool(infer_variance)


def _check_name(function, name):
    if not isinstance(name, str):
        raise TypeError(f"{function}() argument 'name' must be str, not {type(name).__name__}")


@_final
class TypeVar(_Parameter):
    """Type variable."""

    def __new__(cls, name, *constraints, bound=None, default=NoDefault,
                covariant=False, contravariant=False, infer_variance=False):
        _check_name("typevar", name)
        self = object.__new__(cls)
        self._set_variance(covariant, contravariant, infer_variance)
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self._name = name
        self._bound = _Lazy(_checked(bound))
        if constraints:
            from _typing_forward import _type_check
            message = "TypeVar(name, constraint, ...): constraints must be types."
            constraints = tuple(_type_check(t, message) for t in constraints)
        self._constraints = _Lazy(constraints)
        self._default = _Lazy(default)
        self.__module__ = _caller()
        return self

    @property
    def __constraints__(self):
        return self._constraints.get()

    def __typing_subst__(self, arg, /):
        return _typing("_typevar_subst")(self, arg)

    def __typing_prepare_subst__(self, alias, args, /):
        params = alias.__parameters__
        index = params.index(self)
        if index < len(args):
            return args
        if self.has_default():
            return (*args, self.__default__)
        raise TypeError(f"Too few arguments for {alias}; "
                        f"actual {len(args)}, expected at least {index + 1}")


class _ParamSpecPart:
    _suffix = ""

    def __new__(cls, origin):
        self = object.__new__(cls)
        self._origin = origin
        return self

    @property
    def __origin__(self):
        return self._origin

    def __repr__(self):
        name = getattr(self._origin, "__name__", None)
        return f"{name if name is not None else repr(self._origin)}.{self._suffix}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._origin == other._origin

    __hash__ = None

    def __mro_entries__(self, bases, /):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


@_final
class ParamSpecArgs(_ParamSpecPart):
    """The args for a ParamSpec object."""

    _suffix = "args"


@_final
class ParamSpecKwargs(_ParamSpecPart):
    """The kwargs for a ParamSpec object."""

    _suffix = "kwargs"


@_final
class ParamSpec(_Parameter):
    """Parameter specification variable."""

    def __new__(cls, name, *, bound=None, default=NoDefault,
                covariant=False, contravariant=False, infer_variance=False):
        _check_name("paramspec", name)
        self = object.__new__(cls)
        self._set_variance(covariant, contravariant, infer_variance)
        self._name = name
        self._bound = _Lazy(_checked(bound))
        self._default = _Lazy(default)
        self.__module__ = _caller()
        return self

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg, /):
        return _typing("_paramspec_subst")(self, arg)

    def __typing_prepare_subst__(self, alias, args, /):
        return _typing("_paramspec_prepare_subst")(self, alias, args)


@_final
class TypeVarTuple(_Parameter):
    """Type variable tuple: a placeholder for any number of types."""

    _infer = True
    __or__ = __ror__ = None

    def __new__(cls, name, *, default=NoDefault):
        _check_name("typevartuple", name)
        self = object.__new__(cls)
        self._name = name
        self._default = _Lazy(default)
        self.__module__ = _caller()
        return self

    def __iter__(self):
        from typing import Unpack
        yield Unpack[self]

    def __typing_subst__(self, arg, /):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args, /):
        return _typing("_typevartuple_prepare_subst")(self, alias, args)


@_final
class TypeAliasType:
    """Type alias."""

    def __new__(cls, name, value, *, type_params=()):
        _check_name("typealias", name)
        if not isinstance(type_params, tuple):
            raise TypeError("type_params must be a tuple")
        self = object.__new__(cls)
        return self._fill(name, _Lazy(value), type_params, _caller())

    def _fill(self, name, value, type_params, module):
        fill = object.__setattr__
        fill(self, "_name", name)
        fill(self, "_value", value)
        fill(self, "_params", type_params)
        fill(self, "__module__", module)
        return self

    def __setattr__(self, name, value):
        if name in ("__value__", "__type_params__", "__parameters__", "__module__"):
            raise AttributeError(
                f"attribute '{name}' of 'typing.TypeAliasType' objects is not writable")
        if name == "__name__":
            raise AttributeError("readonly attribute")
        raise AttributeError(
            f"'typing.TypeAliasType' object has no attribute '{name}' "
            "and no __dict__ for setting new attributes")

    def __delattr__(self, name):
        self.__setattr__(name, None)

    @property
    def __name__(self):
        return self._name

    @property
    def __value__(self):
        return self._value.get()

    @property
    def __type_params__(self):
        return self._params

    @property
    def __parameters__(self):
        if not any(isinstance(p, TypeVarTuple) for p in self._params):
            return self._params
        params = []
        for param in self._params:
            if isinstance(param, TypeVarTuple):
                params.extend(param)
            else:
                params.append(param)
        return tuple(params)

    def __repr__(self):
        return self._name

    def __reduce__(self):
        return self._name

    def __getitem__(self, args, /):
        if not self._params:
            raise TypeError("Only generic type aliases are subscriptable")
        from types import GenericAlias
        return GenericAlias(self, args)

    def __or__(self, other):
        return _union(self, other, type.__ror__)

    def __ror__(self, other):
        return _union(self, other, type.__or__)


def _union(alias, other, union):
    """What type's `__or__` or `__ror__` makes of an alias; typing.Union where that can't."""
    if other is None:
        other = type(None)
    if isinstance(other, type):
        return union(other, alias)
    first, second = (other, alias) if union is type.__or__ else (alias, other)
    return _typing("Union")[first, second]


class Generic:
    """Abstract base class for generic types."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, *args, **kwargs):
        return _typing("_generic_class_getitem")(cls, *args, **kwargs)

    def __init_subclass__(cls, *args, **kwargs):
        return _typing("_generic_init_subclass")(cls, *args, **kwargs)


Generic.__module__ = "typing"
del Generic.__slots__


# What the compiler calls for the syntax.

def _from_syntax(kind, name, bound, constraints, default, module):
    """A type parameter of `def f[T: bound = default]`: bound and default are functions or None."""
    if kind == 0:
        param = object.__new__(TypeVar)
        param._constraints = _Lazy((), bound if constraints else None)
        param._bound = _Lazy(None, None if constraints else bound)
    elif kind == 1:
        param = object.__new__(TypeVarTuple)
    else:
        param = object.__new__(ParamSpec)
        param._bound = _Lazy(None)
    param._name = name
    param._co = param._contra = False
    param._infer = True
    param._default = _Lazy(NoDefault, default)
    param.__module__ = module
    return param


def _alias_from_syntax(name, params, value, module):
    """The alias of `type Name[params] = value`: value is a function."""
    return object.__new__(TypeAliasType)._fill(name, _Lazy(None, value), params, module)


def _generic_base(params):
    """The base `Generic[params]` of a class with type parameters."""
    return _typing("_generic_class_getitem")(Generic, tuple(
        next(iter(p)) if isinstance(p, TypeVarTuple) else p for p in params))
