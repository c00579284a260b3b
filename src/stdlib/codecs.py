"""Encodings: finding them, and converting text and streams by them.

>>> lookup("UTF8").name, encode("\\xe9", "latin-1"), decode(b"7a", "hex")
('utf-8', b'\\xe9', b'z')
>>> "".join(iterdecode([b"\\xe2\\x82", b"\\xac!"], "utf-8"))
'\\u20ac!'
"""

import builtins
import sys

import _codecs
from _codecs import *

__all__ = [
    "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8",
    "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE",
    "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader",
    "StreamWriter", "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder",
    "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter", "encode",
    "decode", "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors",
    "xmlcharrefreplace_errors", "backslashreplace_errors", "namereplace_errors", "lookup",
    "register", "register_error", "lookup_error", "open", "EncodedFile",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE = BOM_LE = BOM32_LE = b"\xff\xfe"
BOM_UTF16_BE = BOM_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM64_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = BOM64_BE = b"\0\0\xfe\xff"
if sys.byteorder == "little":
    BOM = BOM_UTF16 = BOM_UTF16_LE
    BOM_UTF32 = BOM_UTF32_LE
else:
    BOM = BOM_UTF16 = BOM_UTF16_BE
    BOM_UTF32 = BOM_UTF32_BE


class CodecInfo(tuple):
    """What a search function knows of an encoding: its functions and classes."""

    # Whether it converts between str and bytes; the methods of these refuse other encodings.
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None,
                *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        kind = type(self)
        return (f"<{kind.__module__}.{kind.__qualname__} object for encoding {self.name} "
                f"at {id(self):#x}>")

    def __getnewargs__(self):
        return tuple(self)


class Codec:
    """The interface of a codec without state: both methods return the result and how much of the
    input they took.
    """

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


# Converting piece by piece

class IncrementalEncoder:
    """Encodes input that comes in pieces."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Go back to the initial state."""

    def getstate(self):
        return 0

    def setstate(self, state):
        """Go to a state that getstate gave."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An encoder that keeps what it could not encode yet; a subclass defines _buffer_encode."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        super().reset()
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes input that comes in pieces."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Go back to the initial state."""

    def getstate(self):
        return (b"", 0)

    def setstate(self, state):
        """Go to a state that getstate gave."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """A decoder that keeps incomplete bytes; a subclass defines _buffer_decode."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        super().reset()
        self.buffer = b""

    def getstate(self):
        return (self.buffer, 0)

    def setstate(self, state):
        self.buffer = state[0]


# Converting streams

class _Wrapper:
    """What the stream classes share: a stream, which they close at the end of a with statement."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamWriter(_Wrapper, Codec):
    # Writes encoded text to a stream of bytes.

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        """Go back to the initial state."""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_Wrapper, Codec):
    # Reads and decodes text from a stream of bytes.

    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        super().__init__(stream, errors)
        self.bytebuffer = b""
        self._empty_charbuffer = self.charbuffertype()
        self.charbuffer = self._empty_charbuffer
        self.linebuffer = None

    def decode(self, input, errors="strict"):
        raise NotImplementedError

    def read(self, size=-1, chars=-1, firstline=False):
        """Read about size bytes, or exactly chars characters, or all, and decode them. After an
        error a firstline reader still gives the lines before it.
        """
        if self.linebuffer:
            self.charbuffer = self._empty_charbuffer.join(self.linebuffer)
            self.linebuffer = None
        if chars < 0:
            chars = size
        while True:
            if chars >= 0 and len(self.charbuffer) >= chars:
                break
            fresh = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + fresh
            if not data:
                break
            try:
                decoded, consumed = self.decode(data, self.errors)
            except UnicodeDecodeError as error:
                if not firstline:
                    raise
                decoded, consumed = self.decode(data[:error.start], self.errors)
                if len(decoded.splitlines(keepends=True)) <= 1:
                    raise
            self.bytebuffer = data[consumed:]
            self.charbuffer += decoded
            if not fresh or size < 0 or chars < 0:
                break
        if chars < 0:
            result, self.charbuffer = self.charbuffer, self._empty_charbuffer
        else:
            result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        """Read a line, with its end unless keepends is false."""
        if self.linebuffer:
            return self._from_linebuffer(keepends)
        line = self._empty_charbuffer
        step = size or 72
        while True:
            data = self.read(step, firstline=True)
            if data and isinstance(data, str) and data.endswith("\r"):
                # A newline may follow, and belongs to the same end.
                data += self.read(size=1, chars=1)
            line += data
            lines = line.splitlines(keepends=True)
            if len(lines) > 1:
                self.linebuffer = lines
                if self.charbuffer:
                    lines[-1] += self.charbuffer
                    self.charbuffer = self._empty_charbuffer
                return self._from_linebuffer(keepends)
            if lines and lines[0] != lines[0].splitlines(keepends=False)[0]:
                return lines[0] if keepends else lines[0].splitlines(keepends=False)[0]
            if not data or size is not None:
                if lines and not keepends:
                    line = lines[0].splitlines(keepends=False)[0]
                return line
            step = min(step * 2, 8000)

    def _from_linebuffer(self, keepends):
        line = self.linebuffer.pop(0)
        if len(self.linebuffer) == 1:
            # The last line may be incomplete.
            self.charbuffer = self.linebuffer[0] + self.charbuffer
            self.linebuffer = None
        return line if keepends else line.splitlines(keepends=False)[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer = b""
        self.charbuffer = self._empty_charbuffer
        self.linebuffer = None

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self


class StreamReaderWriter(_Wrapper):
    """Reads and writes text on one stream of bytes."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        super().__init__(stream, errors)
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None, keepends=True):
        return self.reader.readlines(sizehint, keepends)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()


class StreamRecoder(_Wrapper):
    """Shows a stream of bytes in one encoding as one in another."""

    data_encoding = "unknown"
    file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        super().__init__(stream, errors)
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)

    def _encoded(self, text):
        return self.encode(text, self.errors)[0]

    def read(self, size=-1):
        return self._encoded(self.reader.read(size))

    def readline(self, size=None):
        return self._encoded(self.reader.readline() if size is None else self.reader.readline(size))

    def readlines(self, sizehint=None):
        return self._encoded(self.reader.read()).splitlines(keepends=True)

    def __next__(self):
        return self._encoded(next(self.reader))

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b"".join(list))

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open a file of encoded text, without translation of line ends."""
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        wrapped = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    except BaseException:
        file.close()
        raise
    wrapped.encoding = encoding
    return wrapped


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """Wrap a file in file_encoding so that it reads and writes bytes in data_encoding."""
    file_encoding = file_encoding or data_encoding
    data, stored = lookup(data_encoding), lookup(file_encoding)
    recoder = StreamRecoder(file, data.encode, data.decode,
                            stored.streamreader, stored.streamwriter, errors)
    recoder.data_encoding = data_encoding
    recoder.file_encoding = file_encoding
    return recoder


# Finding codecs

def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encode the texts that an iterator gives."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := encoder.encode(input):
            yield output
    if output := encoder.encode("", True):
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decode the bytes that an iterator gives."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := decoder.decode(input):
            yield output
    if output := decoder.decode(b"", True):
        yield output


def make_identity_dict(rng):
    """A decoding map that maps each number to itself."""
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """The inverse of a decoding map; what several bytes decode to is mapped to None."""
    inverse = {}
    for key, value in decoding_map.items():
        inverse[value] = None if value in inverse else key
    return inverse


# The interpreter's own encodings, and a few that are no text

# A mark at the beginning tells the order of their bytes.
_ORDERED = ("utf-16", "utf-32")


class _Encoder(IncrementalEncoder):
    _name = None
    # What goes on once a byte order mark has been written.
    _unmarked = {"utf-8-sig": "utf-8", "utf-16": f"utf-16-{sys.byteorder[0]}e",
                 "utf-32": f"utf-32-{sys.byteorder[0]}e"}

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self._current = self._name

    def encode(self, input, final=False):
        output, _ = _codecs._encode(self._current, input, self.errors)
        self._current = self._unmarked.get(self._current, self._current)
        return output

    def reset(self):
        self._current = self._name

    def getstate(self):
        if self._current not in self._unmarked:
            return 0
        return 1 if self._name == "utf-8-sig" else 2

    def setstate(self, state):
        self._current = self._name if state else self._unmarked.get(self._name, self._name)


class _Decoder(BufferedIncrementalDecoder):
    _name = None

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self._current = self._name

    def _buffer_decode(self, input, errors, final):
        output, consumed, self._current = _codecs._decode_stream(self._current, input, errors, final)
        return output, consumed

    def reset(self):
        super().reset()
        self._current = self._name

    def getstate(self):
        if self._name in _ORDERED:
            # The order that is not the machine's, or none so far.
            natural = _Encoder._unmarked[self._name]
            state = 2 if self._current == self._name else int(self._current != natural)
        else:
            state = int(self._current in _Encoder._unmarked)
        return self.buffer, state

    def setstate(self, state):
        super().setstate(state)
        number = state[1]
        if self._name not in _ORDERED:
            current = self._name if number else _Encoder._unmarked.get(self._name, self._name)
        elif number in (0, 1):
            natural = _Encoder._unmarked[self._name]
            other = natural[:-2] + ("be" if natural.endswith("le") else "le")
            current = other if number else natural
        else:
            current = self._name
        self._current = current


class _Writer(StreamWriter):
    _name = None

    def __init__(self, stream, errors="strict"):
        super().__init__(stream, errors)
        self.reset()

    def reset(self):
        self._encoder = type("", (_Encoder,), {"_name": self._name})(self.errors)

    def encode(self, input, errors="strict"):
        self._encoder.errors = errors
        return self._encoder.encode(input), len(input)


class _Reader(StreamReader):
    _name = None

    def __init__(self, stream, errors="strict"):
        super().__init__(stream, errors)
        self._current = self._name

    def reset(self):
        super().reset()
        self._current = self._name

    def decode(self, input, errors="strict"):
        output, consumed, self._current = _codecs._decode_stream(self._current, input, errors, False)
        return output, consumed


def _text_info(name):
    def encode(input, errors="strict"):
        return _codecs._encode(name, input, errors)

    def decode(input, errors="strict"):
        return _codecs._decode(name, input, errors, True)[:2]

    def named(base, title):
        return type(title, (base,), {"_name": name, "__module__": "encodings." + name.replace("-", "_")})

    return CodecInfo(encode, decode, named(_Reader, "StreamReader"), named(_Writer, "StreamWriter"),
                     named(_Encoder, "IncrementalEncoder"), named(_Decoder, "IncrementalDecoder"), name)


def _rotate(input, errors="strict"):
    letters = "abcdefghijklmnopqrstuvwxyz"
    table = str.maketrans(letters + letters.upper(), letters[13:] + letters[:13]
                          + letters[13:].upper() + letters[:13].upper())
    return str.translate(input, table), len(input)


def _to_hex(input, errors="strict"):
    from binascii import b2a_hex
    return b2a_hex(input), len(input)


def _from_hex(input, errors="strict"):
    from binascii import a2b_hex
    return a2b_hex(input), len(input)


def _transform_info(name, encode, decode):
    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)[0]

    return CodecInfo(encode, decode, None, None, Encoder, Decoder, name, _is_text_encoding=False)


def _search(name):
    """The search function of the encodings that are always there."""
    known = _codecs._text_codec(name)
    if known is not None:
        return _text_info(known)
    match name:
        case "rot13" | "rot_13":
            return _transform_info("rot13", _rotate, _rotate)
        case "hex" | "hex_codec":
            return _transform_info("hex", _to_hex, _from_hex)
    import _more_codecs
    return _more_codecs.find(name)


def __getattr__(name):
    if name in ("charmap_build", "charmap_decode", "charmap_encode", "utf_7_decode",
                "utf_7_encode"):
        import _more_codecs
        return getattr(_more_codecs, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


register(_search)
