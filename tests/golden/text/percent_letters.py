# % formats of letters alone, with what fits them and what does not; and joined, split and appended texts.
class Reflected(str):
    def __rmod__(self, other):
        return "reflected"


class ReflectedBytes(bytes):
    def __rmod__(self, other):
        return "reflected"


class Other:
    def __repr__(self):
        return "Other()"

    def __radd__(self, other):
        return ("radd", other)

    def __rmul__(self, other):
        return ("rmul", other)

    def __rmod__(self, other):
        return ("rmod", other)


cases = [("%d-%s", (1, "b")), ("%s", "x"), ("%s%%", 5), ("%d", 3), ("%s", None), ("%s", [1]), ("%s", 1.5), ("%d", "x"), ("a", 1), ("%d", (1, 2)), ("%d %d", (1,)), ("%", 1), ("%q", 1), ("%s", ()), ("%(a)s", {"a": 1}), ("x", {"a": 1}), ("%d", True), ("%s", b"x"), ("é%s", "ü"), ("%s", Reflected("x")), ("%s", Other()), ("%%", ()), ("%s", (("t",),)), ("%s %s", "ab")]
cases += [(b"%d", 5), (b"%s", b"x"), (b"%b", b"y"), (b"%s", "x"), (b"a", 1), (b"%d", (1, 2)), (b"\xff%d", 7), (b"%a", b"x"), (b"%c", 65), (b"%%", ()), (b"%s", bytearray(b"q")), (b"%x", 255), (b"%s", ReflectedBytes(b"x")), (b"%d", 2**70)]
for form, value in cases:
    try:
        print(form, form % value)
    except Exception as error:
        print(form, type(error).__name__, error)

for left in ("ab", [1], (1,), b"x"):
    for right in (Other(), Reflected("q"), 3, True, 0, -1, None, "z", [9], 1.5):
        for name, operation in (("+", lambda a, b: a + b), ("*", lambda a, b: a * b)):
            try:
                print(left, name, type(right).__name__, operation(left, right))
            except TypeError as error:
                print(left, name, type(right).__name__, error)

for text in ("  a b  c ", "", "   ", "a", "a\x1cb\x85c d", "x\u2003y z", "\x1fq"):
    for most in (-1, 0, 1, 2):
        print(text.split(None, most), text.encode().split(None, most), text.rsplit(None, most))


def grown():
    text = "ab" * 20
    for i in range(100):
        text += "é" if i % 3 else "xyz"
    return text[60:80], len(text), text[99], text[-1]


print(grown())
for size in range(20, 36):
    text = "a" * size
    longer = text + "b"
    wide = text + "é" * 2
    part = (text + "q")[3:]
    print(len(longer), longer[-1], wide[size], wide.upper(), part == text[3:] + "q", hash(longer) == hash("a" * size + "b"))
    print(bytes(range(size)).hex(), (b"p" * size).upper(), ",".join([text, longer, wide])[size - 1 : size + 3], longer.split("b"), text.center(size + 3, "-"))
text = "abcé"
for index in (0, 1, 3, -1, -4, 4, -5, 2**70):
    try:
        print(text[index], "xyz"[index])
    except IndexError as error:
        print(error)
