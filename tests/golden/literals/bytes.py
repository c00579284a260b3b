"""Bytes literals, their escapes and repr, and conversions."""
for data in [b"abc", b'\x00\xff\x7f', b"\n\r\t\\'", b'"', b"'\"", rb"\n", Rb"\x41", bR'\'', Br"x", b"\101\0\12", b"" b"a" b'b', b"""tri
ple""", b"\
joined", b"\a\b\f\v"]:
    print(len(data), data, list(data)[:4])
print(b"ab"[0], b"ab"[0:1], b"ab"[-1], [*b"hi"], 97 in b"abc", b"bc" in b"abc")
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes(), bytearray(b"xy"))
print("é".encode(), "é".encode("latin-1"), b"\xc3\xa9".decode(), b"\xe9".decode("latin-1"))
print(b"\xff".decode("utf-8", "replace") == "\ufffd", b"a\xffb".decode("ascii", "ignore"), b"\xff".decode("utf-8", "backslashreplace"))
for source in ["bytes([256])", "bytes([-1])", "bytes('x')", "bytes(-1)", "bytes(1.5)", "bytes(['a'])", "b'a' + 'a'", "b'%d' % 'x'",
               "b'\\xff'.decode()", "b'abc\\xe9'.decode('ascii')", "'é'.encode('ascii')", "'a\\ud800'.encode()", "bytes(3, 'utf-8')",
               "'x'.encode('nope')", "97 in 'abc'", "'a' in b'abc'", "300 in b'abc'", "b'a' < 'a'", "b'abc'[9]",
               "bytes.fromhex('0g')", "bytes.fromhex('abc')"]:
    try:
        print(source, "=", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
print(b"a" == "a", b"a" == bytearray(b"a"), hash(b"a") == hash(b"a"), b"%s-%d-%r" % (b"x", 3, "y"))
print(bytes.fromhex("41 42 ff"), b"\x01\xab".hex(), b"\x01\xab\xcd".hex("-"), b"\x01\xab\xcd\xef".hex(":", 2))
