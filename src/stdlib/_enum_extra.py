"""The parts of enum that it loads only when they are asked for."""

import sys
from enum import (Enum, EnumDict, Flag, FlagBoundary, ReprEnum, StrEnum,
                  _is_single_bit, _iter_bits_lsb)


class EnumCheck(StrEnum):
    """What verify() can look at.

    CONTINUOUS: no integer is left out; NAMED_FLAGS: a flag of several bits has
    a member for each; UNIQUE: no two names for one value.
    """

    __module__ = "enum"

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator: ValueError if an enum doesn't pass the checks given."""

    __module__ = "enum"

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        is_flag = issubclass(enumeration, Flag)
        for check in self.checks:
            if check is UNIQUE:
                self._check_unique(enumeration)
            elif check is CONTINUOUS:
                self._check_continuous(enumeration, is_flag)
            elif check is NAMED_FLAGS and is_flag:
                self._check_named_flags(enumeration)
        return enumeration

    @staticmethod
    def _check_unique(enumeration):
        aliases = [f"{name} -> {found.name}" for name, found in enumeration.__members__.items()
                   if name != found.name]
        if aliases:
            raise ValueError(f"aliases found in {enumeration!r}: {', '.join(aliases)}")

    @staticmethod
    def _check_continuous(enumeration, is_flag):
        values = {found.value for found in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if is_flag:
            wanted = [1 << bit for bit in range(low.bit_length(), high.bit_length() - 1)]
        elif isinstance(low, int) and isinstance(high, int):
            wanted = range(low + 1, high)
        else:
            raise Exception("verify: unknown type %r" % type(low))
        missing = [value for value in wanted if value not in values]
        if missing:
            kind = "flag" if is_flag else "enum"
            raise ValueError(f"invalid {kind} {enumeration.__name__!r}: "
                             f"missing values {', '.join(map(str, missing))}"[:256])

    @staticmethod
    def _check_named_flags(enumeration):
        values = {found.value for found in enumeration}
        names = []
        missing = 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            lacking = [bit for bit in _iter_bits_lsb(alias.value) if bit not in values]
            if lacking:
                names.append(name)
                for bit in lacking:
                    missing |= bit
        if not names:
            return
        if len(names) == 1:
            subject = f"alias {names[0]} is missing"
        else:
            subject = f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
        if _is_single_bit(missing):
            what = f"value 0x{missing:x}"
        else:
            what = f"combined values of 0x{missing:x}"
        raise ValueError(f"invalid Flag {enumeration.__name__!r}: {subject} {what} "
                         f"[use enum.show_flag_values(value) for details]")


def show_flag_values(value):
    """The powers of two that make up value."""
    return list(_iter_bits_lsb(value))


# Members that are names of their module

def global_enum_repr(self):
    """module.MEMBER"""
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    """module.MEMBER|module.OTHER"""
    cls = self.__class__
    module = cls.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{cls.__name__}({self._value_!r})"
    if _is_single_bit(self._value_):
        return f"{module}.{self._name_}"
    parts = self._name_.split("|")
    if self._boundary_ is FlagBoundary.KEEP:
        # Bits without a name stand there as a number.
        return "|".join([part if part[0].isdigit() else f"{module}.{part}" for part in parts])
    return "|".join([f"{module}.{part}" for part in parts])


def global_str(self):
    """MEMBER"""
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def global_enum(cls, update_str=False):
    """Class decorator: make the members names of the module, and show them as such."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


# Enums out of plain classes

def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Class decorator: make the enum that a class of the same body would be."""
    def convert_class(cls):
        metacls = type(etype)
        bases = (etype,)
        namespace = metacls.__prepare__(cls.__name__, bases)
        for name, value in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__"):
                namespace[name] = value
        return metacls(cls.__name__, bases, namespace, boundary=boundary)

    return convert_class


def _test_simple_enum(checked_enum, simple_enum):
    """TypeError if an enum made by _simple_enum differs from one made by a class statement."""
    failed = []
    checked = checked_enum.__dict__
    simple = simple_enum.__dict__
    for key in sorted({*checked, *simple}):
        if key in ("__module__", "_member_map_", "_value2member_map_", "__doc__",
                   "__static_attributes__", "__firstlineno__"):
            continue
        if key in checked_enum._member_map_ or key in simple_enum._member_map_:
            continue
        if key not in simple:
            failed.append(f"missing key: {key!r}")
        elif key not in checked:
            failed.append(f"extra key:   {key!r}")
        elif not (callable(checked[key]) or hasattr(checked[key], "__get__")):
            if checked[key] != simple[key]:
                failed.append(f"{key!r}:\n         checked -> {checked[key]!r}\n"
                              f"         simple  -> {simple[key]!r}")
    for name in [*checked_enum._member_map_,
                 *(n for n in simple_enum._member_map_ if n not in checked_enum._member_map_)]:
        first = checked_enum._member_map_.get(name)
        second = simple_enum._member_map_.get(name)
        if second is None:
            failed.append(f"missing member from simple enum: {name!r}")
        elif first is None:
            failed.append(f"extra member in simple enum: {name!r}")
        elif (first._name_, first._value_) != (second._name_, second._value_):
            failed.append(f"member mismatch: {first!r} != {second!r}")
    if failed:
        raise TypeError("enum mismatch:\n   " + "\n   ".join(failed))


def _old_convert_(etype, name, module, filter, source=None, *, boundary=None):
    """EnumType._convert_ under its old name."""
    return etype._convert_(name, module, filter, source, boundary=boundary)


for _function in (show_flag_values, global_enum_repr, global_flag_repr, global_str, global_enum,
                  _simple_enum, _test_simple_enum, _old_convert_):
    _function.__module__ = "enum"
del _function
