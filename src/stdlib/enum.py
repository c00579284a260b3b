"""Enumerations: classes with a fixed set of named members.

Flags are in _enum_flag, and what few programs use (verify, the global_
functions and their like) in _enum_extra. Both are loaded on demand.
"""

import builtins as _builtins
from types import MappingProxyType, DynamicClassAttribute

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag",
    "ReprEnum", "auto", "unique", "property", "verify", "member", "nonmember",
    "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "global_flag_repr", "global_enum_repr", "global_str", "global_enum",
    "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
    "pickle_by_global_name", "pickle_by_enum_name",
]

# EnumType asks for these while they don't exist yet.
Enum = ReprEnum = None
# And these exist once _enum_flag has been loaded.
_Flag = _EJECT = _KEEP = None


def __getattr__(name):
    if name in ("Flag", "IntFlag", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP"):
        import _enum_flag
        return globals().setdefault(name, getattr(_enum_flag, name))
    if name[:2] != "__":
        import _enum_extra
        if hasattr(_enum_extra, name):
            return globals().setdefault(name, getattr(_enum_extra, name))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *__all__})


class nonmember:
    """Keeps a value in the body of an enum from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value in the body of an enum a member that wouldn't become one."""

    def __init__(self, value):
        self.value = value


# Defaults that show names of their own in signatures.
class _auto_null:
    def __repr__(self):
        return "_auto_null"


class _not_given:
    def __repr__(self):
        return "<not given>"


_auto_null = _auto_null()
_not_given = _not_given()


class auto:
    """Stands for a value that the enum's _generate_next_value_() chooses."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


# Kinds of names and values

def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return (len(name) > 4 and name[:2] == name[-2:] == "__"
            and name[2] != "_" and name[-3] != "_")


def _is_sunder(name):
    return (len(name) > 2 and name[0] == name[-1] == "_"
            and name[1] != "_" and name[-2] != "_")


def _is_internal_class(cls_name, obj):
    """Is obj a class that was defined in the body of the class cls_name?"""
    if not isinstance(obj, type):
        return False
    owner, _, name = getattr(obj, "__qualname__", "").rpartition(".")
    return name == obj.__name__ and (owner == cls_name or owner.endswith("." + cls_name))


def _is_private(cls_name, name):
    """Is name one that the compiler made of a name with two leading underscores?"""
    prefix = f"_{cls_name}__"
    return (len(name) > len(prefix) and name.startswith(prefix)
            and not (name[-1] == name[-2] == "_"))


def _is_single_bit(num):
    return num != 0 and num & (num - 1) == 0


def _high_bit(value):
    """The number of the highest bit set; -1 for 0."""
    return value.bit_length() - 1


def _iter_bits_lsb(num):
    """The powers of two that make up num, the lowest first."""
    if isinstance(num, Enum):
        num = num.value
    if num < 0:
        raise ValueError(f"{num!r} is not a positive integer")
    while num:
        bit = num & -num
        yield bit
        num ^= bit


def bin(num, max_bits=None):
    """num in binary, two's complement, the sign apart: '0b0 1010' for 10."""
    ceiling = 1 << num.bit_length()
    digits = f"{num & (ceiling - 1):0{num.bit_length() or 1}b}" if num.bit_length() else ""
    sign = "0" if num >= 0 else "1"
    if max_bits is not None:
        digits = digits.rjust(max_bits, sign)
    return f"0b{sign} {digits}"


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join([f"{name}={getattr(self, name)!r}"
                      for name, field in fields.items() if field.repr])


class property(DynamicClassAttribute):
    """A property of members, which a member of the same name may stand beside.

    On the class the name gives the member, on a member the property.
    """

    member = None    # the member of this name
    _attr_type = None  # what a base has under the name: "attr" or "desc"
    _cls_type = None   # the base that has it

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == "attr":
            return getattr(self._cls_type, self.name)
        if self._attr_type == "desc":
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


# What may stand in the body under a name with an underscore at both ends.
_allowed_sunders = {
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_",
    "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_",
    "_add_alias_", "_add_value_alias_",
}


class EnumDict(dict):
    """The namespace of an enum's body: takes note of what will be a member."""

    def __init__(self):
        super().__init__()
        self._member_names = {}  # a dict for its order and its speed
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = None  # unless it is known which enum this is for

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            self._set_sunder(key, value)
            if key == "_ignore_":
                value = self._ignore
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value):
            pass
        elif self._cls_name is not None and _is_internal_class(self._cls_name, value):
            pass  # a class inside an enum is a class
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            if isinstance(value, auto):
                value = self._resolve(key, value)
            elif (isinstance(value, tuple)
                  and any([isinstance(item, auto) for item in value])):
                items = [self._resolve(key, item) if isinstance(item, auto) else item
                         for item in value]
                kind = type(value)
                try:
                    value = kind(items)
                except TypeError:
                    value = kind(*items)  # a named tuple
            else:
                self._last_values.append(value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        """The value that an auto() stands for."""
        if value.value is _auto_null:
            value.value = self._generate_next_value(
                key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        self._last_values.append(value.value)
        return value.value

    def _set_sunder(self, key, value):
        if key not in _allowed_sunders:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            if isinstance(value, staticmethod):
                value = value.__func__
            self._generate_next_value = value
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
            self._ignore = value

    @_builtins.property
    def member_names(self):
        """The names that will be members."""
        return list(self._member_names)

    def update(self, members, **more_members):
        """Set the items of a mapping or of pairs, and then the keywords."""
        pairs = ([(name, members[name]) for name in members.keys()]
                 if hasattr(members, "keys") else members)
        for name, value in pairs:
            self[name] = value
        for name, value in more_members.items():
            self[name] = value


_EnumDict = EnumDict


class _Member:
    """Stands in an enum's namespace where the body had a value, and turns into a member.

    Class creation calls __set_name__ before __init_subclass__, which may
    want to see the members.
    """

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        delattr(cls, name)
        _create_member(cls, name, self.value, _Flag is not None and issubclass(cls, _Flag))


def _create_member(cls, name, value, is_flag):
    args = value if isinstance(value, tuple) else (value,)
    if cls._member_type_ is tuple:
        args = (args,)
    if cls._use_args_:
        self = cls._new_member_(cls, *args)
    else:
        self = cls._new_member_(cls)
    if not hasattr(self, "_value_"):
        if cls._member_type_ is object:
            self._value_ = value
        else:
            try:
                self._value_ = cls._member_type_(*args)
            except Exception as cause:
                raise TypeError("_value_ not set in __new__, unable to create it") from cause
    value = self._value_
    self._name_ = name
    self.__objclass__ = cls
    self.__init__(*args)
    self._sort_order_ = len(cls._member_names_)

    has_bits = is_flag and isinstance(value, int)
    if has_bits:
        cls._flag_mask_ |= value
        if _is_single_bit(value):
            cls._singles_mask_ |= value
        cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1

    original = _member_of_value(cls, value)
    if original is not None:
        self = original  # name is one more name of that
    elif not is_flag or has_bits and _is_single_bit(value):
        cls._member_names_.append(name)
    cls._add_member_(name, self)
    _remember_value(cls, name, value, self)


def _member_of_value(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found
        return None


def _remember_value(cls, name, value, self):
    try:
        cls._value2member_map_.setdefault(value, self)
    except TypeError:
        cls._unhashable_values_.append(value)
        cls._unhashable_values_map_.setdefault(name, []).append(value)


class EnumType(type):
    """What enumerations are instances of."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict()
        namespace._cls_name = cls
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(
                first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        member_names = classdict._member_names
        invalid = set(member_names) & {"mro", ""}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join(map(repr, invalid))}")
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)

        namespace = dict(classdict)
        for name in namespace.pop("_ignore_", ()):
            namespace.pop(name, None)
        for name in member_names:
            namespace[name] = _Member(namespace[name])
        order = namespace.pop("_order_", None)
        generate = namespace.get("_generate_next_value_")
        if generate is not None and type(generate) is not staticmethod:
            namespace["_generate_next_value_"] = staticmethod(generate)
        namespace.update(
            _new_member_=new, _use_args_=use_args, _member_names_=[], _member_map_={},
            _value2member_map_={}, _unhashable_values_=[],
            _unhashable_values_map_={}, _member_type_=member_type,
            _value_repr_=metacls._find_data_repr_(cls, bases))
        if _Flag is None:
            is_flag = cls == "Flag" and namespace.get("__module__") == "enum"
        else:
            is_flag = any(issubclass(base, _Flag) for base in bases)
        namespace.update(
            _boundary_=boundary or getattr(first_enum, "_boundary_", None),
            _flag_mask_=0, _singles_mask_=0, _all_bits_=0, _inverted_=None)
        progress = f"_{cls}__in_progress"
        namespace[progress] = True
        failure = None
        try:
            enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        except Exception as error:
            # Another exception of its type, which has no notes: it is a member's, and that __set_name__
            # made the member says nothing.
            failure = type(error)(str(error))
            failure.__context__ = error.__context__
            failure.__cause__ = error.__cause__
            trace = error.__traceback__
        if failure is not None:
            raise failure.with_traceback(trace)
        delattr(enum_class, progress)

        metacls._choose_methods(enum_class, namespace, first_enum, member_type, bases, is_flag)
        if Enum is not None:
            # The members exist: from here on calling the class looks one up.
            if save_new:
                enum_class.__new_member__ = new
            enum_class.__new__ = Enum.__new__
        if not is_flag:
            for name in ("_boundary_", "_flag_mask_", "_singles_mask_", "_all_bits_",
                         "_inverted_"):
                delattr(enum_class, name)
        else:
            found = [m._value_ for m in enum_class]
            if found != sorted(found):
                enum_class._iter_member_ = enum_class._iter_member_by_def_
        if order:
            metacls._check_order(enum_class, order, is_flag)
        return enum_class

    @staticmethod
    def _choose_methods(cls, namespace, first_enum, member_type, bases, is_flag):
        """Have Enum's methods prevail over those of a mixed-in data type."""
        if ReprEnum is not None and ReprEnum in bases:
            if member_type is object:
                raise TypeError("ReprEnum subclasses must be mixed with a data type "
                                "(i.e. int, str, float, etc.)")
            if "__format__" not in namespace:
                cls.__format__ = namespace["__format__"] = member_type.__format__
            if "__str__" not in namespace:
                method = member_type.__str__
                if method is object.__str__:
                    method = member_type.__repr__
                cls.__str__ = namespace["__str__"] = method
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name not in namespace:
                inherited = getattr(cls, name)
                if inherited in (getattr(member_type, name), getattr(object, name)):
                    setattr(cls, name, getattr(first_enum, name))
        if is_flag and _Flag is not None:
            for name in ("__or__", "__and__", "__xor__",
                         "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in namespace:
                    setattr(cls, name, getattr(_Flag, name))

    @staticmethod
    def _check_order(cls, order, is_flag):
        if isinstance(order, str):
            order = order.replace(",", " ").split()
        names = cls._member_names_
        aliases = set(cls._member_map_) - set(names)
        # A name may be listed although it is an alias, or no single bit.
        order = [name for name in order if name not in aliases]
        if order != names:
            raise TypeError(f"member order does not match _order_:\n  {names!r}\n  {order!r}")

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_not_given, *values, module=None, qualname=None, type=None,
                 start=1, boundary=None):
        """Look a member up by its value; of an enum without members make a new enum.

        For the latter value is its name, and names are its members: a string
        of names, or names, or pairs, or a mapping of names to values.
        """
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _not_given:
            if type is None:
                raise TypeError(f"{cls} has no members; specify `names=()` if you meant to "
                                f"create a new, empty, enum")
            names = None
        return cls._create_(value, names, module=module, qualname=qualname, type=type,
                            start=start, boundary=boundary)

    def __contains__(cls, value):
        """Is value a member, or a member's value?"""
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        interesting = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__",
                       "__len__", "__members__", "__module__", "__name__", "__qualname__",
                       *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            interesting.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            interesting.add("__init_subclass__")
        if cls._member_type_ is not object:
            interesting.update(dir(cls._member_type_))
        return sorted(interesting)

    def __getitem__(cls, name):
        """The member of that name."""
        return cls._member_map_[name]

    def __iter__(cls):
        """The members in the order of definition."""
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        """How many members there are, aliases apart."""
        return len(cls._member_names_)

    @_builtins.property
    def __members__(cls):
        """A read-only mapping of names to members, aliases included."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if _Flag is not None and issubclass(cls, _Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def __reversed__(cls):
        """The members in the reverse order of definition."""
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        """As for any class, but a member's name can't be bound to something else."""
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        """Make a new enum from its members' names: the functional interface."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs = []
            last_values = []
            for count, name in enumerate(names):
                value = cls._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                pairs.append((name, value))
            names = pairs
        elif names is None:
            names = ()
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value

        if module is None:
            import sys
            try:
                module = sys._getframemodulename(2)
            except AttributeError:
                try:
                    module = sys._getframe(2).f_globals["__name__"]
                except (AttributeError, ValueError, KeyError):
                    pass
        if module is None:
            _make_class_unpicklable(classdict)
        else:
            classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Make an enum of those of a module's constants that filter takes."""
        import sys
        module_globals = sys.modules[module].__dict__
        source = source.__dict__ if source else module_globals
        members = [(name, value) for name, value in source.items() if filter(name)]
        try:
            members.sort(key=lambda item: (item[1], item[0]))
        except TypeError:
            members.sort(key=lambda item: item[0])  # values of several types
        result = cls(name, {key: value for key, value in members}, module=module,
                     boundary=boundary or __getattr__("KEEP"))
        if as_global:
            from _enum_extra import global_enum
            global_enum(result)
        else:
            sys.modules[result.__module__].__dict__.update(result.__members__)
        module_globals[name] = result
        return result

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The data type that the members are of, and the enum that the class builds on."""
        if not bases:
            return object, Enum
        if not isinstance(bases[-1], EnumType):
            raise TypeError("new enumerations should be created as "
                            "`EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, bases[-1]

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    params = base.__dict__.get("__dataclass_params__")
                    if "__dataclass_fields__" in base.__dict__ and params and params.repr:
                        return _dataclass_repr
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        data_types = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        data_types.add(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    data_types.add(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(data_types) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {data_types!r}")
        return data_types.pop() if data_types else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """What makes a member: (__new__, is it the class's own, does it take the value?)."""
        new = classdict.get("__new__")
        save_new = first_enum is not None and new is not None
        if new is None:
            plain = (None, object.__new__, Enum.__new__ if Enum is not None else None)
            for method in ("__new_member__", "__new__"):
                for owner in (member_type, first_enum):
                    target = getattr(owner, method, None)
                    if target not in plain:
                        new = target
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        use_args = first_enum is not None and new not in (Enum.__new__, object.__new__)
        return new, save_new, use_args

    def _add_member_(cls, name, member):
        """Make member known as name, beside whatever a base has under that name."""
        if name in cls._member_map_:
            if cls._member_map_[name] is not member:
                raise NameError(f"{name!r} is already bound: {cls._member_map_[name]!r}")
            return
        descriptor, kind, owner = _shadowed(cls, name)
        # By its truth, as a base may have a member under that name that is false.
        if not descriptor:
            setattr(cls, name, member)
        else:
            redirect = property()
            redirect.member = member
            redirect.__set_name__(cls, name)
            if kind in ("enum", "desc"):
                for mine, theirs in _FUNCTIONS_OF_DESCRIPTORS:
                    setattr(redirect, mine, getattr(descriptor, theirs, None))
            redirect._attr_type = kind
            redirect._cls_type = owner
            setattr(cls, name, redirect)
        cls._member_map_[name] = member


EnumMeta = EnumType

# What a member's redirection takes over from the descriptor that a base has under its name.
_FUNCTIONS_OF_DESCRIPTORS = [
    ("fget", "fget"), ("_get", "__get__"),
    ("fset", "fset"), ("_set", "__set__"),
    ("fdel", "fdel"), ("_del", "__delete__"),
]


def _shadowed(cls, name):
    """What cls's bases have under name: (descriptor, kind, base); a property decides."""
    descriptor = kind = owner = None
    for base in cls.__mro__[1:]:
        attr = base.__dict__.get(name)
        if attr is None:
            continue
        if isinstance(attr, (property, DynamicClassAttribute)):
            return attr, "enum", base
        if _is_descriptor(attr):
            descriptor = attr
            kind = kind or "desc"
            owner = owner or base
        else:
            kind = "attr"
            owner = base
    return descriptor, kind, owner


class Enum(metaclass=EnumType):
    """A class whose attributes are its only instances.

    >>> class Colour(Enum):
    ...     RED = 1
    ...     GREEN = 2
    >>> Colour.RED, Colour(2), Colour["RED"].value, [c.name for c in Colour]
    (<Colour.RED: 1>, <Colour.GREEN: 2>, 1, ['RED', 'GREEN'])
    """

    def __new__(cls, value):
        # Only ever called to look a member up: those that make one are replaced.
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for name, values in cls._unhashable_values_map_.items():
                if value in values:
                    return cls[name]
        if not cls._member_map_:
            if getattr(cls, f"_{cls.__name__}__in_progress", False):
                raise TypeError(
                    "do not use `super().__new__; call the appropriate __new__ directly") from None
            raise TypeError(f"{cls!r} has no members defined")
        return _missing_member(cls, value)

    def __init__(self, *args, **kwds):
        pass

    @classmethod
    def __signature__(cls):
        if cls._member_names_:
            return "(*values)"
        return ("(new_class_name, /, names, *, module=None, qualname=None, "
                "type=None, start=1, boundary=None)")

    def _add_alias_(self, name):
        """Make the member known by one more name."""
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        """Have one more value look the member up."""
        cls = self.__class__
        found = _member_of_value(cls, value)
        if found is None:
            _remember_value(cls, getattr(self, "_name_", None), value, self)
        elif found is not self:
            raise ValueError(f"{value!r} is already bound: {found!r}")

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of an auto(): one more than the highest so far."""
        if not last_values:
            return start
        try:
            last_value = sorted(last_values).pop()
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last_value + 1
        except TypeError:
            raise TypeError(f"unable to increment {last_value!r}") from None

    @classmethod
    def _missing_(cls, value):
        """Called when no member has the value; may return one."""
        return None

    def __repr__(self):
        cls = self.__class__
        show = cls._value_repr_ or repr
        return f"<{cls.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        cls = self.__class__
        if cls._member_type_ is object:
            interesting = {"__class__", "__doc__", "__eq__", "__hash__", "__module__",
                           "name", "value"}
        else:
            interesting = set(object.__dir__(self))
        member_map = self._member_map_
        for name in getattr(self, "__dict__", ()):
            if name[0] != "_" and name not in member_map:
                interesting.add(name)
        for base in cls.mro():
            for name, obj in base.__dict__.items():
                if name[0] == "_":
                    continue
                if name not in member_map or (isinstance(obj, property) and obj.fget is not None):
                    interesting.add(name)
                elif isinstance(obj, property):
                    interesting.discard(name)
        return sorted(interesting | {"__class__", "__doc__", "__eq__", "__hash__", "__module__"})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


def _missing_member(cls, value):
    """What cls._missing_() gives for a value; ValueError when that is no member."""
    problem = None
    try:
        result = cls._missing_(value)
    except Exception as raised:
        problem = raised
        result = None
    if isinstance(result, cls):
        return result
    if (_Flag is not None and issubclass(cls, _Flag) and cls._boundary_ is _EJECT
            and isinstance(result, int)):
        return result
    error = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    try:
        if problem is None:
            if result is None:
                raise error
            problem = TypeError(f"error in {cls.__name__}._missing_: "
                                f"returned {result!r} instead of None or a valid member")
        if not isinstance(problem, ValueError):
            problem.__context__ = error
        raise problem
    finally:
        problem = error = None  # no reference cycle through the traceback


class ReprEnum(Enum):
    """An enum that changes only the repr of its data type: str() and format() stay."""


class IntEnum(int, ReprEnum):
    """An enum whose members are ints."""


def pickle_by_global_name(self, proto):
    """A __reduce_ex__ for members that are names of their module."""
    return self.name


_reduce_ex_by_global_name = pickle_by_global_name


def pickle_by_enum_name(self, proto):
    """A __reduce_ex__ that goes by the member's name, not its value."""
    return getattr, (self.__class__, self._name_)


def _make_class_unpicklable(obj):
    """Have pickling members of a class (or of one that a namespace will make) fail."""
    def refuse(self, proto):
        raise TypeError(f"{self!r} cannot be pickled")

    if isinstance(obj, dict):
        obj["__reduce_ex__"] = refuse
        obj["__module__"] = "<unknown>"
    else:
        setattr(obj, "__reduce_ex__", refuse)
        setattr(obj, "__module__", "<unknown>")


class StrEnum(str, ReprEnum):
    """An enum whose members are strings; auto() gives the name in lower case."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2]))
        value = str(*values)
        member = str.__new__(cls, value)
        member._value_ = value
        return member

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def unique(enumeration):
    """Class decorator: ValueError if two members have the same value."""
    aliases = [f"{name} -> {found.name}" for name, found in enumeration.__members__.items()
               if name != found.name]
    if aliases:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(aliases)}")
    return enumeration
