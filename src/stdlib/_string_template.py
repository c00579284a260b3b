"""string.Template, apart because it needs re."""

import re

_NO_MAPPING = {}  # tells that no mapping was given


class Template:
    """A text with $name and ${name} to be filled in; $$ is a dollar sign.

    >>> Template("$who likes ${what}s").substitute(who="tim", what="kung pao")
    'tim likes kung paos'

    Subclasses change delimiter, idpattern, braceidpattern and flags, or
    pattern as a whole, whose groups are escaped, named, braced and invalid.
    """

    __module__ = "string"

    delimiter = "$"
    # The flag (?a:...) keeps to ASCII, where flags as a whole ignores case.
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "pattern" in cls.__dict__:
            pattern = cls.pattern
        else:
            delimiter = re.escape(cls.delimiter)
            name = cls.idpattern
            braced = cls.braceidpattern or name
            pattern = (f"{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{name})"
                       f"|{{(?P<braced>{braced})}}|(?P<invalid>))")
        cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        start = match.start("invalid")
        lines = self.template[:start].splitlines(keepends=True)
        if not lines:
            line, column = 1, 1
        else:
            line = len(lines)
            column = start - len("".join(lines[:-1]))
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def _fill_in(self, value_of):
        def convert(match):
            if match.group("named") or match.group("braced"):
                return value_of(match)
            if match.group("escaped") is not None:
                return self.delimiter
            if match.group("invalid") is not None:
                return value_of(match)
            raise ValueError("Unrecognized named group in pattern", self.pattern)

        return self.pattern.sub(convert, self.template)

    def substitute(self, mapping=_NO_MAPPING, /, **kws):
        """The text with all names filled in; KeyError for one without a value."""
        values = _values(mapping, kws)

        def value_of(match):
            name = match.group("named") or match.group("braced")
            if name is None:
                self._invalid(match)
            return str(values[name])

        return self._fill_in(value_of)

    def safe_substitute(self, mapping=_NO_MAPPING, /, **kws):
        """The text with the names filled in that have values; the rest stays."""
        values = _values(mapping, kws)

        def value_of(match):
            name = match.group("named") or match.group("braced")
            if name is None:
                return match.group()
            try:
                return str(values[name])
            except KeyError:
                return match.group()

        return self._fill_in(value_of)

    def is_valid(self):
        """Will substitute() accept all placeholders?"""
        for match in self.pattern.finditer(self.template):
            if match.group("invalid") is not None:
                return False
            self._check_groups(match)
        return True

    def get_identifiers(self):
        """The names, each once, in the order of their first use."""
        names = []
        for match in self.pattern.finditer(self.template):
            name = match.group("named") or match.group("braced")
            if name is None:
                self._check_groups(match)
            elif name not in names:
                names.append(name)
        return names

    def _check_groups(self, match):
        if all(match.group(group) is None
               for group in ("named", "braced", "escaped", "invalid")):
            raise ValueError("Unrecognized named group in pattern", self.pattern)


def _values(mapping, kws):
    if mapping is _NO_MAPPING:
        return kws
    if kws:
        from collections import ChainMap
        return ChainMap(kws, mapping)
    return mapping


Template.__init_subclass__()
