"""Addresses, dates and other parts of headers.

>>> parseaddr('"A, B" <a@b.c>'), formataddr(("A B", "a@b.c"))
(('A, B', 'a@b.c'), 'A B <a@b.c>')
>>> parsedate_tz("Thu, 1 Jan 1970 00:00:00 +0100")[:6]
(1970, 1, 1, 0, 0, 0)
"""

import datetime
import os
import re
import time

__all__ = ["collapse_rfc2231_value", "decode_rfc2231", "encode_rfc2231", "formataddr",
           "formatdate", "format_datetime", "getaddresses", "make_msgid", "mktime_tz",
           "parseaddr", "parsedate", "parsedate_tz", "parsedate_to_datetime", "quote",
           "unquote", "localtime"]

_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_ZONES = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500,
          "EDT": -400, "CST": -600, "CDT": -500, "MST": -700, "MDT": -600, "PST": -800,
          "PDT": -700}

specialsre = re.compile(r'[][\\()<>@,:;".]')
escapesre = re.compile(r'[\\"]')


def quote(str):
    """A text with backslashes before quotes and backslashes."""
    return str.replace("\\", "\\\\").replace('"', '\\"')


def unquote(str):
    """A text without the quotes or angle brackets around it."""
    if len(str) > 1:
        if str[0] == str[-1] == '"':
            return str[1:-1].replace("\\\\", "\\").replace('\\"', '"')
        if str[0] == "<" and str[-1] == ">":
            return str[1:-1]
    return str


def formataddr(pair, charset="utf-8"):
    """A name and an address as one text."""
    name, address = pair
    address.encode("ascii")
    if not name:
        return address
    try:
        name.encode("ascii")
    except UnicodeEncodeError:
        import base64
        encoded = base64.b64encode(name.encode(charset)).decode("ascii")
        return f"=?{charset}?b?{encoded}?= <{address}>"
    quotes = '"' if specialsre.search(name) else ""
    name = escapesre.sub(r"\\\g<0>", name)
    return f"{quotes}{name}{quotes} <{address}>"


def _tokens(text):
    """The parts of addresses: texts, and signs; comments are left out."""
    at = 0
    while at < len(text):
        character = text[at]
        if character == '"':
            word = ""
            at += 1
            while at < len(text) and text[at] != '"':
                at += text[at] == "\\"
                word += text[at:at + 1]
                at += 1
            at += 1
            yield "word", word
        elif character == "(":
            depth = 0
            start = at
            while at < len(text):
                depth += (text[at] == "(") - (text[at] == ")")
                at += 1
                if not depth:
                    break
            yield "comment", text[start + 1:at - 1]
        elif character in "<>,;:":
            at += 1
            yield character, character
        elif character.isspace():
            at += 1
            yield "space", " "
        else:
            start = at
            while at < len(text) and text[at] not in '"(<>,;:' and not text[at].isspace():
                at += 1
            yield "word", text[start:at]


def getaddresses(fieldvalues, *, strict=True):
    """The names and addresses in texts."""
    result = []
    text = ", ".join([str(value) for value in fieldvalues])
    words, address, comment, inside, any_token = [], "", "", False, False
    for kind, token in [*_tokens(text), (",", ",")]:
        if kind == "<":
            inside = True
            address = ""
        elif kind == ">":
            inside = False
        elif kind == "comment":
            comment = token
        elif kind in ",;":
            if any_token:
                name = " ".join("".join(words).split()) if address else comment
                result.append((name, address or "".join(words).strip().replace(" ", "")))
            words, address, comment, inside, any_token = [], "", "", False, False
            continue
        elif kind == ":" and not inside:
            # The name of a group.
            words = []
            continue
        elif inside:
            address += token.strip()
        else:
            words.append(token)
        any_token = any_token or kind != "space"
    return result


def parseaddr(addr, *, strict=True):
    """The name and the address of a text; two empty texts if there is no one address."""
    if isinstance(addr, list):
        addr = addr[0]
    if not isinstance(addr, str):
        return "", ""
    found = getaddresses([addr])
    if len(found) != 1 and strict or not found:
        return "", ""
    return found[0]


def parsedate_tz(data):
    """A date as a tuple of ten, the last of which is the offset in seconds; or None."""
    found = re.match(r"""\s*(?:[A-Za-z]+\s*,?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*[\s-]+
                         (\d{2,4})(?:\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?
                         (?:\s+([-+]\d{4}|[A-Za-z]+))?""", data or "", re.VERBOSE)
    if not found or found[2].title() not in _MONTHS:
        return None
    year = int(found[3])
    if year < 100:
        year += 1900 if year > 68 else 2000
    zone = found[7]
    offset = None
    if zone:
        number = _ZONES.get(zone.upper()) if zone[0].isalpha() else int(zone)
        if number is None and zone[0].isalpha():
            offset = None
        else:
            sign = -1 if number < 0 else 1
            offset = sign * (abs(number) // 100 * 3600 + abs(number) % 100 * 60)
            if zone == "-0000":
                offset = None
    elif found[4]:
        offset = None
    return (year, _MONTHS.index(found[2].title()) + 1, int(found[1]), int(found[4] or 0),
            int(found[5] or 0), int(found[6] or 0), 0, 1, -1, offset)


def parsedate(data):
    """A date as time.mktime() takes it, or None."""
    found = parsedate_tz(data)
    return None if found is None else found[:9]


def mktime_tz(data):
    """The seconds since 1970 of a date as parsedate_tz() gives it."""
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    import calendar
    return calendar.timegm(data) - data[9]


def parsedate_to_datetime(data):
    """A date as a datetime; without offset it is naive."""
    found = parsedate_tz(data)
    if found is None:
        raise ValueError(f"Invalid date value or format \"{data}\"")
    *parts, offset = found
    if offset is None:
        return datetime.datetime(*parts[:6])
    zone = datetime.timezone(datetime.timedelta(seconds=offset))
    return datetime.datetime(*parts[:6], tzinfo=zone)


def _format(parts, zone):
    return (f"{_DAYS[parts[6]]}, {parts[2]:02d} {_MONTHS[parts[1] - 1]} {parts[0]:04d} "
            f"{parts[3]:02d}:{parts[4]:02d}:{parts[5]:02d} {zone}")


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A time, now if none is given, as headers have it."""
    timeval = time.time() if timeval is None else timeval
    moment = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    if localtime:
        return format_datetime(moment.astimezone())
    return _format(moment.timetuple(), "GMT" if usegmt else "-0000")


def format_datetime(dt, usegmt=False):
    """A datetime as headers have it."""
    parts = dt.timetuple()
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError("usegmt option requires a UTC datetime")
        return _format(parts, "GMT")
    return _format(parts, "-0000" if dt.tzinfo is None else dt.strftime("%z"))


def localtime(dt=None, isdst=None):
    """A datetime, now if none is given, in the local time zone."""
    dt = datetime.datetime.now() if dt is None else dt
    return dt.astimezone()


def make_msgid(idstring=None, domain=None):
    """A new identifier of a message."""
    import random
    import platform
    domain = domain or platform.node()
    idstring = "" if idstring is None else "." + idstring
    return f"<{int(time.time() * 100)}.{os.getpid()}.{random.getrandbits(64)}{idstring}@{domain}>"


def decode_rfc2231(s):
    """Charset, language and text of a parameter that may have them."""
    parts = s.split("'", 2)
    return parts if len(parts) == 3 else (None, None, s)


def encode_rfc2231(s, charset=None, language=None):
    """A parameter with charset and language."""
    from urllib.parse import quote
    s = quote(s, safe="", encoding=charset or "ascii")
    if charset is None and language is None:
        return s
    return f"{charset}'{language or ''}'{s}"


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
    """A parameter's value as text."""
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, _, text = value
    try:
        return str(bytes(text, "raw-unicode-escape"), charset or fallback_charset, errors)
    except LookupError:
        return unquote(text)
