"""NamedTuple, TypedDict, and the classes for files. Part of typing."""

import typing
from abc import abstractmethod
from _typing import Generic
from _typing_alias import _generic_class_getitem, _sentinel, _type_check
from _typing_forms import Annotated, NotRequired, ReadOnly, Required

# What the classes below show as their module.
__name__ = "typing"


def _warn_of_fields(kind, how, example):
    import warnings
    empty = "list" if kind == "NamedTuple" else "dictionary"
    warnings.warn(f"{how} the 'fields' parameter is deprecated and will be disallowed in "
                  f"Python 3.15. To create a {kind} class with 0 fields using the functional "
                  f"syntax, pass an empty {empty}, e.g. `{example}`.",
                  DeprecationWarning, stacklevel=3)


# NamedTuple

# What the body of a named tuple can't define, and what is nothing to take over.
_prohibited = frozenset({
    "__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
    "_field_types", "_make", "_replace", "_asdict", "_source"})
_special = frozenset({"__module__", "__name__", "__annotations__"})


def _make_nmtuple(name, fields, module, defaults=()):
    from collections import namedtuple
    annotations = {field: _type_check(kind, f"field {field} annotation must be a type")
                   for field, kind in fields}
    cls = namedtuple(name, [field for field, _ in fields], defaults=defaults, module=module)
    cls.__annotations__ = cls.__new__.__annotations__ = annotations
    return cls


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        annotations = ns.get("__annotations__", {})
        with_default = []
        for name in annotations:
            if name in ns:
                with_default.append(name)
            elif with_default:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(with_default) > 1 else ''} "
                                f"{', '.join(with_default)}")
        result = _make_nmtuple(typename, list(annotations.items()), ns["__module__"],
                               [ns[name] for name in with_default])
        result.__bases__ = tuple([tuple if base is _NamedTuple else base for base in bases])
        if Generic in bases:
            result.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, value in ns.items():
            if key in _prohibited:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _special:
                if key not in result._fields:
                    setattr(result, key, value)
                _call_set_name(result, typename, key, value)
        if Generic in bases:
            result.__init_subclass__()
        return result


def _call_set_name(cls, typename, key, value):
    """Do what class creation does for attributes that come with it."""
    try:
        set_name = type(value).__set_name__
    except AttributeError:
        return
    try:
        set_name(value, cls, key)
    except BaseException as error:
        error.add_note(f"Error calling __set_name__ on {type(value).__name__!r} "
                       f"instance {key!r} in {typename!r}")
        raise


def NamedTuple(typename, fields=_sentinel, /, **kwargs):
    """Base of classes of named tuples whose fields are annotated.

    >>> class Point(NamedTuple):
    ...     x: int
    ...     y: int = 0
    >>> Point(1)
    Point(x=1, y=0)

    Called, it makes one: NamedTuple("Point", [("x", int), ("y", int)]).
    """
    if fields is _sentinel and kwargs:
        import warnings
        warnings.warn("Creating NamedTuple classes using keyword arguments is deprecated and "
                      "will be disallowed in Python 3.15. Use the class-based or functional "
                      "syntax instead.", DeprecationWarning, stacklevel=2)
    elif fields is _sentinel or fields is None:
        if kwargs:
            raise TypeError("Cannot pass `None` as the 'fields' parameter "
                            "and also specify fields using keyword arguments")
        _warn_of_fields("NamedTuple",
                        "Failing to pass a value for" if fields is _sentinel
                        else "Passing `None` as",
                        f"{typename} = NamedTuple({typename!r}, [])")
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided "
                        "to NamedTuple, not both")
    if fields is _sentinel or fields is None:
        fields = kwargs.items()
    result = _make_nmtuple(typename, list(fields), module=typing._caller())
    result.__orig_bases__ = (NamedTuple,)
    return result


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _namedtuple_mro_entries(bases):
    assert NamedTuple in bases  # which asks the bases before it what they equal
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


# TypedDict

def _get_typeddict_qualifiers(annotation):
    """Which of Required, NotRequired and ReadOnly are around a type."""
    while True:
        origin = typing.get_origin(annotation)
        if origin is Annotated:
            annotation = annotation.__origin__
        elif origin in (Required, NotRequired, ReadOnly):
            yield origin
            annotation, = typing.get_args(annotation)
        else:
            return


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type "
                                "and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        result = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(result, "__orig_bases__"):
            result.__orig_bases__ = bases

        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _type_check(kind, message, module=result.__module__)
               for key, kind in ns.get("__annotations__", {}).items()}
        annotations = {}
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            inherited = base.__dict__.get
            annotations.update(inherited("__annotations__", {}))
            base_required = inherited("__required_keys__", set())
            base_optional = inherited("__optional_keys__", set())
            required = (required | base_required) - base_optional
            optional = (optional - base_required) | base_optional
            readonly.update(inherited("__readonly_keys__", ()))
            mutable.update(inherited("__mutable_keys__", ()))
        annotations.update(own)
        for key, kind in own.items():
            qualifiers = set(_get_typeddict_qualifiers(kind))
            if Required in qualifiers:
                is_required = True
            elif NotRequired in qualifiers:
                is_required = False
            else:
                is_required = total
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
            if ReadOnly in qualifiers:
                if key in mutable:
                    raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)
        result.__annotations__ = annotations
        result.__required_keys__ = frozenset(required)
        result.__optional_keys__ = frozenset(optional)
        result.__readonly_keys__ = frozenset(readonly)
        result.__mutable_keys__ = frozenset(mutable)
        result.__total__ = total
        return result

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=_sentinel, /, *, total=True):
    """Base of classes that tell which keys a dict has and of what types the values are.

    >>> class Point(TypedDict, total=False):
    ...     x: Required[int]
    ...     y: int
    >>> Point(x=1)
    {'x': 1}

    Called, it makes one: TypedDict("Point", {"x": int}).
    """
    if fields is _sentinel or fields is None:
        _warn_of_fields("TypedDict",
                        "Failing to pass a value for" if fields is _sentinel
                        else "Passing `None` as",
                        f"{typename} = TypedDict({typename!r}, {{}})")
        fields = {}
    ns = {"__annotations__": dict(fields)}
    module = typing._caller()
    if module is not None:
        ns["__module__"] = module
    result = _TypedDictMeta(typename, (), ns, total=total)
    result.__orig_bases__ = (TypedDict,)
    return result


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


def _typeddict_mro_entries(bases):
    return (_TypedDict,)


TypedDict.__mro_entries__ = _typeddict_mro_entries


def is_typeddict(tp):
    """Is tp a class made with TypedDict?"""
    return isinstance(tp, _TypedDictMeta)


# Files

AnyStr = typing.AnyStr


class IO(Generic[AnyStr]):
    """What open() gives: IO[str] or IO[bytes]. For annotations only."""

    __slots__ = ()

    @property
    @abstractmethod
    def mode(self) -> str:
        pass

    @property
    @abstractmethod
    def name(self) -> str:
        pass

    @abstractmethod
    def close(self) -> None:
        pass

    @property
    @abstractmethod
    def closed(self) -> bool:
        pass

    @abstractmethod
    def fileno(self) -> int:
        pass

    @abstractmethod
    def flush(self) -> None:
        pass

    @abstractmethod
    def isatty(self) -> bool:
        pass

    @abstractmethod
    def read(self, n: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readable(self) -> bool:
        pass

    @abstractmethod
    def readline(self, limit: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readlines(self, hint: int = -1) -> list[AnyStr]:
        pass

    @abstractmethod
    def seek(self, offset: int, whence: int = 0) -> int:
        pass

    @abstractmethod
    def seekable(self) -> bool:
        pass

    @abstractmethod
    def tell(self) -> int:
        pass

    @abstractmethod
    def truncate(self, size: int | None = None) -> int:
        pass

    @abstractmethod
    def writable(self) -> bool:
        pass

    @abstractmethod
    def write(self, s: AnyStr) -> int:
        pass

    @abstractmethod
    def writelines(self, lines: list[AnyStr]) -> None:
        pass

    @abstractmethod
    def __enter__(self) -> "IO[AnyStr]":
        pass

    @abstractmethod
    def __exit__(self, type, value, traceback) -> None:
        pass


class BinaryIO(IO[bytes]):
    """What open() in binary mode gives."""

    __slots__ = ()

    @abstractmethod
    def write(self, s: bytes | bytearray) -> int:
        pass

    @abstractmethod
    def __enter__(self) -> "BinaryIO":
        pass


class TextIO(IO[str]):
    """What open() in text mode gives."""

    __slots__ = ()

    @property
    @abstractmethod
    def buffer(self) -> BinaryIO:
        pass

    @property
    @abstractmethod
    def encoding(self) -> str:
        pass

    @property
    @abstractmethod
    def errors(self) -> str | None:
        pass

    @property
    @abstractmethod
    def line_buffering(self) -> bool:
        pass

    @property
    @abstractmethod
    def newlines(self):
        pass

    @abstractmethod
    def __enter__(self) -> "TextIO":
        pass
