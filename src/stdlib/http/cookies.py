"""Cookies: reading and writing the headers of HTTP that carry them.

>>> jar = SimpleCookie("a=1; b=2")
>>> jar["a"].value, jar["b"].OutputString()
('1', 'b=2')
"""

import re
import string
import types

__all__ = ["CookieError", "BaseCookie", "SimpleCookie"]


class CookieError(Exception):
    """A name or an attribute is wrong."""


_LegalChars = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"
_UnescapedChars = _LegalChars + " ()/<=>?@[]{}"

_Translator = {code: f"\\{code:03o}" for code in set(range(256)) - set(map(ord, _UnescapedChars))}
_Translator |= {ord('"'): '\\"', ord("\\"): "\\\\"}

_is_legal_key = re.compile(f"[{re.escape(_LegalChars)}]+").fullmatch


def _quote(str):
    """The text in double quotes, if it has special characters."""
    if str is None or _is_legal_key(str):
        return str
    return '"' + str.translate(_Translator) + '"'


_escaped = re.compile(r"\\(?:([0-3][0-7][0-7])|(.))")


def _unquote(str):
    """The text without double quotes, if it has them."""
    if str is None or len(str) < 2 or str[0] != '"' or str[-1] != '"':
        return str
    return _escaped.sub(lambda found: chr(int(found[1], 8)) if found[1] else found[2], str[1:-1])


_weekdayname = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_monthname = [None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
              "Dec"]


def _getdate(future=0, weekdayname=_weekdayname, monthname=_monthname):
    """The time in `future` seconds, as cookies have it."""
    from time import gmtime, time
    year, month, day, hour, minute, second, weekday, *_ = gmtime(time() + future)
    return (f"{weekdayname[weekday]}, {day:02} {monthname[month]} {year:4} "
            f"{hour:02}:{minute:02}:{second:02} GMT")


class Morsel(dict):
    """A cookie: its key and value, and a dict of its attributes."""

    _reserved = {
        "expires": "expires", "path": "Path", "comment": "Comment", "domain": "Domain",
        "max-age": "Max-Age", "secure": "Secure", "httponly": "HttpOnly", "version": "Version",
        "samesite": "SameSite",
    }
    _flags = {"secure", "httponly"}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        for key in self._reserved:
            dict.__setitem__(self, key, "")

    @property
    def key(self):
        return self._key

    @property
    def value(self):
        return self._value

    @property
    def coded_value(self):
        return self._coded_value

    def __setitem__(self, K, V):
        K = K.lower()
        if K not in self._reserved:
            raise CookieError(f"Invalid attribute {K!r}")
        dict.__setitem__(self, K, V)

    def setdefault(self, key, val=None):
        key = key.lower()
        if key not in self._reserved:
            raise CookieError(f"Invalid attribute {key!r}")
        return dict.setdefault(self, key, val)

    def update(self, values):
        data = {}
        for key, value in dict(values).items():
            key = key.lower()
            if key not in self._reserved:
                raise CookieError(f"Invalid attribute {key!r}")
            data[key] = value
        dict.update(self, data)

    def isReservedKey(self, K):
        """Whether an attribute may have that name."""
        return K.lower() in self._reserved

    def set(self, key, val, coded_val):
        """Sets key and value, the latter also as it is sent."""
        if key.lower() in self._reserved:
            raise CookieError(f"Attempt to set a reserved key {key!r}")
        if not _is_legal_key(key):
            raise CookieError(f"Illegal key {key!r}")
        self._key = key
        self._value = val
        self._coded_value = coded_val

    def copy(self):
        morsel = Morsel()
        dict.update(morsel, self)
        morsel.__dict__.update(self.__dict__)
        return morsel

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return (dict.__eq__(self, morsel) and self._value == morsel._value
                and self._key == morsel._key and self._coded_value == morsel._coded_value)

    __ne__ = object.__ne__

    def __getstate__(self):
        return {"key": self._key, "value": self._value, "coded_value": self._coded_value}

    def __setstate__(self, state):
        self._key = state["key"]
        self._value = state["value"]
        self._coded_value = state["coded_value"]

    def output(self, attrs=None, header="Set-Cookie:"):
        """The cookie as a header."""
        return f"{header} {self.OutputString(attrs)}"

    __str__ = output

    def __repr__(self):
        return f"<{type(self).__name__}: {self.OutputString()}>"

    def js_output(self, attrs=None):
        """The cookie as JavaScript that sets it."""
        text = self.OutputString(attrs).replace('"', r"\"")
        return ('\n        <script type="text/javascript">\n        <!-- begin hiding\n'
                f'        document.cookie = "{text}";\n        // end hiding -->\n'
                "        </script>\n        ")

    def OutputString(self, attrs=None):
        """The cookie as it stands in a header."""
        parts = [f"{self.key}={self.coded_value}"]
        attrs = self._reserved if attrs is None else attrs
        for key, value in sorted(self.items()):
            if value == "" or key not in attrs:
                continue
            name = self._reserved[key]
            if key == "expires" and isinstance(value, int):
                parts.append(f"{name}={_getdate(value)}")
            elif key == "max-age" and isinstance(value, int):
                parts.append(f"{name}={value:d}")
            elif key == "comment" and isinstance(value, str):
                parts.append(f"{name}={_quote(value)}")
            elif key in self._flags:
                if value:
                    parts.append(name)
            else:
                parts.append(f"{name}={value}")
        return "; ".join(parts)

    __class_getitem__ = classmethod(types.GenericAlias)


_key_characters = r"\w\d!#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\="
_CookiePattern = re.compile(rf"""
    \s*
    (?P<key>[{_key_characters}]+?)
    (?:
      \s*=\s*
      (?P<val>
        "(?:\\"|.)*?"                                              # in quotes
        | \w{{3}},\s[\w\d\s-]{{9,11}}\s[\d:]{{8}}\sGMT             # a date
        | [{_key_characters}\[\]]*                                 # a word
      )
    )?
    \s*
    (?:\s+|;|$)
""", re.ASCII | re.VERBOSE)


class BaseCookie(dict):
    """A dict from names to cookies."""

    def value_decode(self, val):
        """The value that was sent as `val`, and `val`; subclasses change it."""
        return val, val

    def value_encode(self, val):
        """The value, and as what it is sent; subclasses change it."""
        text = str(val)
        return text, text

    def __init__(self, input=None):
        if input:
            self.load(input)

    def __set(self, key, real_value, coded_value):
        morsel = self.get(key, Morsel())
        morsel.set(key, real_value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self.__set(key, *self.value_encode(value))

    def output(self, attrs=None, header="Set-Cookie:", sep="\r\n"):
        """All cookies as headers."""
        return sep.join([morsel.output(attrs, header) for _, morsel in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        cookies = " ".join(f"{key}={morsel.value!r}" for key, morsel in sorted(self.items()))
        return f"<{type(self).__name__}: {cookies}>"

    def js_output(self, attrs=None):
        """All cookies as JavaScript that sets them."""
        return "".join([morsel.js_output(attrs) for _, morsel in sorted(self.items())])

    def load(self, rawdata):
        """Reads a header, or takes what a dict holds."""
        if isinstance(rawdata, str):
            self.__load_text(rawdata)
        else:
            for key, value in rawdata.items():
                self[key] = value

    def __load_text(self, text):
        """Reads a header: nothing of it if anything is wrong."""
        found = []
        at = 0
        seen_cookie = False
        while at < len(text):
            match = _CookiePattern.match(text, at)
            if not match:
                break
            key, value = match["key"], match["val"]
            at = match.end()
            if key[0] == "$":
                if seen_cookie:
                    found.append((False, key[1:], value))
            elif key.lower() in Morsel._reserved:
                if not seen_cookie:
                    return
                if value is not None:
                    found.append((False, key, _unquote(value)))
                elif key.lower() in Morsel._flags:
                    found.append((False, key, True))
                else:
                    return
            elif value is not None:
                found.append((True, key, self.value_decode(value)))
                seen_cookie = True
            else:
                return
        morsel = None
        for is_cookie, key, value in found:
            if is_cookie:
                self.__set(key, *value)
                morsel = self[key]
            else:
                morsel[key] = value


class SimpleCookie(BaseCookie):
    """Cookies whose values are text; special characters are sent in quotes."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
