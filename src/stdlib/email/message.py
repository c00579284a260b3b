"""A message: headers, and a payload that is text or a list of messages."""

import binascii
import quopri
import re

from email import utils

__all__ = ["Message"]

SEMISPACE = "; "
tspecials = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


def _split_parameters(value):
    """What semicolons separate, but for those in quotes."""
    parts, current, quoted = [], "", False
    at = 0
    while at < len(value):
        character = value[at]
        if quoted and character == "\\":
            current += value[at:at + 2]
            at += 2
            continue
        if character == '"':
            quoted = not quoted
        if character == ";" and not quoted:
            parts.append(current)
            current = ""
        else:
            current += character
        at += 1
    parts.append(current)
    return [part.strip() for part in parts]


def _formatted(param, value=None, quote=True):
    """A parameter as it is written."""
    if value is None or not len(value):
        return param
    if quote or tspecials.search(value):
        return f'{param}="{utils.quote(value)}"'
    return f"{param}={value}"


class Message:
    """Headers, in order and by names in any case, and a payload."""

    def __init__(self, policy=None):
        self.policy = policy
        self._headers = []
        self._unixfrom = None
        self._payload = None
        self._charset = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = "text/plain"

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The whole message as text."""
        import io
        from email.generator import Generator
        out = io.StringIO()
        Generator(out, mangle_from_=False, maxheaderlen=maxheaderlen).flatten(self, unixfrom)
        return out.getvalue()

    def as_bytes(self, unixfrom=False, policy=None):
        """The whole message as bytes."""
        return self.as_string(unixfrom).encode("ascii", "surrogateescape")

    __bytes__ = as_bytes

    def is_multipart(self):
        """Whether the payload is a list of messages."""
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    # The payload

    def attach(self, payload):
        """Adds a part."""
        if self._payload is None:
            self._payload = [payload]
            return
        try:
            self._payload.append(payload)
        except AttributeError:
            raise TypeError("Attach is not valid on a message with a "
                            "non-multipart payload") from None

    def get_payload(self, i=None, decode=False):
        """The payload, or the part at a place; decode=True gives what was encoded, as bytes."""
        if self.is_multipart():
            if decode:
                return None
            return self._payload if i is None else self._payload[i]
        if i is not None and not isinstance(self._payload, list):
            raise TypeError(f"Expected list, got {type(self._payload)}")
        payload = self._payload
        if not decode or payload is None:
            return payload
        data = payload.encode("ascii", "surrogateescape") if payload.isascii() else (
            payload.encode("utf-8", "surrogateescape"))
        encoding = str(self.get("content-transfer-encoding", "")).lower()
        if encoding == "quoted-printable":
            return quopri.decodestring(data)
        if encoding == "base64":
            try:
                return binascii.a2b_base64(data)
            except binascii.Error:
                return data
        return data

    def set_payload(self, payload, charset=None):
        """Sets the payload; with a charset, a text is encoded."""
        if isinstance(payload, bytes):
            payload = payload.decode("ascii", "surrogateescape")
        self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Says in what charset the payload is, and encodes it."""
        if charset is None:
            self.del_param("charset")
            self._charset = None
            return
        self._charset = charset = str(charset).lower()
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"
        if "Content-Type" not in self:
            self.add_header("Content-Type", "text/plain", charset=charset)
        else:
            self.set_param("charset", charset)
        if "Content-Transfer-Encoding" in self or not isinstance(self._payload, str):
            return
        if self._payload.isascii():
            self["Content-Transfer-Encoding"] = "7bit"
            return
        data = self._payload.encode(charset)
        lines = [binascii.b2a_base64(data[at:at + 57]) for at in range(0, len(data), 57)]
        self._payload = b"".join(lines).decode("ascii")
        self["Content-Transfer-Encoding"] = "base64"

    def get_charset(self):
        return self._charset

    # The headers

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        self._headers.append((name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [(key, value) for key, value in self._headers if key.lower() != name]

    def __contains__(self, name):
        name = name.lower()
        return any(key.lower() == name for key, _ in self._headers)

    def __iter__(self):
        for key, _ in self._headers:
            yield key

    def keys(self):
        return [key for key, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return list(self._headers)

    def raw_items(self):
        return iter(self._headers.copy())

    def set_raw(self, name, value):
        """Adds a header as it is."""
        self._headers.append((name, value))

    def get(self, name, failobj=None):
        """The first header of a name."""
        name = name.lower()
        return next((value for key, value in self._headers if key.lower() == name), failobj)

    def get_all(self, name, failobj=None):
        """All headers of a name."""
        name = name.lower()
        return [value for key, value in self._headers if key.lower() == name] or failobj

    def add_header(self, _name, _value, **_params):
        """Adds a header with parameters; underscores in their names stand for hyphens."""
        parts = [] if _value is None else [_value]
        for key, value in _params.items():
            key = key.replace("_", "-")
            parts.append(key if value is None else _formatted(key, value))
        self[_name] = SEMISPACE.join(parts)

    def replace_header(self, _name, _value):
        """Changes the first header of a name; KeyError if there is none."""
        name = _name.lower()
        for at, (key, _) in enumerate(self._headers):
            if key.lower() == name:
                self._headers[at] = key, _value
                return
        raise KeyError(_name)

    # The type of the content

    def get_content_type(self):
        """The type, such as text/plain."""
        value = self.get("content-type")
        if value is None:
            return self.get_default_type()
        kind = _split_parameters(str(value))[0].lower()
        return kind if kind.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        return self.get_content_type().split("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().split("/")[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def get_params(self, failobj=None, header="content-type", unquote=True):
        """A header's parts as pairs, the first of which is its value."""
        value = self.get(header)
        if value is None:
            return failobj
        result = []
        for part in _split_parameters(str(value)):
            name, equals, text = part.partition("=")
            name, text = name.strip(), text.strip()
            result.append((name if equals else part, utils.unquote(text) if unquote else text))
        return result

    def get_param(self, param, failobj=None, header="content-type", unquote=True):
        """A parameter of a header."""
        for name, value in self.get_params([], header, unquote):
            if name.lower() == param.lower():
                return value
        return failobj

    def set_param(self, param, value, header="Content-Type", requote=True, charset=None,
                  language="", replace=False):
        """Sets a parameter of a header."""
        if header not in self and header.lower() == "content-type":
            old = "text/plain"
        else:
            old = self.get(header) or ""
        new = _formatted(param, value, requote)
        parts = _split_parameters(str(old)) if old else []
        for at, part in enumerate(parts):
            if at and part.partition("=")[0].strip().lower() == param.lower():
                parts[at] = new
                break
        else:
            parts.append(new)
        del self[header]
        self[header] = SEMISPACE.join(parts)

    def del_param(self, param, header="content-type", requote=True):
        """Removes a parameter of a header."""
        if header not in self:
            return
        parts = _split_parameters(str(self[header]))
        kept = [part for at, part in enumerate(parts)
                if not at or part.partition("=")[0].strip().lower() != param.lower()]
        if kept != parts:
            self.replace_header(header, SEMISPACE.join(kept))

    def set_type(self, type, header="Content-Type", requote=True):
        """Changes the type and keeps the parameters."""
        if type.count("/") != 1:
            raise ValueError
        if header.lower() == "content-type":
            del self["mime-version"]
            self["MIME-Version"] = "1.0"
        parts = _split_parameters(str(self[header])) if header in self else [""]
        del self[header]
        self[header] = SEMISPACE.join([type, *parts[1:]])

    def get_filename(self, failobj=None):
        """The name of the file that is attached."""
        name = self.get_param("filename", None, "content-disposition")
        if name is None:
            name = self.get_param("name", None, "content-type")
        return failobj if name is None else name

    def get_boundary(self, failobj=None):
        """What stands between parts."""
        boundary = self.get_param("boundary")
        return failobj if boundary is None else boundary.rstrip()

    def set_boundary(self, boundary):
        self.set_param("boundary", boundary)

    def get_content_charset(self, failobj=None):
        """The charset of the payload, in lower case."""
        charset = self.get_param("charset")
        return failobj if charset is None else charset.lower()

    def get_charsets(self, failobj=None):
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        """inline, attachment or None."""
        value = self.get("content-disposition")
        return None if value is None else _split_parameters(str(value))[0].lower()

    def walk(self):
        """The message and all parts, and theirs."""
        yield self
        if self.is_multipart():
            for part in self.get_payload():
                yield from part.walk()
