"""Configuration files: sections of options with values (INI files).

>>> config = ConfigParser()
>>> config.read_string("[a]\\nname = x\\nsize: %(width)s\\n[DEFAULT]\\nwidth = 3\\n")
>>> config["a"]["name"], config.getint("a", "size"), config.sections()
('x', 3, ['a'])
"""

import io
import itertools
import os
import re
import sys
import types
from collections import ChainMap as _ChainMap
from collections.abc import Iterable, MutableMapping

__all__ = ("NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError",
           "InterpolationError", "InterpolationDepthError", "InterpolationMissingOptionError",
           "InterpolationSyntaxError", "ParsingError", "MissingSectionHeaderError",
           "MultilineContinuationError", "ConfigParser", "RawConfigParser", "Interpolation",
           "BasicInterpolation", "ExtendedInterpolation", "SectionProxy", "ConverterMapping",
           "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH", "UNNAMED_SECTION")

_default_dict = dict
DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    """What goes wrong with configurations."""

    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    """There is no such section."""

    def __init__(self, section):
        Error.__init__(self, f"No section: {section!r}")
        self.section = section
        self.args = section,


def _where(what, source, lineno):
    """How messages about something that is there twice begin and go on."""
    if source is None:
        return what[0].upper() + what[1:]
    place = f"While reading from {source!r}"
    if lineno is not None:
        place += f" [line {lineno:2d}]"
    return f"{place}: {what}"


class DuplicateSectionError(Error):
    """A section is there twice."""

    def __init__(self, section, source=None, lineno=None):
        message = f"Section {section!r} already exists"
        if source is not None:
            message = _where(f"section {section!r} already exists", source, lineno)
        Error.__init__(self, message)
        self.section = section
        self.source = source
        self.lineno = lineno
        self.args = section, source, lineno


class DuplicateOptionError(Error):
    """An option is there twice in its section."""

    def __init__(self, section, option, source=None, lineno=None):
        message = f"option {option!r} in section {section!r} already exists"
        Error.__init__(self, _where(message, source, lineno))
        self.section = section
        self.option = option
        self.source = source
        self.lineno = lineno
        self.args = section, option, source, lineno


class NoOptionError(Error):
    """There is no such option."""

    def __init__(self, option, section):
        Error.__init__(self, f"No option {option!r} in section: {section!r}")
        self.option = option
        self.section = section
        self.args = option, section


class InterpolationError(Error):
    """What a value refers to is wrong."""

    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option = option
        self.section = section
        self.args = option, section, msg


class InterpolationMissingOptionError(InterpolationError):
    """A value refers to an option that doesn't exist."""

    def __init__(self, option, section, rawval, reference):
        message = (f"Bad value substitution: option {option!r} in section {section!r} contains "
                   f"an interpolation key {reference!r} which is not a valid option name. "
                   f"Raw value: {rawval!r}")
        InterpolationError.__init__(self, option, section, message)
        self.reference = reference
        self.args = option, section, rawval, reference


class InterpolationSyntaxError(InterpolationError):
    """A reference in a value is malformed."""


class InterpolationDepthError(InterpolationError):
    """Values refer to one another too deeply."""

    def __init__(self, option, section, rawval):
        message = (f"Recursion limit exceeded in value substitution: option {option!r} in "
                   f"section {section!r} contains an interpolation key which cannot be "
                   f"substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}")
        InterpolationError.__init__(self, option, section, message)
        self.args = option, section, rawval


class ParsingError(Error):
    """Lines of a file make no sense; `errors` are pairs of line number and line."""

    def __init__(self, source, *args):
        super().__init__(f"Source contains parsing errors: {source!r}")
        self.source = source
        self.errors = []
        self.args = source,
        if args:
            self.append(*args)

    def append(self, lineno, line):
        """Adds a line."""
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line!r}"

    def combine(self, others):
        """Adds the lines of others."""
        for other in others:
            for error in other.errors:
                self.append(*error)
        return self

    @staticmethod
    def _raise_all(exceptions):
        exceptions = iter(exceptions)
        first = next(exceptions, None)
        if first is not None:
            raise first.combine(exceptions)


class MissingSectionHeaderError(ParsingError):
    """An option comes before the first section."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\n"
                             f"file: {filename!r}, line: {lineno}\n{line!r}")
        self.source = filename
        self.lineno = lineno
        self.line = line
        self.args = filename, lineno, line


class MultilineContinuationError(ParsingError):
    """An option without a value is continued."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, "Key without value continued with an indented line.\n"
                             f"file: {filename!r}, line: {lineno}\n{line!r}")
        self.source = filename
        self.lineno = lineno
        self.line = line
        self.args = filename, lineno, line


class _UnnamedSection:
    def __repr__(self):
        return "<UNNAMED_SECTION>"


# The section of what comes before the first header, where that is allowed.
UNNAMED_SECTION = _UnnamedSection()

# Stands for arguments that were not given, as None may be.
_UNSET = object()


class Interpolation:
    """What is done with values between the file and the program: nothing, in this class."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _Referring(Interpolation):
    """Values may refer to others; what begins a reference is doubled to stand for itself."""

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._interpolate_some(parser, option, parts, value, section, defaults, 1)
        return "".join(parts)

    def _interpolate_some(self, parser, option, accum, rest, section, map, depth):
        rawval = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, rawval)
        sign = self._sign
        while rest:
            before, found, _ = rest.partition(sign)
            accum.append(before)
            if not found:
                return
            rest = rest[len(before):]
            if rest[1:2] == sign:
                accum.append(sign)
                rest = rest[2:]
                continue
            rest = self._reference(parser, option, accum, rest, section, map, depth, rawval)

    def _missing(self, option, section, rawval, reference):
        raise InterpolationMissingOptionError(option, section, rawval, reference) from None


class BasicInterpolation(_Referring):
    """%(name)s refers to an option of the same section, or to a default."""

    _sign = "%"
    _KEYCRE = re.compile(r"%\(([^)]+)\)s")

    def before_set(self, parser, section, option, value):
        rest = self._KEYCRE.sub("", value.replace("%%", ""))
        if "%" in rest:
            raise ValueError(f"invalid interpolation syntax in {value!r} at "
                             f"position {rest.find('%')}")
        return value

    def _reference(self, parser, option, accum, rest, section, map, depth, rawval):
        if rest[1:2] != "(":
            raise InterpolationSyntaxError(
                option, section, f"'%' must be followed by '%' or '(', found: {rest!r}")
        found = self._KEYCRE.match(rest)
        if found is None:
            raise InterpolationSyntaxError(
                option, section, f"bad interpolation variable reference {rest!r}")
        name = parser.optionxform(found[1])
        try:
            value = map[name]
        except KeyError:
            self._missing(option, section, rawval, name)
        if "%" in value:
            self._interpolate_some(parser, option, accum, value, section, map, depth + 1)
        else:
            accum.append(value)
        return rest[found.end():]


class ExtendedInterpolation(_Referring):
    """${name} refers to an option of the same section, ${section:name} to one of another."""

    _sign = "$"
    _KEYCRE = re.compile(r"\$\{([^}]+)\}")

    def before_set(self, parser, section, option, value):
        rest = self._KEYCRE.sub("", value.replace("$$", ""))
        if "$" in rest:
            raise ValueError(f"invalid interpolation syntax in {value!r} at "
                             f"position {rest.find('$')}")
        return value

    def _reference(self, parser, option, accum, rest, section, map, depth, rawval):
        if rest[1:2] != "{":
            raise InterpolationSyntaxError(
                option, section, f"'$' must be followed by '$' or '{{', found: {rest!r}")
        found = self._KEYCRE.match(rest)
        if found is None:
            raise InterpolationSyntaxError(
                option, section, f"bad interpolation variable reference {rest!r}")
        path = found[1].split(":")
        place, name = section, option
        try:
            if len(path) == 1:
                name = parser.optionxform(path[0])
                value = map[name]
            elif len(path) == 2:
                place, name = path[0], parser.optionxform(path[1])
                value = parser.get(place, name, raw=True)
            else:
                raise InterpolationSyntaxError(option, section,
                                               f"More than one ':' found: {rest!r}")
        except (KeyError, NoSectionError, NoOptionError):
            self._missing(option, section, rawval, ":".join(path))
        if value is not None and "$" in value:
            self._interpolate_some(parser, name, accum, value, place,
                                   dict(parser.items(place, raw=True)), depth + 1)
        else:
            accum.append(value)
        return rest[found.end():]


class _ReadState:
    """Where reading a file has got to."""

    def __init__(self, name):
        self.name = name
        self.lineno = 0
        self.sections = set()
        self.options = set()
        self.section = None
        self.section_name = None
        self.option = None
        self.indent = 0
        self.errors = []


class RawConfigParser(MutableMapping):
    """Sections of options, without references between values."""

    _SECT_TMPL = r"\[(?P<header>.+)\]"
    _OPT_TMPL = r"(?P<option>.*?)\s*(?:(?P<vi>{delim})\s*(?P<value>.*)$)"
    _OPT_NV_TMPL = r"(?P<option>.*?)\s*(?:(?P<vi>{delim})\s*(?P<value>.*))?$"
    _DEFAULT_INTERPOLATION = Interpolation()
    SECTCRE = re.compile(_SECT_TMPL)
    OPTCRE = re.compile(_OPT_TMPL.format(delim="=|:"))
    OPTCRE_NV = re.compile(_OPT_NV_TMPL.format(delim="=|:"))
    NONSPACECRE = re.compile(r"\S")
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True,
                      "0": False, "no": False, "false": False, "off": False}

    def __init__(self, defaults=None, dict_type=_default_dict, allow_no_value=False, *,
                 delimiters=("=", ":"), comment_prefixes=("#", ";"),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET,
                 allow_unnamed_section=False):
        self._dict = dict_type
        self._sections = dict_type()
        self._defaults = dict_type()
        self._converters = ConverterMapping(self)
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        self._optcre = self._option_pattern(allow_no_value)
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._allow_no_value = allow_no_value
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        self._interpolation = interpolation
        if interpolation is _UNSET:
            self._interpolation = self._DEFAULT_INTERPOLATION
        if self._interpolation is None:
            self._interpolation = Interpolation()
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError("interpolation= must be None or an instance of Interpolation; "
                            f"got an object of type {type(self._interpolation)}")
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)
        self._allow_unnamed_section = allow_unnamed_section

    def _option_pattern(self, allow_no_value):
        if self._delimiters == ("=", ":"):
            return self.OPTCRE_NV if allow_no_value else self.OPTCRE
        template = self._OPT_NV_TMPL if allow_no_value else self._OPT_TMPL
        delimiters = "|".join(map(re.escape, self._delimiters))
        return re.compile(template.format(delim=delimiters))

    def defaults(self):
        """The values that all sections have."""
        return self._defaults

    def sections(self):
        """The names of the sections."""
        return list(self._sections)

    def add_section(self, section):
        """Adds a section; there must be none of that name."""
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        """Whether there is a section of that name; the defaults are none."""
        return section in self._sections

    def options(self, section):
        """The names of a section's options, those of the defaults included."""
        try:
            options = self._sections[section].copy()
        except KeyError:
            raise NoSectionError(section) from None
        options.update(self._defaults)
        return list(options)

    def read(self, filenames, encoding=None):
        """Reads files; those that can't be opened are left out. The names of the others."""
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        encoding = io.text_encoding(encoding)
        result = []
        for filename in filenames:
            try:
                with open(filename, encoding=encoding) as fp:
                    self._read(fp, filename)
            except OSError:
                continue
            result.append(os.fspath(filename) if isinstance(filename, os.PathLike) else filename)
        return result

    def read_file(self, f, source=None):
        """Reads an iterable of lines."""
        if source is None:
            source = getattr(f, "name", "<???>")
        self._read(f, source)

    def read_string(self, string, source="<string>"):
        """Reads a text."""
        self.read_file(io.StringIO(string), source)

    def read_dict(self, dictionary, source="<dict>"):
        """Takes what a dict of dicts holds."""
        seen = set()
        for section, keys in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in seen:
                    raise
            seen.add(section)
            for key, value in keys.items():
                key = self.optionxform(str(key))
                value = str(value) if value is not None else None
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self.set(section, key, value)

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = value

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """The value of an option: from vars, the section, or the defaults."""
        try:
            values = self._unify_values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = values[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, values)

    def _get(self, section, conv, option, **kwargs):
        return conv(self.get(section, option, **kwargs))

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET,
                  **kwargs):
        try:
            return self._get(section, conv, option, raw=raw, vars=vars, **kwargs)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback,
                              **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback,
                              **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars,
                              fallback=fallback, **kwargs)

    def items(self, section=_UNSET, raw=False, vars=None):
        """Names and values of a section; without one, names and sections."""
        if section is _UNSET:
            return super().items()
        values = self._defaults.copy()
        try:
            values.update(self._sections[section])
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section)
        names = list(values)
        if vars:
            for key, value in vars.items():
                values[self.optionxform(key)] = value
        if raw:
            return [(name, values[name]) for name in names]
        before_get = self._interpolation.before_get
        return [(name, before_get(self, section, name, values[name], values)) for name in names]

    def popitem(self):
        """Removes the first section; its name and contents."""
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def optionxform(self, optionstr):
        """The name under which an option is kept: in lower case."""
        return optionstr.lower()

    def has_option(self, section, option):
        """Whether a section has an option; without one, the defaults."""
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        """Sets an option."""
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        if not section or section == self.default_section:
            options = self._defaults
        else:
            try:
                options = self._sections[section]
            except KeyError:
                raise NoSectionError(section) from None
        options[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        """Writes everything to a file, so that it can be read again."""
        delimiter = self._delimiters[0]
        if space_around_delimiters:
            delimiter = f" {delimiter} "
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), delimiter)
        if UNNAMED_SECTION in self._sections:
            self._write_section(fp, UNNAMED_SECTION, self._sections[UNNAMED_SECTION].items(),
                                delimiter, unnamed=True)
        for section, options in self._sections.items():
            if section is not UNNAMED_SECTION:
                self._write_section(fp, section, options.items(), delimiter)

    def _write_section(self, fp, section_name, section_items, delimiter, unnamed=False):
        if not unnamed:
            fp.write(f"[{section_name}]\n")
        for key, value in section_items:
            value = self._interpolation.before_write(self, section_name, key, value)
            if value is not None or not self._allow_no_value:
                value = delimiter + str(value).replace("\n", "\n\t")
            else:
                value = ""
            fp.write(f"{key}{value}\n")
        fp.write("\n")

    def remove_option(self, section, option):
        """Removes an option; whether it was there."""
        if not section or section == self.default_section:
            options = self._defaults
        else:
            try:
                options = self._sections[section]
            except KeyError:
                raise NoSectionError(section) from None
        option = self.optionxform(option)
        existed = option in options
        if existed:
            del options[option]
        return existed

    def remove_section(self, section):
        """Removes a section; whether it was there."""
        existed = section in self._sections
        if existed:
            del self._sections[section]
            del self._proxies[section]
        return existed

    # The mapping from names to sections.

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return itertools.chain((self.default_section,), self._sections.keys())

    # Reading.

    def _read(self, fp, fpname):
        state = _ReadState(fpname)
        try:
            for state.lineno, line in enumerate(fp, start=1):
                self._read_line(state, line)
        finally:
            self._join_multiline_values()
        ParsingError._raise_all(state.errors)

    def _read_line(self, state, line):
        text, had_comment = self._without_comment(line)
        if not text:
            if self._empty_lines_in_values:
                # An empty line may belong to a value of several lines.
                if (not had_comment and state.section is not None and state.option
                        and state.section[state.option] is not None):
                    state.section[state.option].append("")
            else:
                state.indent = sys.maxsize
            return
        first = self.NONSPACECRE.search(line)
        indent = first.start() if first else 0
        if state.section is not None and state.option and indent > state.indent:
            if state.section[state.option] is None:
                raise MultilineContinuationError(state.name, state.lineno, line)
            state.section[state.option].append(text)
            return
        state.indent = indent
        header = self.SECTCRE.match(text)
        if header:
            self._begin_section(state, header["header"])
            return
        if state.section is None:
            if not self._allow_unnamed_section:
                raise MissingSectionHeaderError(state.name, state.lineno, line)
            self._begin_section(state, UNNAMED_SECTION)
        self._read_option(state, text, line)

    def _without_comment(self, line):
        """A line without comment and surrounding spaces; whether it had a comment."""
        plain = line.strip()
        if plain.startswith(self._comment_prefixes) and self._comment_prefixes:
            return "", True
        end = len(line)
        for prefix in self._inline_comment_prefixes:
            at = line.find(prefix)
            while 0 <= at < end:
                if at == 0 or line[at - 1].isspace():
                    end = at
                    break
                at = line.find(prefix, at + 1)
        return line[:end].strip(), end < len(line)

    def _begin_section(self, state, name):
        state.section_name = name
        if name in self._sections:
            if self._strict and name in state.sections:
                raise DuplicateSectionError(name, state.name, state.lineno)
            state.section = self._sections[name]
            state.sections.add(name)
        elif name == self.default_section:
            state.section = self._defaults
        else:
            state.section = self._dict()
            self._sections[name] = state.section
            self._proxies[name] = SectionProxy(self, name)
            state.sections.add(name)
        state.option = None

    def _read_option(self, state, text, line):
        found = self._optcre.match(text)
        if not found:
            state.errors.append(ParsingError(state.name, state.lineno, line))
            return
        option, value = found["option"], found["value"]
        if not option:
            state.errors.append(ParsingError(state.name, state.lineno, line))
        option = state.option = self.optionxform(option.rstrip())
        key = state.section_name, option
        if self._strict and key in state.options:
            raise DuplicateOptionError(state.section_name, option, state.name, state.lineno)
        state.options.add(key)
        # Values are lists of lines until all has been read.
        state.section[option] = None if value is None else [value.strip()]

    def _join_multiline_values(self):
        every = itertools.chain(((self.default_section, self._defaults),),
                                self._sections.items())
        for section, options in every:
            for name, value in options.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                options[name] = self._interpolation.before_read(self, section, name, value)

    def _unify_values(self, section, vars):
        """What names mean in a section."""
        try:
            options = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
            options = {}
        given = {}
        for key, value in (vars or {}).items():
            given[self.optionxform(key)] = str(value) if value is not None else None
        return _ChainMap(given, options, self._defaults)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def _validate_value_types(self, *, section="", option="", value=""):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if (not self._allow_no_value or value) and not isinstance(value, str):
            raise TypeError("option values must be strings")

    @property
    def converters(self):
        """The functions that get...() methods are made of."""
        return self._converters


class ConfigParser(RawConfigParser):
    """Sections of options, whose values may refer to others by %(name)s."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        """Sets an option to a text."""
        self._validate_value_types(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        """Adds a section; there must be none of that name."""
        if section is not UNNAMED_SECTION:
            self._validate_value_types(section=section)
        super().add_section(section)

    def _read_defaults(self, defaults):
        # Set as values of a section are, so that they are checked.
        try:
            interpolation, self._interpolation = self._interpolation, Interpolation()
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = interpolation


class SectionProxy(MutableMapping):
    """A section as a mapping from its options to their values."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name
        for converter in parser.converters:
            key = "get" + converter
            setattr(self, key, _bound_getter(self.get, getattr(parser, key)))

    def __repr__(self):
        return f"<Section: {self._name}>"

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._validate_value_types(option=key, value=value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key)
                and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def _options(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return self._parser.defaults()

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        """The value of an option, or the fallback."""
        if not _impl:
            _impl = self._parser.get
        return _impl(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


def _bound_getter(get, implementation):
    def getter(*args, **kwargs):
        return get(*args, _impl=implementation, **kwargs)

    return getter


class ConverterMapping(MutableMapping):
    """The converters by name: a parser and its sections have a get...() method of each."""

    GETTERCRE = re.compile(r"^get(?P<name>.+)$")

    def __init__(self, parser):
        self._parser = parser
        self._data = {}
        for getter in dir(parser):
            found = self.GETTERCRE.match(getter)
            if found and callable(getattr(parser, getter)):
                self._data[found["name"]] = None

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        try:
            name = "get" + key
        except TypeError:
            raise ValueError(f"Incompatible key: {key} (type: {type(key)})")
        if name == "get":
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._data[key] = value
        parser = self._parser

        def getter(section, option, **kwargs):
            return parser._get_conv(section, option, value, **kwargs)

        getter.converter = value
        setattr(parser, name, getter)
        for proxy in parser.values():
            setattr(proxy, name, _bound_getter(proxy.get, getter))

    def __delitem__(self, key):
        try:
            name = "get" + (key or None)
        except TypeError:
            raise KeyError(key)
        del self._data[key]
        for instance in itertools.chain((self._parser,), self._parser.values()):
            try:
                delattr(instance, name)
            except AttributeError:
                # A method of the class.
                continue

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
