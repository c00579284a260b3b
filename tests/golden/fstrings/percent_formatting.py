"""The % operator on text."""
cases = [
    ("%s %r %a", ("é", "é", "é")), ("%d %i %u", (1, 2.9, True)), ("%5d|%-5d|%05d|%+d|% d", (42,) * 5), ("%x %X %o %#x %#o", (255,) * 5),
    ("%e %E %f %F %g %G", (1234.5,) * 6), ("%.2f %10.3f %-10.1f| %+.1e %g", (3.14159, 2.5, 1.25, 12345.678, 1e20)), ("%c%c%c", (65, "b", "é")), ("%%", ()),
    ("%5s|%-5s|%.2s|%5.1s", ("ab", "ab", "abc", "xyz")), ("%*d|%-*d|%.*f", (5, 42, 5, 42, 2, 3.14159)), ("%(a)s %(b)d %(a)r", {"a": "x", "b": 2}),
    ("%s", [1, 2]), ("%s", {"a": 1}), ("%s", ((1, 2),)), ("%s", None), ("plain", ()), ("plain", {}), ("%(x)s", {"x": (1, 2)}), ("%5%|", ()),
    ("%s", ()), ("%s %s", (1,)), ("%s", (1, 2)), ("%d", "x"), ("%d", None), ("%x", 1.5), ("%c", "ab"), ("%c", -1), ("%c", 1.5), ("%z", 1), ("%", ()), ("%(a", {}), ("%(a)s", (1,)),
    ("%(a)s", {}), ("plain", (1,)), ("plain", [1]), ("%.s", "abc"), ("%*d", ("a", 1)), ("%d %(a)s", {"a": 1}), ("%f", "x"), ("%s%", "x"), ("%l", 1), ("%ld", 5), ("%(a)*d", {"a": 1}),
    ("%#.3g|%#x|%#X", (1.0, 0, 10)), ("% 05d|%+05d|%-05d|", (3, 3, 3)), ("%08.3f|%-8.3f|%+8.3f", (3.14159,) * 3), ("%d", 10**20), ("%.0f %.0f", (0.5, 1.5)), ("%i", -0.9), ("%r", "it's"),
]
for text, args in cases:
    try:
        print(repr(text), "=", repr(text % args))
    except Exception as error:
        print(repr(text), "->", type(error).__name__ + ":", error)
class M:
    def __getitem__(self, key): return key * 2
    def __mod__(self, other): return "mod"
    def __rmod__(self, other): return f"rmod({other!r})"
print("%(ab)s" % M(), M() % 1)
class Sub(str):
    def __rmod__(self, other): return "sub rmod"
print("%s" % Sub("x"), Sub("%s") % "y", type(Sub("%s") % "y"))
print(b"%s %d %x %c %a %b" % (b"x", 1, 255, 65, "é", bytearray(b"z")), bytearray(b"%d") % 3)
for text, args in [(b"%s", "x"), (b"%b", 5), (b"%d", b"1"), (b"%c", 256), (b"%q", 1), (b"%s", (b"a", b"b"))]:
    try:
        print(text % args)
    except Exception as error:
        print(text, type(error).__name__ + ":", error)
