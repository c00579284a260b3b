"""Reading JSON."""

import re
from json import scanner

try:
    from _json import scanstring as c_scanstring
except ImportError:
    c_scanstring = None

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")


class JSONDecodeError(ValueError):
    """What isn't JSON: msg tells why, doc[pos] is where, in line lineno, column colno."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


# What JSON has no words for.
_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}

# re.VERBOSE | re.MULTILINE | re.DOTALL, without having the enum made.
_FLAGS = 64 | 8 | 16
WHITESPACE = re.compile(r"[ \t\n\r]*", _FLAGS)
_SPACE_OR_NOTHING = ("", " ", "\t", "\n", "\r")
WHITESPACE_STR = " \t\n\r"
# The plain part of a string, and what ends it.
STRINGCHUNK = re.compile(r'(.*?)(["\\\x00-\x1f])', _FLAGS)
HEXDIGITS = re.compile(r"[0-9A-Fa-f]{4}", _FLAGS)
BACKSLASH = {
    '"': '"', "\\": "\\", "/": "/",
    "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
}


def _decode_uXXXX(s, pos, _m=HEXDIGITS.match):
    """The code of four hexadecimal digits behind pos."""
    digits = _m(s, pos + 1)
    if digits is not None:
        try:
            return int(digits.group(), 16)
        except ValueError:
            pass
    raise JSONDecodeError("Invalid \\uXXXX escape", s, pos)


def py_scanstring(s, end, strict=True, _b=BACKSLASH, _m=STRINGCHUNK.match):
    """The string whose opening quote is in front of end, and the index behind it."""
    chunks = []
    begin = end - 1
    while True:
        chunk = _m(s, end)
        if chunk is None:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        end = chunk.end()
        content, terminator = chunk.groups()
        if content:
            chunks.append(content)
        if terminator == '"':
            return "".join(chunks), end
        if terminator != "\\":
            if strict:
                raise JSONDecodeError(f"Invalid control character {terminator!r} at", s, end)
            chunks.append(terminator)
            continue
        try:
            escape = s[end]
        except IndexError:
            raise JSONDecodeError("Unterminated string starting at", s, begin) from None
        if escape != "u":
            try:
                char = _b[escape]
            except KeyError:
                raise JSONDecodeError(f"Invalid \\escape: {escape!r}", s, end)
            end += 1
        else:
            code = _decode_uXXXX(s, end)
            end += 5
            if 0xd800 <= code <= 0xdbff and s[end:end + 2] == "\\u":
                # The second half of a character that UTF-16 has two codes for.
                second = _decode_uXXXX(s, end + 1)
                if 0xdc00 <= second <= 0xdfff:
                    code = 0x10000 + (((code - 0xd800) << 10) | (second - 0xdc00))
                    end += 6
            char = chr(code)
        chunks.append(char)


scanstring = c_scanstring or py_scanstring


def JSONObject(s_and_end, strict, scan_once, object_hook, object_pairs_hook, memo=None,
               _w=WHITESPACE.match, _ws=WHITESPACE_STR):
    """The object whose opening brace is in front of end, and the index behind it."""
    s, end = s_and_end
    pairs = []
    if memo is None:
        memo = {}
    end = _w(s, end).end()
    nextchar = s[end:end + 1]
    if nextchar == "}":
        return _made_object(pairs, object_hook, object_pairs_hook), end + 1
    if nextchar != '"':
        raise JSONDecodeError("Expecting property name enclosed in double quotes", s, end)
    end += 1
    while True:
        key, end = scanstring(s, end, strict)
        key = memo.setdefault(key, key)  # objects of a list mostly have the same keys
        if s[end:end + 1] != ":":
            end = _w(s, end).end()
            if s[end:end + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, end)
        end = _w(s, end + 1).end()
        try:
            value, end = scan_once(s, end)
        except StopIteration as error:
            raise JSONDecodeError("Expecting value", s, error.value) from None
        pairs.append((key, value))
        end = _w(s, end).end()
        nextchar = s[end:end + 1]
        end += 1
        if nextchar == "}":
            return _made_object(pairs, object_hook, object_pairs_hook), end
        if nextchar != ",":
            raise JSONDecodeError("Expecting ',' delimiter", s, end - 1)
        comma = end - 1
        end = _w(s, end).end()
        nextchar = s[end:end + 1]
        end += 1
        if nextchar != '"':
            if nextchar == "}":
                raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)
            raise JSONDecodeError(
                "Expecting property name enclosed in double quotes", s, end - 1)


def _made_object(pairs, object_hook, object_pairs_hook):
    if object_pairs_hook is not None:
        return object_pairs_hook(pairs)
    result = dict(pairs)
    return result if object_hook is None else object_hook(result)


def JSONArray(s_and_end, scan_once, _w=WHITESPACE.match, _ws=WHITESPACE_STR):
    """The list whose opening bracket is in front of end, and the index behind it."""
    s, end = s_and_end
    values = []
    end = _w(s, end).end()
    if s[end:end + 1] == "]":
        return values, end + 1
    while True:
        try:
            value, end = scan_once(s, end)
        except StopIteration as error:
            raise JSONDecodeError("Expecting value", s, error.value) from None
        values.append(value)
        end = _w(s, end).end()
        nextchar = s[end:end + 1]
        end += 1
        if nextchar == "]":
            return values, end
        if nextchar != ",":
            raise JSONDecodeError("Expecting ',' delimiter", s, end - 1)
        comma = end - 1
        end = _w(s, end).end()
        if s[end:end + 1] == "]":
            raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)


class JSONDecoder:
    """Turns JSON into dicts, lists, strings, numbers, True, False and None.

    object_hook makes what each object becomes out of a dict, object_pairs_hook
    out of a list of pairs. parse_float, parse_int and parse_constant (for NaN,
    Infinity and -Infinity) get the text of a number. Without strict there may
    be control characters in strings.
    """

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None,
                 parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.parse_object = JSONObject
        self.parse_array = JSONArray
        self.parse_string = scanstring
        self.memo = {}
        self.scan_once = scanner.make_scanner(self)

    def decode(self, s, _w=WHITESPACE.match):
        """What a string of JSON says."""
        # Mostly there is no space at either end.
        plain = s.__class__ is str and s[:1] not in _SPACE_OR_NOTHING
        obj, end = self.raw_decode(s, idx=0 if plain else _w(s, 0).end())
        if end != len(s):
            end = _w(s, end).end()
            if end != len(s):
                raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """What the JSON at idx says, and the index behind it, whatever follows there."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as error:
            raise JSONDecodeError("Expecting value", s, error.value) from None
