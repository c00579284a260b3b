"""bytes, bytearray and memoryview: methods, mutation, slices, conversions."""
b = b"Hello, World"
print(b.lower(), b.upper(), b.title(), b.swapcase(), b.find(b"o"), b.find(111), b.count(b"l"), b.replace(b"l", b"L", 1), b.split(b", "), b.partition(b","), b.startswith((b"x", b"H")), b.endswith(b"d"), b.strip(b"Hd"), b.center(16, b"*"), b.zfill(14), b.hex(), b.isalpha(), b"12".isdigit(), b" ".isspace(), b.index(b"W"))
print(b"a,b,c".split(b",", 1), b"a\nb\r\n".splitlines(), b"-".join([b"a", bytearray(b"b")]), b"a\tb".expandtabs(4), b"abc".translate(bytes.maketrans(b"ab", b"xy"), b"c"), b"abc".translate(None, b"b"), b"x".removeprefix(b"x"), b"ab"[0], b"ab"[:1], b"ab" + b"c", b"ab" * 2, b"ab" < b"b", b"ab" == "ab", 97 in b"ab", b"b" in b"ab", list(b"ab"), bytes([1, 255]), bytes(3), bytes("é", "utf-8"), bytes(range(3)), b"%d|%s|%5.1f" % (5, b"x", 2.55), bytes.fromhex("0a ff"), b"abc"[::-1], max(b"abc"), sorted(b"cab"))
for code in ("b'a' + 'a'", "b'a'[5]", "b'abc'.find('b')", "b'a'.join(['b'])", "bytes([256])", "bytes('a')", "bytes(-1)", "b'\\xff'.decode()", "b'a'.split('')", "b'a'.split(b'')", "b'a'[0] = 1", "bytes.fromhex('xyz')", "b'a'.startswith('a')", "b'a'.replace('a', b'b')", "b'%s' % 'x'", "b'a' < 'a'", "b'a'.center(5, b'xx')", "bytes([1.5])", "bytes(object())", "300 in b'a'", "'a' in b'a'", "b'a'.index(b'z')", "bytes.maketrans(b'a', b'bc')", "b'a'.translate(b'x')", "b''.join([b'a', 5])", "bytes(b'a', 'utf-8')", "b'abc'.hex(5)", "b'a' * 'x'", "b'ab'.count(300)", "b'a'.isidentifier()"):
    try: print(code, "=", eval(code) if " = " not in code else exec(code))
    except Exception as error: print(code, "->", type(error).__name__, error)
m = bytearray(b"abcdef")
m[0] = 65; m[1:3] = b"XYZ"; del m[-1]; m.append(33); m.extend(b"?!"); m += b"+"; m.insert(0, 48); print(m, m.pop(), m.pop(0), m.remove(33), m.reverse(), m, m.copy() == m, m.find(b"d"), m[::2], len(m), m.clear(), m, bytearray(3), bytearray("é", "utf-8"), bytearray([1, 2]), bytearray(b"x") * 3, repr(bytearray(b"a'")), bytearray(b"a") == b"a", m is not m.copy())
m[:] = b"0123456789"; m[::2] = b"abcde"; print(m); m[2:5] = []; print(m); m *= 2; print(m); m[1:2] = bytes([1, 2]); print(m)
for code in ("m[0] = 256", "m[0] = 'a'", "m.append(300)", "m.append('a')", "m[99] = 1", "m.remove(200)", "bytearray().pop()", "m[::2] = b'x'", "m[0:1] = 'str'", "m[0:1] = 5", "hash(m)", "m.extend('a')", "m.extend([300])", "m.insert('a', 1)", "m += 'a'", "{m: 1}", "m.pop(99)", "bytearray('a')", "del m[99]"):
    try: print(code, "=", exec(code))
    except Exception as error: print(code, "->", type(error).__name__, error)
v = memoryview(b"abcdef")
print(v[0], v[1:3].tobytes(), bytes(v[::-1]), v.tolist()[:2], len(v), v.readonly, v.format, v.itemsize, v.nbytes, v.shape, v == b"abcdef", v[2:4] == b"cd", v.hex(), 97 in v, list(v)[:2])
w = bytearray(b"abc"); mv = memoryview(w); mv[0] = 90; mv[1:] = b"YX"; print(w, mv.readonly)
for act in (lambda: w.append(1), lambda: v.__setitem__(0, 1), lambda: v[9], lambda: mv.__setitem__(0, 300), lambda: mv.__setitem__(slice(0, 2), b"abc"), lambda: hash(mv)):
    try: act()
    except Exception as error: print(type(error).__name__, error)
mv.release(); w.append(1); print(w, hash(v) == hash(b"abcdef"))
try: mv[0]
except ValueError as error: print(error)
with memoryview(b"xy") as c: print(c.tobytes())
print(memoryview(bytes(8)).cast("I").tolist(), memoryview(b"\x01\x02").cast("B").tolist(), (258).to_bytes(2, "big"), int.from_bytes(b"\x01\x02"), int.from_bytes(b"\xff", signed=True), (-1).to_bytes(2, signed=True))
class B(bytes):
    def __bytes__(self): return b"custom"
print(bytes(B(b"x")), B(b"ab")[0], type(B(b"a") + b"").__name__, type(B(b"ab")[:1]).__name__, B(b"a") == b"a", {b"a": 1}[B(b"a")])
for enc in ("utf-8", "utf-16", "utf-16-be", "utf-32-le", "latin-1", "ascii", "cp1252", "utf-7", "unicode_escape", "idna", "punycode"):
    for text in ("abc", "é€", "😀"):
        try: print(enc, repr(text), text.encode(enc), text.encode(enc).decode(enc) == text)
        except UnicodeError as error: print(enc, repr(text), type(error).__name__, error)
