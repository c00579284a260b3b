"""The notes of what codecs refuse, and the decoding of nothing."""
def t(f):
    try:
        print(f())
    except BaseException as error:
        print(type(error).__name__, error)



for data in b"\x81", b"\xff", b"\\u26", b"\xd8\x00":
    for name in "cp1252", "windows-1252", "utf-8", "utf8", "ascii", "us-ascii", "unicode_escape", "utf-16-le", "utf-16", "utf-32", "utf-7", "koi8-r":
        try:
            data.decode(name)
        except UnicodeDecodeError as error:
            print(name, error, getattr(error, "__notes__", None))
for text in "\x81", "\u4e00", "\ud800":
    for name in "cp1252", "Latin-1", "ISO-8859-1", "ascii", "utf-8", "utf-16-le", "koi8-r":
        try:
            text.encode(name)
        except UnicodeEncodeError as error:
            print(name, error, getattr(error, "__notes__", None))
t(lambda: (b"".decode("x"), str(b"", "x"), bytearray().decode("x"), str(memoryview(b""), "hex")))
