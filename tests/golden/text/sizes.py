"""Texts, bytes and numbers about the sizes at which they are stored or built otherwise."""

import struct

SIZES = (0, 1, 2, 7, 8, 14, 15, 16, 17, 30, 31, 62, 63, 64, 65, 66, 130)


def alphabet(n, letters="abcdefghij"):
    return (letters * (n // len(letters) + 1))[:n]


for n in SIZES:
    for text in (alphabet(n), alphabet(n, "aé日😀")):
        print(n, repr(text), len(text), text.center(n + 3, "*"), text.rjust(n + 1, "é"), (text + "1").zfill(n + 5))
        print("  ", text.replace("a", "--"), text.replace("b", ""), text.replace("a", "b", 2), text.capitalize(), text.expandtabs())
        print("  ", "".join([text, "x", text]), "-".join((text,) * 3), ", ".join(text), text + text[:3], text * 2)
        print("  ", text.encode(), text.encode().decode() == text, text.encode().hex(" ", 4), text.encode().center(n + 2, b"."))
        print("  ", f"{text:>{n + 2}}|{text:.3}|{text!r:^{n + 6}}", "%s %5s %-*s|" % (text, text[:3], n + 1, text), "{0}{0!r:*<{1}}".format(text, n))
    data = bytes(range(n))
    print("  ", data, data == bytes(list(data)) == bytes(range(n)), data.replace(b"\x01", b"two"), data[1:-1], bytearray(data), hash(data) == hash(bytes(data)))

for text in ("it's", 'say "so"', "it's \"so\"", "back\\slash", "tab\t", "\x7f", "\x80", "é'"):
    print(repr(text), ascii(text), repr(text.encode()), repr(bytearray(text.encode())))

for power in (1, 5, 10, 17, 18, 19, 20, 37, 38, 39, 57, 63, 64, 127, 128, 300, 308, 309, 320, 640):
    for number in (10**power, 10**power - 1, -(10**power) - 1, 2**power, -(2**power)):
        text = str(number)
        print(text if power < 40 else (text[:9], text[-9:], len(text)), int(text) == number, int("  " + text + " ") == number, f"{number:,}"[-20:], f"{number:x}"[-20:])

for number in (0, 1, 7, 9, 10, 99, 100, 101, 999, 1000, 12345, 2**63 - 1, -(2**63), -1, -10, -100):
    print(number, hex(number), oct(number), bin(number), f"{number:08d} {number:+} {number:_} {number:#x} {number:b}", "%d %i %5d %-5d| %05d %x %o %X" % ((number,) * 8))

for layout in ("<b", ">h", "<i", ">q", "<Q", "=H", "!I", "<f", ">d", "<4s", "<3p", "<?", "<c", "@bhq"):
    value = {"f": 1.5, "d": -2.25, "s": b"ab", "p": b"ab", "?": True, "c": b"z"}.get(layout[-1], 77)
    values = (value,) if layout != "@bhq" else (1, -2, 3)
    packed = struct.pack(layout, *values)
    print(layout, packed, struct.unpack(layout, packed), struct.unpack(layout, packed[::-1]) if len(values) == 1 and layout[-1] in "bhiqQHI" else "")
