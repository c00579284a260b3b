"""A decoding error handler may put other bytes in the exception; decoding goes on in those."""
import codecs


def shorter(exc):
    return "\ufffd", exc.start + 1


def replace_once(exc):
    exc.object = b"\x00" * 8
    return "\ufffd", exc.start


def not_bytes(exc):
    exc.object = "text"
    return "?", exc.end


def from_end(exc):
    exc.object = b"abcdef"
    return "?", -2


def too_far(exc):
    exc.object = b""
    return "?", exc.end


for function in shorter, replace_once, not_bytes, from_end, too_far:
    codecs.register_error(function.__name__, function)
for data, encoding, errors in [
    (b"\xd8\xd8\xd8\xd8\xd8\x00\x00\x00", "utf-16-le", "shorter"),
    (b"\x11\x11\x11\x00\x00\x11\x11\x00\x00\x00\x00", "utf-32-be", "shorter"),
    (b"\x00", "utf-16", "replace_once"),
    (b"\x00", "utf-32", "replace_once"),
    (b"ab\xff", "ascii", "not_bytes"),
    (b"ab\xff", "ascii", "from_end"),
    (b"ab\xff", "utf-8", "from_end"),
    (b"ab\xff", "utf-8", "too_far"),
]:
    try:
        print(data, encoding, errors, ascii(data.decode(encoding, errors)))
    except Exception as error:
        print(data, encoding, errors, type(error).__name__, error)

# The object of a UnicodeDecodeError becomes bytes.
for data in bytearray(b"a\xffb"), memoryview(b"a\xffb"), "text":
    try:
        error = UnicodeDecodeError("ascii", data, 1, 2, "ouch")
        print(error.object, error, codecs.ignore_errors(error))
    except TypeError as wrong:
        print(wrong)

# Handlers are called once a fault, whatever the length.
seen = 0


def count(exc):
    global seen
    seen += 1
    return "", exc.end


codecs.register_error("count", count)
print((b"\xff" * 50_000).decode("ascii", "count") == "", seen)
