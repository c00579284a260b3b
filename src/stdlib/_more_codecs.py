"""Encodings that are written in Python: code pages by tables, UTF-7, Punycode, IDNA, and those
between bytes and bytes."""

import _codecs
from _codecs import lookup_error
from _operator import index

_NO_CHARACTER = "\ufffe"


# Characters by a table

class EncodingMap(dict):
    """What charmap_build() makes of a table."""


def charmap_build(map, /):
    """A mapping from characters' numbers to bytes, of the characters of all bytes."""
    return EncodingMap({ord(character): byte for byte, character in enumerate(map)
                        if character != _NO_CHARACTER})


def charmap_encode(str, errors="strict", mapping=None, /):
    """Text as bytes, by a mapping from characters' numbers (or Latin-1)."""
    errors = "strict" if errors is None else errors
    if mapping is None:
        return _codecs.latin_1_encode(str, errors)
    at = 0
    error = None
    result = bytearray()
    while at < len(str):
        found = _mapped(str[at], mapping)
        if found is not None:
            result += found
            at += 1
            continue
        end = at + 1
        while end < len(str) and _mapped(str[end], mapping) is None:
            end += 1
        error = _told(error, UnicodeEncodeError, str, at, end)
        put, at = _handled(error, errors, len(str))
        if isinstance(put, bytes):
            result += put
            continue
        for character in put:
            found = _mapped(character, mapping)
            if found is None:
                raise error
            result += found
    return bytes(result), len(str)


def _mapped(character, mapping):
    """The bytes of a character, or None."""
    try:
        found = mapping[ord(character)]
    except LookupError:
        return None
    if found is None or isinstance(found, bytes):
        return found
    if not isinstance(found, int):
        raise TypeError("character mapping must return integer, bytes or None, not "
                        + type(found).__name__)
    if not 0 <= found < 256:
        raise TypeError("character mapping must be in range(256)")
    return bytes([found])


def charmap_decode(data, errors="strict", mapping=None, /):
    """Bytes as text, by a table or a mapping from bytes (or Latin-1)."""
    errors = "strict" if errors is None else errors
    if mapping is None:
        return _codecs.latin_1_decode(data, errors)
    data = bytes(data)
    result = []
    at = 0
    error = None
    while at < len(data):
        found = _character(data[at], mapping)
        if found is not None:
            result.append(found)
            at += 1
            continue
        error = _told(error, UnicodeDecodeError, data, at, at + 1)
        put, at, data = _put_for(error, errors)
        result.append(put)
    return "".join(result), len(data)


def _character(byte, mapping):
    """The text of a byte, or None."""
    try:
        found = mapping[byte]
    except LookupError:
        return None
    if isinstance(found, int):
        if not 0 <= found < 0x110000:
            raise TypeError("character mapping must be in range(0x110000)")
        found = chr(found)
    if found is None or found == _NO_CHARACTER:
        return None
    if not isinstance(found, str):
        raise TypeError("character mapping must return integer, None or str")
    return found


def _told(error, kind, object, start, end):
    """The error that handlers get for all faults, for the next one."""
    if error is None:
        return kind("charmap", object, start, end, "character maps to <undefined>")
    error.start, error.end = start, end
    error.reason = "character maps to <undefined>"
    return error


def _handled(error, errors, length):
    """What an error handler puts in, and where it goes on."""
    put, at = _answer(error, errors)
    return put, _place(at, length)


def _put_for(error, errors):
    """What a handler of a decoding error puts in, where it goes on, and in which bytes."""
    put, at = _answer(error, errors)
    data = error.object
    if data is None:
        raise TypeError("object attribute not set")
    if not isinstance(data, bytes):
        raise TypeError("object attribute must be bytes")
    return put, _place(at, len(data)), data


def _answer(error, errors):
    """What an error handler answers, its position as it is."""
    answer = lookup_error(errors)(error)
    decodes = isinstance(error, UnicodeDecodeError)
    wrong = ("decoding error handler must return (str, int) tuple" if decodes else
             "encoding error handler must return (str/bytes, int) tuple")
    if not isinstance(answer, tuple) or len(answer) != 2:
        raise TypeError(wrong)
    put, at = answer
    if decodes and not isinstance(put, str):
        raise TypeError(wrong)
    at = index(at)
    if not -1 << 63 <= at < 1 << 63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    if not isinstance(put, (str, bytes)):
        raise TypeError(wrong)
    return put, at


def _place(at, length):
    if at < 0:
        at += length
    if not 0 <= at <= length:
        raise IndexError(f"position {at} from error handler out of bounds")
    return at


# UTF-7

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_DIGITS = {ord(digit): value for value, digit in enumerate(_BASE64)}
_DIRECT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                    "'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}")


def utf_7_encode(str, errors=None, /):
    """Text as UTF-7."""
    result = []
    at = 0
    while at < len(str):
        character = str[at]
        if character in _DIRECT:
            result.append(character)
            at += 1
        elif character == "+":
            result.append("+-")
            at += 1
        else:
            end = at
            while end < len(str) and str[end] not in _DIRECT and str[end] != "+":
                end += 1
            result.append("+" + _shifted(str[at:end]))
            at = end
            # What could be taken for a digit is kept apart.
            if at == len(str) or str[at] in _BASE64 or str[at] == "-":
                result.append("-")
    return "".join(result).encode("ascii"), len(str)


def _shifted(text):
    """The digits that stand for a text."""
    data = text.encode("utf-16-be", "surrogatepass")
    bits = "".join([f"{byte:08b}" for byte in data])
    bits += "0" * (-len(bits) % 6)
    return "".join([_BASE64[int(bits[at:at + 6], 2)] for at in range(0, len(bits), 6)])


def utf_7_decode(data, errors=None, final=False, /):
    """UTF-7 as text, and how many bytes of it were read."""
    data = bytes(data)
    errors = "strict" if errors is None else errors
    result = []
    at = 0
    while at < len(data):
        byte = data[at]
        if byte == 0x2b:
            end = at + 1
            while end < len(data) and data[end] in _DIGITS:
                end += 1
            if end == len(data) and not final:
                break
            at, data = _shift(data, at, end, errors, result)
        elif byte < 0x80:
            result.append(chr(byte))
            at += 1
        else:
            at, data = _bad_utf_7(data, at, at + 1, "unexpected special character", errors, result)
    return "".join(result), at


def _shift(data, start, end, errors, result):
    """Decodes the digits from after `start` to `end`; where to go on, and in which."""
    closed = end < len(data) and data[end] == 0x2d
    if end == start + 1:
        if closed:
            result.append("+")
            return end + 1, data
        if end == len(data):
            return end, data
        return _bad_utf_7(data, start, end + 1, "ill-formed sequence", errors, result)
    bits = number = 0
    units = []
    for digit in data[start + 1:end]:
        number = number << 6 | _DIGITS[digit]
        bits += 6
        if bits >= 16:
            bits -= 16
            units.append(number >> bits)
            number &= (1 << bits) - 1
    text = b"".join([unit.to_bytes(2) for unit in units]).decode("utf-16-be", "surrogatepass")
    result.append(text)
    if end == len(data):
        if bits >= 6 or number or text and "\ud800" <= text[-1] < "\udc00":
            return _bad_utf_7(data, start, end, "unterminated shift sequence", errors, result)
        return end, data
    if bits >= 6:
        return _bad_utf_7(data, start, end + 1, "partial character in shift sequence", errors,
                          result)
    if number:
        return _bad_utf_7(data, start, end + 1, "non-zero padding bits in shift sequence",
                          errors, result)
    if data[end] >= 0x80:
        return end, data
    return (end + 1 if closed else end), data


def _bad_utf_7(data, start, end, reason, errors, result):
    error = UnicodeDecodeError("utf7", data, start, end, reason)
    put, at, data = _put_for(error, errors)
    result.append(put)
    return at, data


# Punycode (RFC 3492)

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def _adapted(delta, first, count):
    delta = delta // 700 if first else delta // 2
    delta += delta // count
    steps = 0
    while delta > 455:
        delta //= 35
        steps += 36
    return steps + 36 * delta // (delta + 38)


def _threshold(step, bias):
    return min(max(36 * (step + 1) - bias, 1), 26)


def _number(value, bias):
    """A number as digits of varying weight."""
    result = ""
    step = 0
    while True:
        threshold = _threshold(step, bias)
        if value < threshold:
            return result + _LETTERS[value]
        result += _LETTERS[threshold + (value - threshold) % (36 - threshold)]
        value = (value - threshold) // (36 - threshold)
        step += 1


def punycode_encode(text):
    """Text as Punycode."""
    base = "".join([character for character in text if character.isascii()])
    others = sorted({ord(character) for character in text if not character.isascii()})
    digits = ""
    done = len(base)
    bias, delta, last, first = 72, 0, 128, True
    for point in others:
        delta += (point - last) * (done + 1)
        for character in map(ord, text):
            if character < point:
                delta += 1
            elif character == point:
                digits += _number(delta, bias)
                bias = _adapted(delta, first, done + 1)
                first = False
                delta = 0
                done += 1
        delta += 1
        last = point + 1
    base = base.encode("ascii")
    digits = digits.encode("ascii")
    return base + b"-" + digits if base else digits


def punycode_decode(data, errors):
    """Punycode as text."""
    data = bytes(data)
    if errors not in ("strict", "replace", "ignore"):
        raise UnicodeError(f"Unsupported error handling: {errors}")
    base, hyphen, digits = data.rpartition(b"-")
    start = len(base) + 1 if hyphen else 0
    result = list(base.decode("ascii", errors))
    point, at_character, bias, first = 128, -1, 72, True
    at = 0
    digits = digits.upper()
    while at < len(digits):
        delta, weight, step = 0, 1, 0
        while True:
            if at == len(digits):
                if errors != "strict":
                    return "".join(result)
                raise UnicodeDecodeError("punycode", data, start + at, start + at + 1,
                                         "incomplete punycode string")
            letter = chr(digits[at]).lower()
            value = _LETTERS.find(letter)
            at += 1
            if value < 0:
                if errors != "strict":
                    return "".join(result)
                raise UnicodeDecodeError("punycode", data, start + at - 1, start + at,
                                         f"Invalid extended code point '{digits[at - 1]}'")
            threshold = _threshold(step, bias)
            delta += value * weight
            if value < threshold:
                break
            weight *= 36 - threshold
            step += 1
        at_character += delta + 1
        point += at_character // (len(result) + 1)
        if point > 0x10ffff:
            if errors == "strict":
                raise UnicodeDecodeError("punycode", data, start + at - 1, start + at,
                                         f"Invalid character U+{point:x}")
            point = ord("?")
        at_character %= len(result) + 1
        result.insert(at_character, chr(point))
        bias = _adapted(delta, first, len(result))
        first = False
    return "".join(result)


# IDNA (RFC 3490)

_DOTS = ".\u3002\uff0e\uff61"
_ACE = b"xn--"


def _prepared(label):
    """A label in the form in which labels are compared (RFC 3491)."""
    import unicodedata
    dropped = "\u00ad\u034f\u1806\u180b\u180c\u180d\u200b\u200c\u200d\u2060\ufeff"
    label = "".join([c for c in label if c not in dropped and not "\ufe00" <= c <= "\ufe0f"])
    folded = unicodedata.normalize("NFKC", label.casefold()).casefold()
    label = unicodedata.normalize("NFKC", folded)
    for at, character in enumerate(label):
        category = unicodedata.category(character)
        if category in ("Cc", "Co", "Cs") and not character.isascii() or character in "\u00a0\u1680\u2000\u3000":
            raise UnicodeEncodeError("idna", label, at, at + 1,
                                     f"Invalid character {character!r}")
    kinds = [unicodedata.bidirectional(character) for character in label]
    if any(kind in ("R", "AL") for kind in kinds):
        wrong = [at for at, kind in enumerate(kinds) if kind == "L"]
        if wrong:
            raise UnicodeEncodeError("idna", label, wrong[0], wrong[0] + 1,
                                     "Violation of BIDI requirement 2")
        if kinds[0] not in ("R", "AL"):
            raise UnicodeEncodeError("idna", label, 0, 1, "Violation of BIDI requirement 3")
        if kinds[-1] not in ("R", "AL"):
            raise UnicodeEncodeError("idna", label, len(label) - 1, len(label),
                                     "Violation of BIDI requirement 3")
    return label


def _to_ascii(label):
    given = label
    if not label.isascii():
        prepared = _prepared(label)
        if prepared.isascii():
            label = prepared
        else:
            if prepared.lower().startswith("xn--"):
                raise UnicodeEncodeError("idna", label, 0, 4, "Label starts with ACE prefix")
            label = "xn--" + punycode_encode(prepared).decode("ascii")
    data = label.encode("ascii")
    if not data:
        raise UnicodeEncodeError("idna", label, 0, 1, "label empty")
    if len(data) >= 64:
        raise UnicodeEncodeError("idna", given, 0, len(given), "label too long")
    return data


def _to_unicode(data):
    if not data[:4].lower() == _ACE:
        return data.decode("ascii")
    try:
        text = punycode_decode(data[4:], "strict")
    except UnicodeDecodeError as error:
        raise UnicodeDecodeError("idna", data, error.start + 4, error.end + 4,
                                 error.reason) from None
    back = _to_ascii(text)
    if data.lower() != back.lower():
        raise UnicodeDecodeError("idna", data, 0, len(data),
                                 f"IDNA does not round-trip, '{data!r}' != '{back!r}'")
    return text


def _split_labels(text):
    labels = [""]
    for character in text:
        if character in _DOTS:
            labels.append("")
        else:
            labels[-1] += character
    return labels


def idna_encode(input, errors="strict"):
    """A domain name as bytes."""
    if errors != "strict":
        raise UnicodeError(f"Unsupported error handling: {errors}")
    if not input:
        return b"", 0
    if input.isascii() and not any(character in _DOTS[1:] for character in input):
        labels = input.encode("ascii").split(b".")
        at = 0
        for label in labels[:-1]:
            if not label:
                raise UnicodeEncodeError("idna", input, at, at + 1, "label empty")
            if len(label) >= 64:
                raise UnicodeEncodeError("idna", input, at, at + len(label), "label too long")
            at += len(label) + 1
        if len(labels[-1]) >= 64:
            raise UnicodeEncodeError("idna", input, at, len(input), "label too long")
        return b".".join(labels), len(input)
    labels = _split_labels(input)
    trailing = b""
    if not labels[-1]:
        trailing = b"."
        labels.pop()
    result = []
    at = 0
    for label in labels:
        try:
            result.append(_to_ascii(label))
        except UnicodeEncodeError as error:
            raise UnicodeEncodeError("idna", input, at + error.start, at + error.end,
                                     error.reason) from None
        at += len(label) + 1
    return b".".join(result) + trailing, len(input)


def idna_decode(input, errors="strict"):
    """Bytes as a domain name."""
    if errors != "strict":
        raise UnicodeError(f"Unsupported error handling: {errors}")
    data = bytes(input)
    if not data:
        return "", 0
    if _ACE not in data.lower():
        try:
            return data.decode("ascii"), len(data)
        except UnicodeDecodeError:
            pass
    labels = data.split(b".")
    trailing = ""
    if not labels[-1]:
        trailing = "."
        labels.pop()
    result = []
    at = 0
    for label in labels:
        try:
            result.append(_to_unicode(label))
        except UnicodeEncodeError as error:
            raise UnicodeDecodeError("idna", data, at, at + len(label), error.reason) from None
        except UnicodeDecodeError as error:
            raise UnicodeDecodeError("idna", data, at + error.start, at + error.end,
                                     error.reason) from None
        at += len(label) + 1
    return ".".join(result) + trailing, len(data)


# Bytes as other bytes

def _base64_encode(input, errors="strict"):
    import base64
    return base64.encodebytes(input), len(input)


def _base64_decode(input, errors="strict"):
    import base64
    return base64.decodebytes(input), len(input)


def _bytes_of(input):
    """What a bytes-like object holds."""
    from io import BytesIO
    return BytesIO(input).getvalue()


def _quopri_encode(input, errors="strict"):
    import quopri
    return quopri.encodestring(_bytes_of(input), quotetabs=True), len(input)


def _quopri_decode(input, errors="strict"):
    import quopri
    return quopri.decodestring(_bytes_of(input)), len(input)


def _uu_encode(input, errors="strict"):
    import binascii
    data = _bytes_of(input)
    lines = [binascii.b2a_uu(data[at:at + 45]) for at in range(0, len(data), 45)]
    return b"begin 666 <data>\n" + b"".join(lines) + b" \nend\n", len(input)


def _uu_decode(input, errors="strict"):
    import binascii
    lines = _bytes_of(input).splitlines(keepends=True)
    begin = next((at for at, line in enumerate(lines) if line[:5] == b"begin"), None)
    if begin is None:
        raise ValueError('Missing "begin" line in input data')
    result = []
    for line in lines[begin + 1:]:
        if line == b"end\n":
            return b"".join(result), len(input)
        result.append(binascii.a2b_uu(line))
    raise ValueError("Truncated input data")


def _undefined(input, errors="strict"):
    raise UnicodeError("undefined encoding")


# Finding them

# By name: the functions, and whether one side is text.
_CODECS = {
    "punycode": (lambda input, errors="strict": (punycode_encode(input), len(input)),
                 lambda input, errors="strict": (punycode_decode(input, errors), len(input)), True),
    "idna": (idna_encode, idna_decode, True),
    "utf-7": (utf_7_encode, lambda input, errors="strict": utf_7_decode(input, errors, True), True),
    "undefined": (_undefined, _undefined, True),
    "base64": (_base64_encode, _base64_decode, False),
    "quopri": (_quopri_encode, _quopri_decode, False),
    "uu": (_uu_encode, _uu_decode, False),
}
_ALIASES = {"u7": "utf-7", "utf7": "utf-7", "utf_7": "utf-7", "unicode_1_1_utf_7": "utf-7",
            "base_64": "base64", "base64_codec": "base64", "quopri_codec": "quopri",
            "quoted_printable": "quopri", "quotedprintable": "quopri", "uu_codec": "uu"}


def find(name):
    """The codecs.CodecInfo of an encoding, or None."""
    found = _CODECS.get(_ALIASES.get(name, name))
    if found is not None:
        encode, decode, is_text = found
        return _info(_ALIASES.get(name, name), encode, decode, is_text)
    import _code_pages
    page = _code_pages.find(name)
    if page is None:
        return None
    name, table = page
    mapping = charmap_build(table)

    def encode(input, errors="strict"):
        return charmap_encode(input, errors, mapping)

    def decode(input, errors="strict"):
        return charmap_decode(input, errors, table)

    return _info(name, encode, decode, True)


def _info(name, encode, decode, is_text):
    import codecs

    class Codec(codecs.Codec):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

        def decode(self, input, errors="strict"):
            return decode(input, errors)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    if name == "utf-7":
        class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
            def _buffer_decode(self, input, errors, final):
                return utf_7_decode(input, errors, final)
    else:
        class IncrementalDecoder(codecs.IncrementalDecoder):
            def decode(self, input, final=False):
                return decode(input, self.errors)[0]

    class StreamWriter(Codec, codecs.StreamWriter):
        pass

    class StreamReader(Codec, codecs.StreamReader):
        pass

    return codecs.CodecInfo(encode, decode, StreamReader, StreamWriter, IncrementalEncoder,
                            IncrementalDecoder, name, _is_text_encoding=is_text)
