"""Text in HTML: escaping and unescaping.

>>> escape('<a href="x">'), unescape("&lt;&#233;&eacute;&amp")
('&lt;a href=&quot;x&quot;&gt;', '<éé&')
"""

import re as _re

from html.entities import html5 as _html5

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    """The text with &, < and > (and quotes) as character references."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


# What the numbers of controls stand for: characters of Windows' code page 1252.
_replaced = {number: bytes([number]).decode("cp1252", "ignore") or chr(number)
             for number in range(0x80, 0xa0)}
_replaced |= {0: "\ufffd", 0x0d: "\r"}


def _is_invalid(number):
    """Whether no character may have that number: it then stands for nothing."""
    return (1 <= number <= 8 or 0x0e <= number <= 0x1f or number == 0x0b or number == 0x7f
            or 0xfdd0 <= number <= 0xfdef or number & 0xfffe == 0xfffe)


def _character(reference):
    text = reference[1]
    if text[0] == "#":
        digits = text[1:].rstrip(";")
        number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        if number in _replaced:
            return _replaced[number]
        if 0xd800 <= number <= 0xdfff or number > 0x10ffff:
            return "\ufffd"
        return "" if _is_invalid(number) else chr(number)
    if text in _html5:
        return _html5[text]
    # The longest name that the text begins with.
    for end in range(len(text) - 1, 1, -1):
        if text[:end] in _html5:
            return _html5[text[:end]] + text[end:]
    return "&" + text


_reference = _re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def unescape(s):
    """The text that text with character references stands for."""
    return _reference.sub(_character, s) if "&" in s else s
