"""URLs: their parts, joining them, and quoting.

>>> urlsplit("http://ex.org:80/a?q=1#f").port, urljoin("http://a/b/c", "../d")
(80, 'http://a/d')
>>> quote("a b/é"), urlencode({"x": "1 2"}), parse_qs("a=1&a=2")
('a%20b/%C3%A9', 'x=1+2', {'a': ['1', '2']})
"""

import functools
import re
import types
import warnings
from collections import namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit",
           "urlencode", "parse_qs", "parse_qsl", "quote", "quote_plus", "quote_from_bytes",
           "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult",
           "SplitResult", "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

# Which schemes have relative references, a network location and parameters.
uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp",
                 "mms", "prospero", "rtsp", "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws",
                 "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms",
               "https", "shttp", "snews", "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn",
               "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss", "itms-services"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps",
               "rtspu", "sip", "sips", "mms", "sftp", "tel"]
# These lists are only kept for programs that look at them.
non_hierarchical = ["gopher", "hdl", "mailto", "news", "telnet", "wais", "imap", "snews", "sip",
                    "sips"]
uses_query = ["", "http", "wais", "imap", "https", "shttp", "mms", "gopher", "rtsp", "rtsps",
              "rtspu", "sip", "sips"]
uses_fragment = ["", "ftp", "hdl", "http", "gopher", "news", "nntp", "wais", "https", "shttp",
                 "snews", "file", "prospero"]

scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."

_CONTROLS_AND_SPACE = "".join(map(chr, range(33)))
_REMOVED = ["\t", "\r", "\n"]


def clear_cache():
    """Forgets what is remembered of splitting and quoting."""
    _urlsplit.cache_clear()
    _quoter.cache_clear()


# bytes are handled as ASCII text; results are of the arguments' type.

def _unchanged(result):
    return result


def _encoded(result):
    """A text, or a tuple of them, as bytes."""
    return result.encode("ascii", "strict")


def _coerce_args(*args):
    """The arguments as text, and the function that gives results the arguments' type."""
    text = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != text:
            raise TypeError("Cannot mix str and non-str arguments")
    if text:
        return args + (_unchanged,)
    return tuple(arg.decode("ascii", "strict") if arg else "" for arg in args) + (_encoded,)


class _ResultMixinStr:
    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        """The same with bytes."""
        return self._encoded_counterpart(*(part.encode(encoding, errors) for part in self))


class _ResultMixinBytes:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        """The same with text."""
        return self._decoded_counterpart(*(part.decode(encoding, errors) for part in self))


class _NetlocResultMixinBase:
    """The parts of the network location."""

    __slots__ = ()

    @property
    def username(self):
        return self._userinfo[0]

    @property
    def password(self):
        return self._userinfo[1]

    @property
    def hostname(self):
        host = self._hostinfo[0]
        if not host:
            return None
        # A zone ("%eth0") keeps its case.
        percent = "%" if isinstance(host, str) else b"%"
        host, percent, zone = host.partition(percent)
        return host.lower() + percent + zone

    @property
    def port(self):
        port = self._hostinfo[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        port = int(port)
        if port > 65535:
            raise ValueError("Port out of range 0-65535")
        return port

    __class_getitem__ = classmethod(types.GenericAlias)

    def _signs(self):
        """The characters that separate the parts."""
        if isinstance(self.netloc, str):
            return "@", ":", "[", "]"
        return b"@", b":", b"[", b"]"

    @property
    def _userinfo(self):
        at, colon, _, _ = self._signs()
        user, has_user, _ = self.netloc.rpartition(at)
        if not has_user:
            return None, None
        name, has_password, password = user.partition(colon)
        return name, password if has_password else None

    @property
    def _hostinfo(self):
        at, colon, opening, closing = self._signs()
        place = self.netloc.rpartition(at)[2]
        _, bracketed, rest = place.partition(opening)
        if bracketed:
            host, _, port = rest.partition(closing)
            port = port.partition(colon)[2]
        else:
            host, _, port = place.partition(colon)
        return host, port or None


class _NetlocResultMixinStr(_NetlocResultMixinBase, _ResultMixinStr):
    __slots__ = ()


class _NetlocResultMixinBytes(_NetlocResultMixinBase, _ResultMixinBytes):
    __slots__ = ()


ResultBase = _NetlocResultMixinStr

_DefragResultBase = namedtuple("_DefragResultBase", "url fragment")
_SplitResultBase = namedtuple("_SplitResultBase", "scheme netloc path query fragment")
_ParseResultBase = namedtuple("_ParseResultBase", "scheme netloc path params query fragment")


class DefragResult(_DefragResultBase, _ResultMixinStr):
    # A URL without its fragment, and the fragment.

    __slots__ = ()

    def geturl(self):
        return self.url + "#" + self.fragment if self.fragment else self.url


class SplitResult(_SplitResultBase, _NetlocResultMixinStr):
    # The five parts of a URL.

    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_ParseResultBase, _NetlocResultMixinStr):
    # The six parts of a URL.

    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_DefragResultBase, _ResultMixinBytes):
    # As DefragResult, with bytes.

    __slots__ = ()

    def geturl(self):
        return self.url + b"#" + self.fragment if self.fragment else self.url


class SplitResultBytes(_SplitResultBase, _NetlocResultMixinBytes):
    # As SplitResult, with bytes.

    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_ParseResultBase, _NetlocResultMixinBytes):
    # As ParseResult, with bytes.

    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


for _text, _bytes in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes),
                      (ParseResult, ParseResultBytes)):
    _text._encoded_counterpart = _bytes
    _bytes._decoded_counterpart = _text
del _text, _bytes


def urlparse(url, scheme="", allow_fragments=True):
    """The six parts of a URL; the last part of the path may have parameters."""
    url, scheme, coerce = _coerce_args(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        path, params = _split_params(path)
    return coerce(ParseResult(scheme, netloc, path, params, query, fragment))


def _split_params(path):
    at = path.find(";", path.rfind("/") + 1)
    return (path, "") if at < 0 else (path[:at], path[at + 1:])


def urlsplit(url, scheme="", allow_fragments=True):
    """The five parts of a URL."""
    url, scheme, coerce = _coerce_args(url, scheme)
    return coerce(_urlsplit(url, scheme, allow_fragments))


@functools.lru_cache(typed=True)
def _urlsplit(url, scheme, allow_fragments):
    url = url.lstrip(_CONTROLS_AND_SPACE)
    scheme = scheme.strip(_CONTROLS_AND_SPACE)
    for character in _REMOVED:
        url = url.replace(character, "")
        scheme = scheme.replace(character, "")
    allow_fragments = bool(allow_fragments)
    netloc = query = fragment = ""
    head, colon, rest = url.partition(":")
    if (colon and head[:1].isascii() and head[:1].isalpha()
            and all(character in scheme_chars for character in head)):
        scheme, url = head.lower(), rest
    if url[:2] == "//":
        end = min((at for at in map(url[2:].find, "/?#") if at >= 0), default=len(url) - 2)
        netloc, url = url[2:2 + end], url[2 + end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_bracketed_netloc(netloc)
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    _check_netloc(netloc)
    return SplitResult(scheme, netloc, url, query, fragment)


def _check_bracketed_netloc(netloc):
    place = netloc.rpartition("@")[2]
    before, opening, rest = place.partition("[")
    if opening:
        if before:
            raise ValueError("Invalid IPv6 URL")
        host, _, port = rest.partition("]")
        if port and not port.startswith(":"):
            raise ValueError("Invalid IPv6 URL")
    else:
        host = place.partition(":")[0]
    _check_bracketed_host(host)


def _check_bracketed_host(hostname):
    import ipaddress
    if hostname.startswith("v"):
        if not re.match(r"\Av[a-fA-F0-9]+\..+\Z", hostname):
            raise ValueError("IPvFuture address is invalid")
    elif isinstance(ipaddress.ip_address(hostname), ipaddress.IPv4Address):
        raise ValueError("An IPv4 address cannot be in brackets")


def _check_netloc(netloc):
    """No character may turn into one that separates parts when it is normalised."""
    if not netloc or netloc.isascii():
        return
    import unicodedata
    plain = netloc
    for character in "@:#?":
        plain = plain.replace(character, "")
    normal = unicodedata.normalize("NFKC", plain)
    if plain != normal and any(character in normal for character in "/?#@:"):
        raise ValueError(f"netloc {netloc!r} contains invalid characters under NFKC "
                         "normalization")


def urlunparse(components):
    """The URL of six parts."""
    scheme, netloc, url, params, query, fragment, coerce = _coerce_args(*components)
    if params:
        url += ";" + params
    return coerce(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    """The URL of five parts."""
    scheme, netloc, url, query, fragment, coerce = _coerce_args(*components)
    if netloc:
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + netloc + url
    elif url[:2] == "//":
        url = "//" + url
    elif scheme and scheme in uses_netloc and (not url or url[:1] == "/"):
        url = "//" + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url += "?" + query
    if fragment:
        url += "#" + fragment
    return coerce(url)


def urljoin(base, url, allow_fragments=True):
    """The URL that `url` means in a document that is at `base`."""
    if not base:
        return url
    if not url:
        return base
    base, url, coerce = _coerce_args(base, url)
    old = urlparse(base, "", allow_fragments)
    new = urlparse(url, old.scheme, allow_fragments)
    if new.scheme != old.scheme or new.scheme not in uses_relative:
        return coerce(url)
    if new.scheme in uses_netloc and new.netloc:
        return coerce(urlunparse(new))
    netloc = old.netloc if new.scheme in uses_netloc else new.netloc
    if not new.path and not new.params:
        return coerce(urlunparse((new.scheme, netloc, old.path, old.params,
                                  new.query or old.query, new.fragment)))
    path = _join_paths(old.path, new.path)
    return coerce(urlunparse((new.scheme, netloc, path, new.params, new.query, new.fragment)))


def _join_paths(base, path):
    if path[:1] == "/":
        segments = path.split("/")
    else:
        before = base.split("/")
        # The last part of the base is a file's name.
        if before[-1] != "":
            del before[-1]
        segments = before + path.split("/")
        segments[1:-1] = filter(None, segments[1:-1])
    result = []
    for segment in segments:
        if segment == "..":
            if result:
                result.pop()
        elif segment != ".":
            result.append(segment)
    if segments[-1] in (".", ".."):
        result.append("")
    return "/".join(result) or "/"


def urldefrag(url):
    """The URL without its fragment, and the fragment."""
    url, coerce = _coerce_args(url)
    fragment = ""
    if "#" in url:
        parts = urlparse(url)
        fragment = parts.fragment
        url = urlunparse(parts._replace(fragment=""))
    return coerce(DefragResult(url, fragment))


# Quoting

_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def unquote_to_bytes(string):
    """The bytes that a quoted string stands for."""
    if not string:
        string.split
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *rest = string.split(b"%")
    parts = [first]
    for piece in rest:
        digits = piece[:2]
        if len(digits) == 2 and digits.isalnum() and _is_hex(digits):
            parts.append(bytes([int(digits, 16)]) + piece[2:])
        else:
            parts.append(b"%" + piece)
    return b"".join(parts)


def _is_hex(digits):
    return all(digit in b"0123456789abcdefABCDEF" for digit in digits)


def unquote(string, encoding="utf-8", errors="replace"):
    """The text that a quoted string stands for."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        string.split
        return string
    encoding = "utf-8" if encoding is None else encoding
    errors = "replace" if errors is None else errors
    # Only what is ASCII can hold quoted bytes.
    parts = re.split("([\x00-\x7f]+)", string)
    for at in range(1, len(parts), 2):
        parts[at] = unquote_to_bytes(parts[at]).decode(encoding, errors)
    return "".join(parts)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """As unquote(), and plus signs are spaces."""
    return unquote(string.replace("+", " "), encoding, errors)


@functools.lru_cache
def _quoter(safe):
    """For each byte what it is quoted as."""
    safe = _ALWAYS_SAFE.union(safe)
    return [chr(byte) if byte in safe else f"%{byte:02X}" for byte in range(256)]


def quote(string, safe="/", encoding=None, errors=None):
    """The string with everything but letters, digits, _.-~ and `safe` as %XX."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """As quote(), and spaces are plus signs."""
    space = " " if isinstance(string, str) else b" "
    if space not in string:
        return quote(string, safe, encoding, errors)
    safe += " " if isinstance(safe, str) else b" "
    return quote(string, safe, encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    """As quote(), of bytes."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    else:
        safe = bytes(byte for byte in safe if byte < 128)
    table = _quoter(safe)
    return "".join([table[byte] for byte in bs])


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """Names and values as a query; with doseq a value may be a sequence of values."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as error:
            raise TypeError("not a valid non-string sequence or mapping object") from error

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    result = []
    for name, value in query:
        name = quoted(name)
        values = [value]
        if doseq and not isinstance(value, (bytes, str)):
            try:
                len(value)
            except TypeError:
                pass
            else:
                values = value
        result += [name + "=" + quoted(value) for value in values]
    return "&".join(result)


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8",
             errors="replace", max_num_fields=None, separator="&"):
    """A query as a dict from names to lists of values."""
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors,
                                 max_num_fields, separator):
        result.setdefault(name, []).append(value)
    return result


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8",
              errors="replace", max_num_fields=None, separator="&"):
    """A query as a list of names and values."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if isinstance(qs, str):
        if not isinstance(separator, str):
            separator = str(separator, "ascii")
        equals = "="

        def decoded(text):
            return unquote_plus(text, encoding, errors)
    else:
        if not qs:
            return []
        qs = bytes(memoryview(qs))
        if isinstance(separator, str):
            separator = bytes(separator, "ascii")
        equals = b"="

        def decoded(data):
            return unquote_to_bytes(data.replace(b"+", b" "))
    if not qs:
        return []
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    result = []
    for pair in qs.split(separator):
        if not pair and not strict_parsing:
            continue
        name, has_value, value = pair.partition(equals)
        if not has_value and strict_parsing:
            raise ValueError(f"bad query field: {pair!r}")
        if value or keep_blank_values:
            result.append((decoded(name), decoded(value)))
    return result


# Older functions: the public ones warn.

def unwrap(url):
    """The URL in <URL:...>."""
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    return url[4:].strip() if url[:4] == "URL:" else url


def _to_bytes(url):
    if isinstance(url, str):
        try:
            url = url.encode("ASCII").decode()
        except UnicodeError:
            raise UnicodeError("URL " + repr(url) + " contains non-ASCII characters")
    return url


def _splittype(url):
    found = re.match("([^/:]+):(.*)", url, re.DOTALL)
    return (found[1].lower(), found[2]) if found else (None, url)


def _splithost(url):
    found = re.match("//([^/#?]*)(.*)", url, re.DOTALL)
    if not found:
        return None, url
    host, path = found.groups()
    return host, "/" + path if path and path[0] != "/" else path


def _splituser(host):
    user, at, host = host.rpartition("@")
    return user if at else None, host


def _splitpasswd(user):
    user, colon, password = user.partition(":")
    return user, password if colon else None


def _splitport(host):
    found = re.fullmatch("(.*):([0-9]*)", host, re.DOTALL)
    return (found[1], found[2] or None) if found else (host, None)


def _splitnport(host, defport=-1):
    host, colon, port = host.rpartition(":")
    if not colon:
        return port, defport
    if port.isdigit() and port.isascii():
        return host, int(port)
    return host, defport if not port else None


def _splitquery(url):
    path, mark, query = url.rpartition("?")
    return (path, query) if mark else (url, None)


def _splittag(url):
    path, mark, tag = url.rpartition("#")
    return (path, tag) if mark else (url, None)


def _splitattr(url):
    words = url.split(";")
    return words[0], words[1:]


def _splitvalue(attr):
    name, equals, value = attr.partition("=")
    return name, value if equals else None


def _deprecated(name, instead):
    """The public name of a function that programs shouldn't use any longer."""
    function = globals()["_" + name]
    text = f"urllib.parse.{name}() is deprecated as of 3.8" + instead

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        warnings.warn(text, DeprecationWarning, stacklevel=2)
        return function(*args, **kwargs)

    wrapper.__name__ = wrapper.__qualname__ = name
    globals()[name] = wrapper


for _name in ("splittype", "splithost", "splituser", "splitpasswd", "splitport", "splitnport",
              "splitquery", "splittag", "splitattr"):
    _deprecated(_name, ", use urllib.parse.urlparse() instead")
_deprecated("splitvalue", ", use urllib.parse.parse_qsl() instead")
_deprecated("to_bytes", "")
