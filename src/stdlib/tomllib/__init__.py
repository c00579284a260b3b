"""Reading TOML 1.0.

>>> loads('a = 1\\n[b]\\nc = [1.5, "x"]')
{'a': 1, 'b': {'c': [1.5, 'x']}}
"""

import datetime
import re
import string

__all__ = ("loads", "load", "TOMLDecodeError")


class TOMLDecodeError(ValueError):
    """The text is no TOML."""


TOMLDecodeError.__module__ = "tomllib"


def load(fp, /, *, parse_float=float):
    """What a binary file holds, as a dict."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`"
                        ) from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """What a text holds, as a dict; `parse_float` makes the floats."""
    try:
        text = s.replace("\r\n", "\n")
    except AttributeError:
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'") from None
    return _Parser(text, _safe(parse_float)).document()


def _safe(parse_float):
    if parse_float is float:
        return float

    def safe_parse_float(text):
        value = parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return value

    return safe_parse_float


_CONTROLS = frozenset(map(chr, range(32))) | {chr(127)}
_NOT_IN_TEXT = _CONTROLS - {"\t"}
_NOT_IN_LINES = _CONTROLS - {"\t", "\n"}
_BARE = frozenset(string.ascii_letters + string.digits + "-_")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}

_time = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_number = re.compile(r"""
    0(?: x[0-9A-Fa-f](?:_?[0-9A-Fa-f])* | b[01](?:_?[01])* | o[0-7](?:_?[0-7])* )
    | [+-]?(?:0|[1-9](?:_?[0-9])*)
      (?P<float>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)
""", re.VERBOSE)
_local_time = re.compile(_time)
_date_time = re.compile(rf"""
    ([0-9]{{4}})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])
    (?: [Tt ] {_time} (?: ([Zz]) | ([+-])([01][0-9]|2[0-3]):([0-5][0-9]) )? )?
""", re.VERBOSE)


class _Kinds:
    """Which tables are what: a key names a table that was defined, or is closed to additions."""

    def __init__(self):
        # By the path of keys.
        self.explicit = set()
        self.frozen = set()

    def is_frozen(self, path):
        """Whether a table, or one around it, was written as a value."""
        return any(path[:end] in self.frozen for end in range(1, len(path) + 1))


class _Parser:
    def __init__(self, text, parse_float):
        self.text = text
        self.parse_float = parse_float
        self.at = 0
        self.root = {}
        self.kinds = _Kinds()
        # Tables made by dotted keys under another header.
        self.dotted = set()

    def fail(self, message, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            place = "end of document"
        else:
            line = self.text.count("\n", 0, at) + 1
            column = at - self.text.rfind("\n", 0, at)
            place = f"line {line}, column {column}"
        raise TOMLDecodeError(f"{message} (at {place})")

    def peek(self):
        return self.text[self.at:self.at + 1]

    def skip(self, characters):
        text, at = self.text, self.at
        while at < len(text) and text[at] in characters:
            at += 1
        self.at = at

    def document(self):
        header = ()
        while True:
            self.skip(" \t")
            character = self.peek()
            if not character:
                break
            if character == "\n":
                self.at += 1
                continue
            if character in _BARE or character in "\"'":
                self.key_value(header)
                self.skip(" \t")
            elif character == "[":
                self.dotted = set()
                header = self.array_header() if self.text[self.at + 1:self.at + 2] == "[" else self.table_header()
                self.skip(" \t")
            elif character != "#":
                self.fail("Invalid statement")
            self.comment()
            character = self.peek()
            if not character:
                break
            if character != "\n":
                self.fail("Expected newline or end of document after a statement")
            self.at += 1
        return self.root

    def comment(self):
        if self.peek() != "#":
            return
        end = self.text.find("\n", self.at)
        end = len(self.text) if end < 0 else end
        for at in range(self.at, end):
            if self.text[at] in _NOT_IN_TEXT:
                self.fail(f"Found invalid character {self.text[at]!r}", at)
        self.at = end

    # Headers and keys

    def table_header(self):
        self.at += 1
        self.skip(" \t")
        path = self.key()
        if path in self.kinds.explicit or self.kinds.is_frozen(path):
            self.fail(f"Cannot declare {path} twice")
        self.kinds.explicit.add(path)
        try:
            self.nested(path)
        except KeyError:
            self.fail("Cannot overwrite a value")
        if self.peek() != "]":
            self.fail("Expected ']' at the end of a table declaration")
        self.at += 1
        return path

    def array_header(self):
        self.at += 2
        self.skip(" \t")
        path = self.key()
        if self.kinds.is_frozen(path):
            self.fail(f"Cannot mutate immutable namespace {path}")
        # What is below belongs to the item before.
        for kinds in (self.kinds.explicit, self.kinds.frozen):
            kinds -= {other for other in kinds if other[:len(path)] == path}
        self.kinds.explicit.add(path)
        try:
            table = self.nested(path[:-1])
            items = table.setdefault(path[-1], [])
            if not isinstance(items, list):
                raise KeyError
        except KeyError:
            self.fail("Cannot overwrite a value")
        items.append({})
        if self.text[self.at:self.at + 2] != "]]":
            self.fail("Expected ']]' at the end of an array declaration")
        self.at += 2
        return path

    def nested(self, path, through_lists=True):
        """The table at a path, made if need be; KeyError if something else is there."""
        table = self.root
        for key in path:
            table = table.setdefault(key, {})
            if through_lists and isinstance(table, list):
                table = table[-1]
            if not isinstance(table, dict):
                raise KeyError("There is no nest behind this key")
        return table

    def key(self):
        parts = [self.key_part()]
        self.skip(" \t")
        while self.peek() == ".":
            self.at += 1
            self.skip(" \t")
            parts.append(self.key_part())
            self.skip(" \t")
        return tuple(parts)

    def key_part(self):
        character = self.peek()
        if character and character in _BARE:
            start = self.at
            self.skip(_BARE)
            return self.text[start:self.at]
        if character == "'":
            return self.literal()
        if character == '"':
            return self.basic()
        self.fail("Invalid initial character for a key part")

    def pair(self):
        key = self.key()
        if self.peek() != "=":
            self.fail("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.skip(" \t")
        return key, self.value()

    def key_value(self, header):
        key, value = self.pair()
        parent = header + key[:-1]
        for end in range(1, len(key)):
            path = header + key[:end]
            # A dotted key can't add to what a header or a value defined.
            if path in self.kinds.explicit and path not in self.dotted:
                self.fail(f"Cannot redefine namespace {path}")
            self.dotted.add(path)
            self.kinds.explicit.add(path)
        if self.kinds.is_frozen(parent):
            self.fail(f"Cannot mutate immutable namespace {parent}")
        try:
            table = self.nested(parent)
        except KeyError:
            self.fail("Cannot overwrite a value")
        if key[-1] in table:
            self.fail("Cannot overwrite a value")
        if isinstance(value, (dict, list)):
            self.kinds.frozen.add(header + key)
        table[key[-1]] = value

    # Values

    def value(self):
        character = self.peek()
        text, at = self.text, self.at
        if character == '"':
            return self.lines('"', True) if text.startswith('"""', at) else self.basic()
        if character == "'":
            return self.lines("'", False) if text.startswith("'''", at) else self.literal()
        for word, value in (("true", True), ("false", False)):
            if character == word[0] and text.startswith(word, at):
                self.at += len(word)
                return value
        if character == "[":
            return self.array()
        if character == "{":
            return self.inline_table()
        for pattern, convert in ((_date_time, self.date_time), (_local_time, self.local_time),
                                 (_number, self.number)):
            found = pattern.match(text, at)
            if found:
                self.at = found.end()
                return convert(found)
        for length, words in ((3, ("inf", "nan")), (4, ("-inf", "+inf", "-nan", "+nan"))):
            if text[at:at + length] in words:
                self.at += length
                return self.parse_float(text[at:at + length])
        self.fail("Invalid value")

    def date_time(self, found):
        year, month, day, hour, minute, second, micro, utc, sign, hours, minutes = found.groups()
        try:
            if hour is None:
                return datetime.date(int(year), int(month), int(day))
            zone = None
            if utc:
                zone = datetime.timezone.utc
            elif sign:
                offset = datetime.timedelta(hours=int(sign + hours), minutes=int(sign + minutes))
                zone = datetime.timezone(offset)
            return datetime.datetime(int(year), int(month), int(day), int(hour), int(minute),
                                     int(second), _micros(micro), tzinfo=zone)
        except ValueError:
            self.fail("Invalid date or datetime", found.start())

    def local_time(self, found):
        hour, minute, second, micro = found.groups()
        return datetime.time(int(hour), int(minute), int(second), _micros(micro))

    def number(self, found):
        return self.parse_float(found[0]) if found["float"] else int(found[0], 0)

    def array(self):
        self.at += 1
        items = []
        self.blank()
        if self.peek() == "]":
            self.at += 1
            return items
        while True:
            items.append(self.value())
            self.blank()
            character = self.peek()
            if character == ",":
                self.at += 1
                self.blank()
                character = self.peek()
            elif character != "]":
                self.fail("Unclosed array")
            if character == "]":
                self.at += 1
                return items

    def blank(self):
        """Goes over spaces, newlines and comments."""
        while True:
            start = self.at
            self.skip(" \t\n")
            self.comment()
            if self.at == start:
                return

    def inline_table(self):
        self.at += 1
        result = {}
        closed = set()
        made = set()
        self.skip(" \t")
        if self.peek() == "}":
            self.at += 1
            return result
        while True:
            key, value = self.pair()
            table = result
            for end in range(1, len(key) + 1):
                if key[:end] in closed:
                    self.fail(f"Cannot mutate immutable namespace {key[:end]}")
            for part in key[:-1]:
                table = table.setdefault(part, {})
                if not isinstance(table, dict):
                    self.fail("Cannot overwrite a value")
            if key[-1] in table:
                self.fail(f"Duplicate inline table key {key[-1]!r}")
            table[key[-1]] = value
            self.skip(" \t")
            character = self.peek()
            self.at += 1
            if character == "}":
                return result
            if character != ",":
                self.at -= 1
                self.fail("Unclosed inline table")
            if isinstance(value, (dict, list)):
                closed.add(key)
            self.skip(" \t")

    # Strings

    def literal(self):
        start = self.at + 1
        end = start
        text = self.text
        while True:
            if end >= len(text):
                self.fail("Expected \"'\"", end)
            if text[end] == "'":
                break
            if text[end] in _NOT_IN_TEXT:
                self.fail(f"Found invalid character {text[end]!r}", end)
            end += 1
        self.at = end + 1
        return text[start:end]

    def basic(self):
        self.at += 1
        return self.escaped('"', _NOT_IN_TEXT, False)

    def lines(self, quote, escapes):
        """A string of several lines, in three quotes."""
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        if escapes:
            result = self.escaped('"""', _NOT_IN_LINES, True)
        else:
            end = self.text.find("'''", self.at)
            if end < 0:
                self.fail("Expected \"'''\"", len(self.text))
            for at in range(self.at, end):
                if self.text[at] in _NOT_IN_LINES:
                    self.fail(f"Found invalid character {self.text[at]!r}", at)
            result = self.text[self.at:end]
            self.at = end + 3
        # Up to two quotes may stand before the last three.
        for _ in range(2):
            if self.peek() == quote:
                result += quote
                self.at += 1
        return result

    def escaped(self, ending, forbidden, multiline):
        """What comes up to the ending, with escapes."""
        text = self.text
        parts = []
        start = self.at
        while True:
            if self.at >= len(text):
                self.fail("Unterminated string")
            character = text[self.at]
            if character == '"' and text.startswith(ending, self.at):
                parts.append(text[start:self.at])
                self.at += len(ending)
                return "".join(parts)
            if character == "\\":
                parts.append(text[start:self.at])
                parts.append(self.escape(multiline))
                start = self.at
                continue
            if character in forbidden:
                self.fail(f"Illegal character {character!r}")
            self.at += 1

    def escape(self, multiline):
        begin = self.at
        letter = self.text[begin + 1:begin + 2]
        self.at += 2
        if multiline and letter in (" ", "\t", "\n"):
            # A backslash at the end of a line joins it with what follows.
            if letter != "\n":
                self.skip(" \t")
                if self.at >= len(self.text):
                    return ""
                if self.peek() != "\n":
                    self.fail("Unescaped '\\' in a string")
                self.at += 1
            self.skip(" \t\n")
            return ""
        if letter in ("u", "U"):
            length = 4 if letter == "u" else 8
            digits = self.text[self.at:self.at + length]
            if len(digits) != length or not set(string.hexdigits).issuperset(digits):
                self.fail("Invalid hex value")
            number = int(digits, 16)
            self.at += length
            if number > 0x10ffff or 0xd800 <= number <= 0xdfff:
                self.fail("Escaped character is not a Unicode scalar value")
            return chr(number)
        if letter and letter in _ESCAPES:
            return _ESCAPES[letter]
        if not letter:
            self.at = len(self.text)
            self.fail("Unterminated string")
        self.fail("Unescaped '\\' in a string")


def _micros(digits):
    return int(digits.ljust(6, "0")) if digits else 0
