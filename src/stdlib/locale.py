"""The locale: here always that of C, with UTF-8."""

import functools
import sys

__all__ = [
    "getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv",
    "strcoll", "strxfrm", "str", "atof", "atoi", "format_string", "currency", "normalize",
    "delocalize", "localize", "getencoding", "LC_CTYPE", "LC_COLLATE", "LC_TIME", "LC_MONETARY",
    "LC_NUMERIC", "LC_ALL", "LC_MESSAGES", "CHAR_MAX",
]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127

_str = str


class Error(Exception):
    pass


_CONVENTIONS = {
    "int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "",
    "mon_thousands_sep": "", "mon_grouping": [], "positive_sign": "", "negative_sign": "",
    "int_frac_digits": CHAR_MAX, "frac_digits": CHAR_MAX, "p_cs_precedes": CHAR_MAX,
    "p_sep_by_space": CHAR_MAX, "n_cs_precedes": CHAR_MAX, "n_sep_by_space": CHAR_MAX,
    "p_sign_posn": CHAR_MAX, "n_sign_posn": CHAR_MAX, "decimal_point": ".",
    "thousands_sep": "", "grouping": [],
}

_current = {category: "C" for category in range(7)}
_current[LC_CTYPE] = "C.UTF-8"


def localeconv():
    """How numbers and amounts of money are written."""
    return {name: list(value) if isinstance(value, list) else value
            for name, value in _CONVENTIONS.items()}


def setlocale(category, locale=None):
    """Set the locale of a category, or ask for it. Only those of C are there."""
    if category not in _current:
        raise Error("locale query failed" if locale is None else "unsupported locale setting")
    if locale is None:
        return _shown(category)
    if locale and not isinstance(locale, _str):
        locale = _join(locale)
    name = {"": "C.UTF-8", "C": "C", "POSIX": "C", "C.UTF-8": "C.UTF-8", "C.utf8": "C.utf8"}.get(locale)
    if name is None:
        raise Error("unsupported locale setting")
    for one in (range(6) if category == LC_ALL else (category,)):
        _current[one] = name
    return _shown(category)


def _shown(category):
    if category != LC_ALL:
        return _current[category]
    names = [_current[one] for one in range(6)]
    if len(set(names)) == 1:
        return names[0]
    order = [("LC_CTYPE", LC_CTYPE), ("LC_NUMERIC", LC_NUMERIC), ("LC_TIME", LC_TIME),
             ("LC_COLLATE", LC_COLLATE), ("LC_MONETARY", LC_MONETARY),
             ("LC_MESSAGES", LC_MESSAGES)]
    parts = [f"{name}={_current[one]}" for name, one in order]
    return ";".join(parts + [f"{name}=C" for name in (
        "LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT",
        "LC_IDENTIFICATION")])


def _join(parts):
    try:
        language, encoding = parts
    except (TypeError, ValueError):
        raise TypeError("Locale must be None, a string, or an iterable of two strings -- "
                        "language code, encoding.") from None
    language = language or "C"
    return language if encoding is None else f"{language}.{encoding}"


def normalize(localename):
    """The full name of a locale."""
    return {"c": "C", "posix": "C", "c.utf-8": "C.UTF-8", "c.utf8": "C.UTF-8"}.get(
        localename.lower(), localename)


def _parse(name):
    if name == "C":
        return None, None
    language, has_encoding, encoding = normalize(name).partition(".")
    return (None if language == "C" and not has_encoding else language,
            encoding if has_encoding else None)


def getlocale(category=LC_CTYPE):
    """(language, encoding) of a category."""
    if category == LC_ALL and ";" in _shown(LC_ALL):
        raise TypeError("category LC_ALL is not supported")
    return _parse(setlocale(category))


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    """(language, encoding) that the environment names."""
    import os
    import warnings
    warnings.warn("'locale.getdefaultlocale' is deprecated and slated for removal in Python 3.15. "
                  "Use setlocale(), getencoding() and getlocale() instead.",
                  DeprecationWarning, stacklevel=2)
    for name in envvars:
        found = os.environ.get(name)
        if found:
            return _parse(found.split(":")[0] if name == "LANGUAGE" else found)
    return None, None


def getencoding():
    """The encoding of the locale."""
    return "UTF-8"


def getpreferredencoding(do_setlocale=True):
    """The encoding of texts."""
    return "utf-8" if sys.flags.utf8_mode else "UTF-8"


def strcoll(a, b):
    """Compare two texts: negative, zero or positive."""
    return (a > b) - (a < b)


def strxfrm(s):
    """A text by whose comparison texts are ordered."""
    if "\0" in s:
        raise ValueError("embedded null character")
    return s


# Numbers

def _grouping_intervals(grouping):
    last = None
    for interval in grouping:
        if interval == CHAR_MAX:
            return
        if interval == 0:
            if last is None:
                raise ValueError("invalid grouping")
            while True:
                yield last
        yield interval
        last = interval


def _group(s, monetary=False):
    conventions = localeconv()
    separator = conventions["mon_thousands_sep" if monetary else "thousands_sep"]
    grouping = conventions["mon_grouping" if monetary else "grouping"]
    if not grouping:
        return s, 0
    parts = []
    for interval in _grouping_intervals(grouping):
        if not s or s[-1] not in "0123456789":
            break
        parts.append(s[-interval:])
        s = s[:-interval]
    parts.append(s)
    parts = [part for part in reversed(parts) if part]
    return separator.join(parts), len(separator) * (len(parts) - 1)


@functools.cache
def _percent_pattern():
    import re
    return re.compile(r"%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]")


def format_string(f, val, grouping=False, monetary=False):
    """val in the printf format f, by the locale."""
    from collections.abc import Mapping
    if not grouping and not monetary:
        return f % val
    items = list(_percent_pattern().finditer(f))
    if isinstance(val, Mapping):
        values = [val] * len(items)
    elif isinstance(val, tuple):
        values = list(val)
    else:
        values = [val]
    out, at = [], 0
    for item in items:
        out.append(f[at:item.start()])
        at = item.end()
        if item.group()[-1] == "%":
            out.append("%")
            continue
        if isinstance(val, Mapping):
            arguments = val
        else:
            count = item.group("modifiers").count("*") + 1
            arguments, values = tuple(values[:count]), values[count:]
        text = item.group() % arguments
        out.append(localize(text, grouping, monetary) if item.group()[-1] in "eEfFgGdiu" else text)
    out.append(f[at:])
    return "".join(out)


def currency(val, symbol=True, grouping=False, international=False):
    """An amount of money, by the locale: that of C has none."""
    digits = localeconv()["int_frac_digits" if international else "frac_digits"]
    if digits == CHAR_MAX:
        raise ValueError("Currency formatting is not possible using the 'C' locale.")
    return localize(f"{abs(val):.{digits}f}", grouping, monetary=True)


def str(val):
    """A float as text, by the locale."""
    return format_string("%.12g", val)


def delocalize(string):
    """A number by the locale, as Python writes it."""
    conventions = localeconv()
    if conventions["thousands_sep"]:
        string = string.replace(conventions["thousands_sep"], "")
    if conventions["decimal_point"]:
        string = string.replace(conventions["decimal_point"], ".")
    return string


def localize(string, grouping=False, monetary=False):
    """A number as Python writes it, by the locale."""
    conventions = localeconv()
    point = conventions["mon_decimal_point" if monetary else "decimal_point"] or "."
    whole, has_fraction, fraction = string.partition(".")
    if grouping:
        whole, _ = _group(whole, monetary)
    return whole + point + fraction if has_fraction else whole


def atof(string, func=float):
    """The float that a text by the locale stands for."""
    return func(delocalize(string))


def atoi(string):
    """The integer that a text by the locale stands for."""
    return int(delocalize(string))
