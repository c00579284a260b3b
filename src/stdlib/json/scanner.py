"""Telling what kind of value comes next in JSON."""

import re

try:
    from _json import make_scanner as c_make_scanner
except ImportError:
    c_make_scanner = None

__all__ = ["make_scanner"]

NUMBER_RE = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?",
                       64 | 8 | 16)  # re.VERBOSE | re.MULTILINE | re.DOTALL, without having the enum made


def py_make_scanner(context):
    """A function that reads the value at an index: (value, index behind it)."""
    parse_object = context.parse_object
    parse_array = context.parse_array
    parse_string = context.parse_string
    match_number = NUMBER_RE.match
    strict = context.strict
    parse_float = context.parse_float
    parse_int = context.parse_int
    parse_constant = context.parse_constant
    object_hook = context.object_hook
    object_pairs_hook = context.object_pairs_hook
    memo = context.memo

    def _scan_once(string, idx):
        if idx < 0:
            raise ValueError("idx cannot be negative")
        try:
            nextchar = string[idx]
        except IndexError:
            raise StopIteration(idx) from None
        if nextchar == '"':
            return parse_string(string, idx + 1, strict)
        if nextchar == "{":
            return parse_object((string, idx + 1), strict, _scan_once, object_hook,
                                object_pairs_hook, memo)
        if nextchar == "[":
            return parse_array((string, idx + 1), _scan_once)
        if nextchar == "n" and string.startswith("null", idx):
            return None, idx + 4
        if nextchar == "t" and string.startswith("true", idx):
            return True, idx + 4
        if nextchar == "f" and string.startswith("false", idx):
            return False, idx + 5
        match = match_number(string, idx)
        if match is not None:
            integer, fraction, exponent = match.groups()
            if fraction or exponent:
                return parse_float(integer + (fraction or "") + (exponent or "")), match.end()
            return parse_int(integer), match.end()
        for name in ("NaN", "Infinity", "-Infinity"):
            if string.startswith(name, idx):
                return parse_constant(name), idx + len(name)
        raise StopIteration(idx)

    def scan_once(string, idx):
        try:
            return _scan_once(string, idx)
        finally:
            memo.clear()

    return scan_once


make_scanner = c_make_scanner or py_make_scanner
