"""Writing JSON."""

import re

try:
    from _json import encode_basestring_ascii as c_encode_basestring_ascii
except ImportError:
    c_encode_basestring_ascii = None
try:
    from _json import encode_basestring as c_encode_basestring
except ImportError:
    c_encode_basestring = None
try:
    from _json import make_encoder as c_make_encoder
except ImportError:
    c_make_encoder = None

ESCAPE = re.compile(r'[\x00-\x1f\\"\b\f\n\r\t]')
ESCAPE_ASCII = re.compile(r'([\\"]|[^\ -~])')
HAS_UTF8 = re.compile(b"[\x80-\xff]")
ESCAPE_DCT = {f"{chr(_i)}": f"\\u{_i:04x}" for _i in range(0x20)}
ESCAPE_DCT.update({"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n",
                   "\r": "\\r", "\t": "\\t"})
INFINITY = float("inf")


def py_encode_basestring(s):
    """A string as JSON."""
    return '"' + ESCAPE.sub(lambda match: ESCAPE_DCT[match.group(0)], s) + '"'


encode_basestring = c_encode_basestring or py_encode_basestring


def _escaped(match):
    char = match.group(0)
    try:
        return ESCAPE_DCT[char]
    except KeyError:
        pass
    n = ord(char)
    if n < 0x10000:
        return f"\\u{n:04x}"
    n -= 0x10000
    return f"\\u{0xd800 | (n >> 10):04x}\\u{0xdc00 | (n & 0x3ff):04x}"


def py_encode_basestring_ascii(s):
    """A string as JSON that consists of ASCII only."""
    return '"' + ESCAPE_ASCII.sub(_escaped, s) + '"'


encode_basestring_ascii = c_encode_basestring_ascii or py_encode_basestring_ascii


class JSONEncoder:
    """Turns dicts, lists, tuples, strings, numbers, True, False and None into JSON.

    skipkeys leaves out keys that JSON can't have; ensure_ascii escapes all
    characters beyond ASCII; check_circular False doesn't watch for objects that
    hold themselves; allow_nan False is for strict JSON; indent, a number or a
    string, puts each item on a line; separators are those of items and of keys;
    default(obj) gives something to write in place of what can't be written.
    """

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True,
                 allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","  # no space at the end of a line
        if default is not None:
            self.default = default

    def default(self, o):
        """Called for what JSON can't say: give something that it can, or TypeError.

        A subclass overrides this, and calls it for what it doesn't know either.
        """
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """o as a string of JSON."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        chunks = self.iterencode(o, _one_shot=True)
        if not isinstance(chunks, (list, tuple)):
            chunks = list(chunks)
        return "".join(chunks)

    def iterencode(self, o, _one_shot=False):
        """o as JSON in pieces."""
        markers = {} if self.check_circular else None
        encoder = encode_basestring_ascii if self.ensure_ascii else encode_basestring
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        if _one_shot and c_make_encoder is not None:
            return c_make_encoder(
                markers, self.default, encoder, indent, self.key_separator,
                self.item_separator, self.sort_keys, self.skipkeys, self.allow_nan)(o, 0)

        def floatstr(o, allow_nan=self.allow_nan, _repr=float.__repr__, _inf=INFINITY,
                     _neginf=-INFINITY):
            if o != o:
                text = "NaN"
            elif o == _inf:
                text = "Infinity"
            elif o == _neginf:
                text = "-Infinity"
            else:
                return _repr(o)
            if not allow_nan:
                raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
            return text

        return _make_iterencode(
            markers, self.default, encoder, indent, floatstr, self.key_separator,
            self.item_separator, self.sort_keys, self.skipkeys, _one_shot)(o, 0)


def _make_iterencode(markers, _default, _encoder, _indent, _floatstr, _key_separator,
                     _item_separator, _sort_keys, _skipkeys, _one_shot):
    """The function that writes a value at a level of indentation, in pieces."""

    def simple(o):
        """The text of a value that isn't made of others; None for one that is."""
        if isinstance(o, str):
            return _encoder(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        # Not str(): subclasses may show themselves in another way.
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return _floatstr(o)
        return None

    def key_text(key):
        """The text of a key; None for one to be left out."""
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return _floatstr(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if _skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, "
                        f"not {key.__class__.__name__}")

    def enter(o):
        if markers is not None:
            if id(o) in markers:
                raise ValueError("Circular reference detected")
            markers[id(o)] = o

    def leave(o):
        if markers is not None:
            del markers[id(o)]

    def newline(level):
        return "" if _indent is None else "\n" + _indent * level

    def items(values, level):
        """A list; what stands before a simple value is in one piece with it."""
        before = "[" + newline(level + 1)
        empty = True
        for value in values:
            empty = False
            text = simple(value)
            if text is not None:
                yield before + text
            else:
                yield before
                yield from _iterencode(value, level + 1)
            before = _item_separator + newline(level + 1)
        if empty:
            yield "[]"
            return
        yield from closing("]", level)

    def closing(bracket, level):
        if _indent is not None:
            yield newline(level)
        yield bracket

    def members(dct, level):
        """An object; each part is a piece of its own."""
        yield "{"
        if _indent is not None:
            yield newline(level + 1)
        between = _item_separator + newline(level + 1)
        first = True
        for key, value in sorted(dct.items()) if _sort_keys else dct.items():
            text = key_text(key)
            if text is None:
                continue
            if not first:
                yield between
            first = False
            yield _encoder(text)
            yield _key_separator
            yield from _iterencode(value, level + 1)
        yield from closing("}", level)

    def _iterencode(o, level):
        text = simple(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            if not o:
                yield "[]"
                return
            enter(o)
            yield from items(o, level)
            leave(o)
        elif isinstance(o, dict):
            if not o:
                yield "{}"
                return
            enter(o)
            yield from members(o, level)
            leave(o)
        else:
            enter(o)
            yield from _iterencode(_default(o), level)
            leave(o)

    return _iterencode
