"""Binary data as text: base64, base32, base16, Ascii85, base85 and Z85."""

import _base_digits
import binascii
import struct

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes",
    "b64encode", "b64decode", "b32encode", "b32decode", "b32hexencode", "b32hexdecode",
    "b16encode", "b16decode",
    "b85encode", "b85decode", "a85encode", "a85decode", "z85encode", "z85decode",
    "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode",
]

bytes_types = (bytes, bytearray)


def _bytes_from_decode_data(data):
    """Text or anything bytes-like as bytes."""
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(data, bytes_types):
        return data
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII "
                        f"string, not {data.__class__.__name__!r}") from None


# Base64

def b64encode(s, altchars=None):
    """s in base64; altchars are two bytes to stand for + and /."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """What base64 text stands for.

    Characters that are no digits are left out, unless validate is true: then
    they are a binascii.Error, as wrong padding always is.
    """
    s = _bytes_from_decode_data(s)
    if altchars is not None:
        altchars = _bytes_from_decode_data(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """s in base64 with + and /."""
    return b64encode(s)


def standard_b64decode(s):
    """What base64 text with + and / stands for."""
    return b64decode(s)


_to_urlsafe = bytes.maketrans(b"+/", b"-_")
_from_urlsafe = bytes.maketrans(b"-_", b"+/")


def urlsafe_b64encode(s):
    """s in base64 with - and _, which mean nothing in URLs and file names."""
    return b64encode(s).translate(_to_urlsafe)


def urlsafe_b64decode(s):
    """What base64 text with - and _ stands for."""
    return b64decode(_bytes_from_decode_data(s).translate(_from_urlsafe))


# Base32

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_B32_PADDING = {0: 0, 1: 6, 2: 4, 3: 3, 4: 1}  # by the bytes in the last group
_B32_BYTES = {0: 5, 1: 4, 3: 3, 4: 2, 6: 1}    # by the padding


def _b32encode(alphabet, s):
    if not isinstance(s, bytes_types):
        s = memoryview(s).tobytes()
    encoded = _base_digits.encode32(alphabet, s)
    padding = _B32_PADDING[len(s) % 5]
    return encoded[:-padding] + b"=" * padding if padding else encoded


def _b32decode(alphabet, s, casefold=False, map01=None):
    s = _bytes_from_decode_data(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _bytes_from_decode_data(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b"=")
    padding = length - len(s)
    decoded = _base_digits.decode32(alphabet, s)
    if decoded is None:
        raise binascii.Error("Non-base32 digit found") from None
    if padding not in _B32_BYTES:
        raise binascii.Error("Incorrect padding")
    if padding and decoded:
        return decoded[:len(decoded) - 5 + _B32_BYTES[padding]]
    return decoded


def b32encode(s):
    """s in base32."""
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    """What base32 text stands for.

    With casefold lower case letters will do too. With map01, which is what 1
    stands for, 0 stands for O.
    """
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    """s in base32 with the extended hexadecimal alphabet."""
    return _b32encode(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    """What base32 text with the extended hexadecimal alphabet stands for."""
    return _b32decode(_B32HEX, s, casefold)


# Base16

def b16encode(s):
    """s in hexadecimal digits."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """What hexadecimal digits stand for; with casefold lower case will do too."""
    s = _bytes_from_decode_data(s)
    if casefold:
        s = s.upper()
    if _base_digits.has_others(s, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


# Ascii85 and base85: five digits for four bytes

_B85 = (b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        b"!#$%&()*+-;<=>?@^_`{|}~")
_A85 = bytes(range(33, 118))
_Z85 = (b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        b".-:+=^!/*?&<>()[]{}@%$#")


def _85encode(b, alphabet, pad=False, foldnuls=False, foldspaces=False):
    if not isinstance(b, bytes_types):
        b = memoryview(b).tobytes()
    return _base_digits.encode85(alphabet, b, pad, foldnuls, foldspaces)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """b in Ascii85.

    With foldspaces, y stands for four spaces. wrapcol is the longest line, or
    0. With pad, b is padded with zeros to a multiple of 4. With adobe, the
    text is put between <~ and ~>.
    """
    encoded = _85encode(b, _A85, pad, True, foldspaces)
    if adobe:
        encoded = b"<~" + encoded
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [encoded[start:start + wrapcol] for start in range(0, len(encoded), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        encoded = b"\n".join(lines)
    if adobe:
        encoded += b"~>"
    return encoded


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """What Ascii85 text stands for, with the same options as a85encode().

    The characters of ignorechars are left out.
    """
    b = _bytes_from_decode_data(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b"~>"))
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    decoded = []
    digits = []
    for byte in b + b"u" * 4:
        if 33 <= byte <= 117:
            digits.append(byte)
            if len(digits) == 5:
                word = 0
                for digit in digits:
                    word = 85 * word + (digit - 33)
                try:
                    decoded.append(struct.pack("!I", word))
                except struct.error:
                    raise ValueError("Ascii85 overflow") from None
                digits.clear()
        elif byte == 122:
            if digits:
                raise ValueError("z inside Ascii85 5-tuple")
            decoded.append(b"\0\0\0\0")
        elif foldspaces and byte == 121:
            if digits:
                raise ValueError("y inside Ascii85 5-tuple")
            decoded.append(b"\x20\x20\x20\x20")
        elif byte not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % byte)
    result = b"".join(decoded)
    padding = 4 - len(digits)
    return result[:-padding] if padding else result


def b85encode(b, pad=False):
    """b in base85; with pad it is padded with zeros to a multiple of 4."""
    return _85encode(b, _B85, pad)


def b85decode(b):
    """What base85 text stands for."""
    b = _bytes_from_decode_data(b)
    padding = -len(b) % 5
    decoded = _base_digits.decode85(_B85, b + b"~" * padding)
    if type(decoded) is tuple:
        at, overflows = decoded
        if overflows:
            raise ValueError(f"base85 overflow in hunk starting at byte {at}") from None
        raise ValueError(f"bad base85 character at position {at}") from None
    return decoded[:-padding] if padding else decoded


_to_z85 = bytes.maketrans(_B85, _Z85)
# What base85 has and Z85 has not is no digit.
_from_z85 = bytes.maketrans(_Z85 + b";_`|~", _B85 + b"\0" * 5)


def z85encode(s):
    """s in Z85."""
    return b85encode(s).translate(_to_z85)


def z85decode(s):
    """What Z85 text stands for."""
    s = _bytes_from_decode_data(s)
    try:
        return b85decode(s.translate(_from_z85))
    except ValueError as error:
        raise ValueError(error.args[0].replace("base85", "z85")) from None


# Files, and text in lines as MIME has it

MAXLINESIZE = 76
MAXBINSIZE = MAXLINESIZE // 4 * 3


def encode(input, output):
    """Read a binary file and write it in base64 to another one."""
    while block := input.read(MAXBINSIZE):
        while len(block) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(block))):
            block += more
        output.write(binascii.b2a_base64(block))


def decode(input, output):
    """Read a file of base64 lines and write what they stand for to another one."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _input_type_check(s):
    try:
        view = memoryview(s)
    except TypeError:
        raise TypeError(f"expected bytes-like object, not {s.__class__.__name__}") from None
    if view.format not in ("c", "b", "B"):
        raise TypeError(f"expected single byte elements, not {view.format!r} "
                        f"from {s.__class__.__name__}")
    if view.ndim != 1:
        raise TypeError(f"expected 1-D data, not {view.ndim}-D data from "
                        f"{s.__class__.__name__}")


def encodebytes(s):
    """s in lines of base64."""
    _input_type_check(s)
    return b"".join(binascii.b2a_base64(s[start:start + MAXBINSIZE])
                    for start in range(0, len(s), MAXBINSIZE))


def decodebytes(s):
    """What lines of base64 stand for."""
    _input_type_check(s)
    return binascii.a2b_base64(s)
