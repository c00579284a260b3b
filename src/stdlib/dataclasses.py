"""Classes whose methods follow from the fields they declare."""

import sys
import types
from _recursive_repr import recursive_repr

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
    "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _FieldKind:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


# The default of a parameter whose field has a factory.
_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
# For arguments that may be None.
MISSING = _MISSING_TYPE()
# As the annotation of a field: all those that follow are keyword-only.
KW_ONLY = _KW_ONLY_TYPE()

_FIELD = _FieldKind("_FIELD")
_FIELD_CLASSVAR = _FieldKind("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FieldKind("_FIELD_INITVAR")

# The attributes that a dataclass is known by.
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"

_EMPTY_METADATA = types.MappingProxyType({})

# asdict() and astuple() take these over as they are.
_ATOMIC_TYPES = frozenset({
    types.NoneType, bool, int, float, str, complex, bytes, types.EllipsisType,
    types.NotImplementedType, types.CodeType, types.BuiltinFunctionType, types.FunctionType,
    type, range, property,
})


class InitVar:
    # As an annotation: a parameter of __init__ for __post_init__, and no field.

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type):
            return f"dataclasses.InitVar[{self.type.__name__}]"
        return f"dataclasses.InitVar[{self.type!r}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    # What fields() tells about a field; field() makes them.

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init",
                 "compare", "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = (_EMPTY_METADATA if metadata is None
                         else types.MappingProxyType(metadata))
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},"
                f"repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},"
                f"metadata={self.metadata!r},kw_only={self.kw_only!r},"
                f"_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        # The class attribute stands for its default, which may care for its name.
        method = getattr(type(self.default), "__set_name__", None)
        if method:
            method(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args",
                 "kw_only", "slots", "weakref_slot")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                 slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        shown = ",".join([f"{name}={getattr(self, name)!r}" for name in self.__slots__])
        return f"_DataclassParams({shown})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    """Say more about a field: `x: list = field(default_factory=list, repr=False)`.

    default_factory is called for a default of its own per object. init, repr,
    hash and compare tell whether the field has a part in those methods; hash
    None is as compare. metadata is a mapping for whoever wants one.
    """
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# The source of the methods

class _Methods:
    """Collects the functions of a class, to compile them in one go."""

    def __init__(self, namespace):
        self.names = []
        self.source = []
        self.namespace = namespace  # what the functions see as globals
        self.values = {}            # what they see besides
        self.after = {}             # per function: what to do with it
        self.overwrite_error = {}

    def add(self, name, parameters, body, *, decorate=None, overwrite_error=False):
        self.names.append(name)
        self.source.append(f" def {name}({', '.join(parameters)}):")
        self.source += [f"  {line}" for line in body]
        self.after[name] = decorate
        self.overwrite_error[name] = overwrite_error

    def install(self, cls):
        if not self.names:
            exec("", self.namespace)  # fails for what is no namespace
            return
        text = "\n".join([f"def __create_fn__({', '.join(self.values)}):", *self.source,
                          f" return {', '.join(self.names)},"])
        made = {}
        exec(text, self.namespace, made)
        for name, function in zip(self.names, made["__create_fn__"](**self.values)):
            decorate = self.after[name]
            if decorate is not None:
                function = decorate(function) or function
            function.__qualname__ = f"{cls.__qualname__}.{name}"
            taken = _set_new_attribute(cls, name, function)
            error = self.overwrite_error[name]
            if taken and error:
                message = f"Cannot overwrite attribute {name} in class {cls.__name__}"
                if isinstance(error, str):
                    message = f"{message} {error}"
                raise TypeError(message)


def _set_new_attribute(cls, name, value):
    """Set an attribute unless the class has it itself; is it taken?"""
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _tuple_text(obj, fields):
    """The source of a tuple of the fields' values."""
    if not fields:
        return "()"
    return f"({','.join([f'{obj}.{f.name}' for f in fields])},)"


def _add_init(methods, params, fields, std_fields, kw_only_fields, has_post_init):
    # Parameters with a default can't come before ones without.
    seen_default = None
    for f in std_fields:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = f
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} "
                            f"follows default argument {seen_default.name!r}")

    self_name = "__dataclass_self__" if any(f.name == "self" for f in fields) else "self"
    values = methods.values
    values["__dataclass_HAS_DEFAULT_FACTORY__"] = _HAS_DEFAULT_FACTORY
    values["__dataclass_builtins_object__"] = object
    annotations = {}

    def parameter(f):
        annotations[f.name] = f.type
        if f.default is not MISSING:
            return f"{f.name}=__dataclass_dflt_{f.name}__"
        if f.default_factory is not MISSING:
            return f"{f.name}=__dataclass_HAS_DEFAULT_FACTORY__"
        return f.name

    def set_field(name, value):
        if params.frozen:
            return f"__dataclass_builtins_object__.__setattr__({self_name},{name!r},{value})"
        return f"{self_name}.{name}={value}"

    body = []
    for f in fields:
        default = f"__dataclass_dflt_{f.name}__"
        if f.default is not MISSING:
            values[default] = f.default
            value = f.name if f.init else default
        elif f.default_factory is not MISSING:
            values[default] = f.default_factory
            value = f"{default}()"
            if f.init:
                value += (f" if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ "
                          f"else {f.name}")
        elif f.init:
            value = f.name
        else:
            continue
        if f._field_type is _FIELD_INITVAR:
            continue
        if (not f.init and f.default_factory is MISSING
                and not params.slots and f.default is not MISSING):
            continue  # the class attribute is the default
        body.append(set_field(f.name, value))
    if has_post_init:
        arguments = ",".join([f.name for f in fields if f._field_type is _FIELD_INITVAR])
        body.append(f"{self_name}.{_POST_INIT_NAME}({arguments})")

    parameters = [self_name, *map(parameter, std_fields)]
    if kw_only_fields:
        parameters += ["*", *map(parameter, kw_only_fields)]
    annotations["return"] = None

    def annotate(function):
        function.__annotations__ = annotations

    methods.add("__init__", parameters, body or ["pass"], decorate=annotate)


def _add_repr(methods, fields):
    shown = ", ".join([f"{f.name}={{self.{f.name}!r}}" for f in fields])
    methods.add("__repr__", ["self"],
                [f"return f\"{{self.__class__.__qualname__}}({shown})\""],
                decorate=recursive_repr())


def _add_eq(methods, fields):
    terms = " and ".join([f"self.{f.name}==other.{f.name}" for f in fields]) or "True"
    methods.add("__eq__", ["self", "other"],
                ["if self is other:",
                 " return True",
                 "if other.__class__ is self.__class__:",
                 f" return {terms}",
                 "return NotImplemented"])


def _add_order(methods, fields):
    mine, others = _tuple_text("self", fields), _tuple_text("other", fields)
    for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
        methods.add(name, ["self", "other"],
                    ["if other.__class__ is self.__class__:",
                     f" return {mine}{op}{others}",
                     "return NotImplemented"],
                    overwrite_error="Consider using functools.total_ordering")


def _add_frozen(methods, cls, fields):
    methods.values["cls"] = cls
    methods.values["__dataclass_FrozenInstanceError__"] = FrozenInstanceError
    condition = "type(self) is cls"
    if fields:
        condition += " or name in {" + ", ".join([repr(f.name) for f in fields]) + "}"
    for name, parameters, verb in (("__setattr__", ["self", "name", "value"], "assign to"),
                                   ("__delattr__", ["self", "name"], "delete")):
        methods.add(name, parameters,
                    [f"if {condition}:",
                     f" raise __dataclass_FrozenInstanceError__("
                     f"f\"cannot {verb} field {{name!r}}\")",
                     f"super(cls, self).{name}({', '.join(parameters[1:])})"],
                    overwrite_error=True)


# What becomes of __hash__, by (unsafe_hash, eq, frozen); a hash that the class
# defines itself wins, but for unsafe_hash, where it is an error.
_UNHASHABLE, _HASHED = "unhashable", "hashed"
_HASH_ACTIONS = {
    (False, True, False): _UNHASHABLE,
    (False, True, True): _HASHED,
    (True, False, False): _HASHED,
    (True, False, True): _HASHED,
    (True, True, False): _HASHED,
    (True, True, True): _HASHED,
}


def _add_hash(methods, cls, params, fields, has_explicit_hash):
    action = _HASH_ACTIONS.get((bool(params.unsafe_hash), bool(params.eq), bool(params.frozen)))
    if has_explicit_hash:
        if params.unsafe_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif action is _UNHASHABLE:
        # Metaclasses see both: that the action sets it, and that its result is set.
        cls.__hash__ = None
        cls.__hash__ = None
    elif action is _HASHED:
        cls.__hash__ = None  # its place in the class; what comes there is made with the others
        hashed = [f for f in fields if (f.compare if f.hash is None else f.hash)]

        def replace_none(function):
            # __eq__ in the class's body has made __hash__ None there.
            if cls.__dict__.get("__hash__", MISSING) is None:
                cls.__hash__ = function

        methods.add("__hash__", ["self"], [f"return hash({_tuple_text('self', hashed)})"],
                    decorate=replace_none)


# Which annotations are special

def _is_classvar(a_type, typing):
    return a_type is typing.ClassVar or (
        type(a_type) is typing._GenericAlias and a_type.__origin__ is typing.ClassVar)


def _is_initvar(a_type, dataclasses):
    return a_type is dataclasses.InitVar or type(a_type) is dataclasses.InitVar


def _is_kw_only(a_type, dataclasses):
    return a_type is dataclasses.KW_ONLY


def _leading_word(text):
    text = text.lstrip()
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return text[:end], text[end:]


def _is_type(annotation, cls, a_module, a_type, is_type_predicate):
    """Does an annotation in quotes name a_type, of a_module, where cls was defined?

    Only `name` and `module.name`, with anything after it, are recognised: to
    evaluate the annotation would be too much.
    """
    name, rest = _leading_word(annotation)
    if not name:
        return False
    namespace = None
    module = sys.modules.get(cls.__module__)
    rest = rest.lstrip()
    if rest[:1] == ".":
        module_name = name
        name, _ = _leading_word(rest[1:])
        if name and module and module.__dict__.get(module_name) is a_module:
            namespace = sys.modules.get(a_type.__module__).__dict__
        elif not name:
            name = module_name
            namespace = module.__dict__
    else:
        namespace = module.__dict__
    return bool(namespace) and is_type_predicate(namespace.get(name), a_module)


def _get_field(cls, name, a_type, default_kw_only):
    """The Field for one annotation, with its kind worked out."""
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING  # a slot
        f = field(default=default)
    f.name = name
    f.type = a_type

    f._field_type = _FIELD
    # Without typing loaded nothing can be a ClassVar.
    typing = sys.modules.get("typing")
    if typing and (_is_classvar(a_type, typing) or (
            isinstance(a_type, str)
            and _is_type(a_type, cls, typing, typing.ClassVar, _is_classvar))):
        f._field_type = _FIELD_CLASSVAR
    if f._field_type is _FIELD:
        dataclasses = sys.modules[__name__]
        if _is_initvar(a_type, dataclasses) or (
                isinstance(a_type, str)
                and _is_type(a_type, cls, dataclasses, dataclasses.InitVar, _is_initvar)):
            f._field_type = _FIELD_INITVAR

    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type is not _FIELD_CLASSVAR:
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    # What can't be hashed can most likely be changed.
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: "
                         f"use default_factory")
    return f


def _own_annotations(cls):
    # What a metaclass shows in place of the class's own dict has to make one.
    annotations = dict(vars(cls)).get("__annotations__")
    if annotations is None or isinstance(annotations, types.GetSetDescriptorType):
        return {}
    if not isinstance(annotations, dict):
        raise ValueError(f"{cls!r}.__annotations__ is neither a dict nor None")
    return annotations


def _own_fields(cls, kw_only):
    """The fields of the annotations in the class's own body."""
    found = []
    kw_only_seen = False
    dataclasses = sys.modules[__name__]
    for name, a_type in _own_annotations(cls).items():
        if _is_kw_only(a_type, dataclasses) or (
                isinstance(a_type, str)
                and _is_type(a_type, cls, dataclasses, dataclasses.KW_ONLY, _is_kw_only)):
            if kw_only_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only_seen = kw_only = True
        else:
            found.append(_get_field(cls, name, a_type, kw_only))
    return found


def _inherited_fields(cls):
    """The bases' fields, and which values of frozen occur among the bases."""
    fields = {}
    frozen_bases = set()
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            for f in base_fields.values():
                fields[f.name] = f
            frozen_bases.add(bool(getattr(base, _PARAMS).frozen))
    return fields, frozen_bases


def _process_class(cls, params):
    module = sys.modules.get(cls.__module__)
    methods = _Methods(module.__dict__ if cls.__module__ in sys.modules else {})
    setattr(cls, _PARAMS, params)
    fields, frozen_bases = _inherited_fields(cls)
    for f in _own_fields(cls, params.kw_only):
        fields[f.name] = f
        # The class attribute is the default, or isn't there.
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    annotations = _own_annotations(cls)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if True in frozen_bases and not params.frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if False in frozen_bases and params.frozen:
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)

    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING
                             or (class_hash is None and "__eq__" in cls.__dict__))
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")

    parameters = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_parameters = [f for f in parameters if f.init and not f.kw_only]
    kw_only_parameters = [f for f in parameters if f.init and f.kw_only]
    field_list = [f for f in fields.values() if f._field_type is _FIELD]
    compared = [f for f in field_list if f.compare]
    has_own_init = "__init__" in cls.__dict__

    if params.init:
        _add_init(methods, params, parameters, std_parameters, kw_only_parameters,
                  hasattr(cls, _POST_INIT_NAME))
    _set_new_attribute(cls, "__replace__", _replace)
    if params.repr:
        _add_repr(methods, [f for f in field_list if f.repr])
    if params.eq:
        _add_eq(methods, compared)
    if params.order:
        _add_order(methods, compared)
    if params.frozen:
        _add_frozen(methods, cls, field_list)
    _add_hash(methods, cls, params, field_list, has_explicit_hash)
    methods.install(cls)

    if not getattr(cls, "__doc__"):
        simple = params.init and not has_own_init and type(cls) is type
        cls.__doc__ = cls.__name__ + _signature_text(
            cls, std_parameters if simple else None, kw_only_parameters)
    if params.match_args:
        _set_new_attribute(cls, "__match_args__", tuple([f.name for f in std_parameters]))
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    if params.slots:
        cls = _add_slots(cls, params.frozen, params.weakref_slot)
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _signature_text(cls, std_parameters, kw_only_parameters):
    """What inspect.signature() says; found without it where __init__ is our own."""
    if std_parameters is None or cls.__new__ is not object.__new__:
        import inspect
        try:
            return str(inspect.signature(cls)).replace(" -> None", "")
        except (TypeError, ValueError):
            return ""
    from _annotation_text import formatannotation

    def parameter(f):
        text = f"{f.name}: {formatannotation(f.type)}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        return text

    try:
        shown = [*map(parameter, std_parameters)]
        if kw_only_parameters:
            shown += ["*", *map(parameter, kw_only_parameters)]
    except (TypeError, ValueError):
        return ""
    return f"({', '.join(shown)})".replace(" -> None", "")


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Class decorator: add __init__, __repr__, __eq__ and others by the annotated fields.

    >>> @dataclass
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(1, 0)
    (Point(x=1, y=0), True)

    order adds the comparisons, frozen forbids assignment, unsafe_hash adds a
    hash in any case, kw_only makes all parameters keyword-only, and slots
    makes a new class with __slots__ (weakref_slot with one for weak references).
    """
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                              slots, weakref_slot)
    if cls is None:
        return lambda cls: _process_class(cls, params)
    return _process_class(cls, params)


# Slots

def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)  # the class is frozen


def _get_slots(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        # What a class without __slots__ adds to its bases' instances.
        return [name for name in ("__weakref__", "__dict__") if name in cls.__dict__]
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return list(slots)


def _add_slots(cls, is_frozen, weakref_slot):
    """Make cls anew, as slots can't be added to a class."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = [f.name for f in fields(cls)]
    inherited = {name for base in cls.__mro__[1:-1] for name in _get_slots(base)}
    wanted = names + ["__weakref__"] if weakref_slot else names
    namespace["__slots__"] = tuple([name for name in wanted if name not in inherited])
    for name in (*names, "__dict__", "__weakref__"):
        namespace.pop(name, None)
    qualname = getattr(cls, "__qualname__", None)
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        cls.__qualname__ = qualname
    if is_frozen:
        # Pickles can't set the fields by assignment.
        if "__getstate__" not in namespace:
            cls.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            cls.__setstate__ = _dataclass_setstate
    return cls


# Functions on dataclasses and their instances

def fields(class_or_instance):
    """The Fields of a dataclass or one of its instances, as a tuple."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Is obj a dataclass or an instance of one?"""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields of obj as a dict, also of the dataclasses within lists, dicts and tuples.

    dict_factory makes each dict out of a list of pairs.
    """
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def convert_instance(obj):
        return dict_factory([(f.name, _converted(getattr(obj, f.name), convert_instance))
                             for f in fields(obj)])

    return _converted(obj, convert_instance)


def astuple(obj, *, tuple_factory=tuple):
    """The values of obj's fields as a tuple, also of the dataclasses within.

    tuple_factory makes each tuple out of a list.
    """
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def convert_instance(obj):
        return tuple_factory([_converted(getattr(obj, f.name), convert_instance)
                              for f in fields(obj)])

    return _converted(obj, convert_instance)


def _converted(obj, convert_instance):
    """A deep copy of obj, in which convert_instance() does the dataclasses."""
    cls = type(obj)
    if cls in _ATOMIC_TYPES:
        return obj
    if hasattr(cls, _FIELDS):
        return convert_instance(obj)
    if issubclass(cls, (list, tuple)):
        items = [_converted(item, convert_instance) for item in obj]
        # A named tuple takes its items one by one.
        return cls(*items) if hasattr(cls, "_fields") and issubclass(cls, tuple) else cls(items)
    if issubclass(cls, dict):
        pairs = [(_converted(key, convert_instance), _converted(value, convert_instance))
                 for key, value in obj.items()]
        if not hasattr(cls, "default_factory"):
            return cls(pairs)
        result = cls(obj.default_factory)
        for key, value in pairs:
            result[key] = value
        return result
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True,
                   eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
                   kw_only=False, slots=False, weakref_slot=False, module=None):
    """Make a dataclass from names, (name, type) or (name, type, field()) items.

    >>> make_dataclass("Point", ["x", ("y", int), ("z", int, 0)])(1, 2)
    Point(x=1, y=2, z=0)
    """
    from keyword import iskeyword
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, default = item
            defaults[name] = default
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = kind

    def fill(body):
        body.update(namespace or {})
        body.update(defaults)
        body["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    if module is None:
        # Pickles find the class in the module that it was made for.
        try:
            module = sys._getframemodulename(1) or "__main__"
        except AttributeError:
            try:
                module = sys._getframe(1).f_globals.get("__name__", "__main__")
            except (AttributeError, ValueError):
                pass
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A new object of obj's class with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, "
                                f"it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
