"""What generate.py asks: for each area (name, how often, function, maker of its arguments)."""

import math
import random
import struct
import subprocess
import sys
import unicodedata as data
from fractions import Fraction
from random import choice, choices, randint, randrange

ALPHABET = "aab cbé\tß\u0660\u03a3σ\u4e2d\U0001f600\ud83d\ude00\u2028\n\x1f\xa0AZ_09"


def text(most=12, alphabet=ALPHABET):
    return "".join(choices(alphabet, k=randint(0, most)))


def integer(bits=(8, 62, 63, 64, 65, 128, 300)):
    size = choice(bits)
    value = choice([randrange(1 << size), (1 << randint(0, size)) - randint(0, 1)])
    return choice([value, -value])


def maybe(value):
    return choice([value, value, -1])


def bounds(s):
    start, end = randint(0, len(s) + 1), randint(0, len(s) + 1)
    return start, end


def joined(parts):
    return "|".join(parts)


def limit(n):
    return -1 if n < 0 else n


def pieces(name):
    def function(s, *rest):
        result = getattr(s, name)(*rest)
        return "".join(f"<{part}>" for part in result)
    return function


def with_bounds(n):
    s = text(choice([4, 12, 100]), choice([ALPHABET, "ab", "aé"]))
    needle = choice([text(2), s[(i := randint(0, len(s))):i + randint(0, 3)], text(2, "aé")])
    return (s, needle, *bounds(s))


def separated(n):
    s = text(20, choice([ALPHABET, "a,b,", "é€a", " \t\x1f\u2003ab"]))
    return s, text(2, s or "a") or "a", randint(-1, 4)


STRINGS = [
    ("find", 60, lambda s, t, a, b: s.find(t, a, b), with_bounds),
    ("rfind", 60, lambda s, t, a, b: s.rfind(t, a, b), with_bounds),
    ("count", 60, lambda s, t, a, b: s.count(t, a, b), with_bounds),
    ("startswith", 30, lambda s, t, a, b: s.startswith(t, a, b), with_bounds),
    ("endswith", 30, lambda s, t, a, b: s.endswith(t, a, b), with_bounds),
    ("slice", 40, lambda s, t, a, b: s[a:b], with_bounds),
    ("index", 40, lambda s, i: ord(s[i]) if i < len(s) else "none",
     lambda n: (text(choice([5, 300])), randint(0, 200))),
    ("step", 40, lambda s, a, b: s[a::b] if a < len(s) else "",
     lambda n: (text(choice([5, 150])), randint(0, 40), choice([1, 2, 3, -1, -2, -40, 70]))),
    ("replace", 60, lambda s, t, u, n: s.replace(t, u, n),
     lambda n: (*separated(n)[:2], text(3), randint(-1, 4))),
    ("replace", 20, lambda s, t, u, n: s.replace(t, u, n),
     lambda n: (text(), "", text(3), randint(-1, 4))),
    ("split", 50, pieces("split"), separated),
    ("rsplit", 50, pieces("rsplit"), separated),
    ("split_space", 50, lambda s, n: pieces("split")(s, None, n), lambda n: separated(n)[::2]),
    ("rsplit_space", 50, lambda s, n: pieces("rsplit")(s, None, n), lambda n: separated(n)[::2]),
    ("splitlines", 50, lambda s, k: pieces("splitlines")(s, bool(k)),
     lambda n: (text(20, "ab\n\n\r\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2027\u2028\u2029\u202a"),
                randint(0, 1))),
    ("split_bytes", 30, lambda s, n: pieces("split")(s.encode(), None, n)
     if False else "".join(f"<{p.decode('latin-1')}>" for p in s.encode("latin-1").split(None, n)),
     lambda n: (text(12, "a b\t\x0b\x1c\xa0"), randint(-1, 3))),
    ("rsplit_bytes", 30,
     lambda s, n: "".join(f"<{p.decode('latin-1')}>" for p in s.encode("latin-1").rsplit(None, n)),
     lambda n: (text(12, "a b\t\x0b\x1c\xa0"), randint(-1, 3))),
    ("strip", 30, lambda s, t: s.strip(t), lambda n: (text(12), text(4))),
    ("lstrip", 20, lambda s: s.lstrip(), lambda n: (text(12, "a \x1f\u2003\u200b\xa0"),)),
    ("rstrip", 20, lambda s: s.rstrip(), lambda n: (text(12, "a \x1f\u2003\u200b\xa0"),)),
    ("compare", 40, lambda a, b: (a > b) - (a < b), lambda n: (text(2), text(2))),
    ("ljust", 15, lambda s, n, c: s.ljust(n, c), lambda n: (text(5), randint(0, 9), choice("é* "))),
    ("rjust", 15, lambda s, n, c: s.rjust(n, c), lambda n: (text(5), randint(0, 9), choice("é* "))),
    ("center", 30, lambda s, n, c: s.center(n, c), lambda n: (text(5), randint(0, 9), choice("é* "))),
    ("zfill", 30, lambda s, n: s.zfill(n), lambda n: (text(6, "+-1é"), randint(0, 9))),
    ("expandtabs", 30, lambda s, n: s.expandtabs(n), lambda n: (text(9, "a\té\n\r"), randint(-1, 9))),
    ("repeat", 10, lambda s, n: s * n, lambda n: (text(4), randint(0, 5))),
]

CASES = "aA1 'Σσςßŉ\u0345\u00adǆǅǄİıſKÅΐﬁﬀᾳᾼῼ\u0308ⅷⓐᲐა\U00010400\U00010428ͺʰªꟲ\ud800"

UNICODE = [
    (name, 60, (lambda name: lambda s: getattr(s, name)())(name),
     lambda n: (text(8, choice([CASES, ALPHABET, "aΣ'", "abC1 "])),))
    for name in ["upper", "lower", "title", "capitalize", "casefold", "swapcase"]
] + [
    (name, 25, (lambda name: lambda s: getattr(s, name)())(name),
     lambda n: (text(3, choice([CASES, ALPHABET, "aB1", "1²½٣", " \u2003\x1f", "_aé·"])),))
    for name in ["isalpha", "isalnum", "isdecimal", "isdigit", "isnumeric", "isspace",
                 "isprintable", "isidentifier", "islower", "isupper", "istitle"]
]


def character_data(code):
    c = chr(code)
    parts = [data.category(c), data.bidirectional(c), data.combining(c), data.mirrored(c),
             data.east_asian_width(c), data.decimal(c, None), data.digit(c, None)]
    number = data.numeric(c, None)
    return " ".join([*map(str, parts), "None" if number is None else float_hex(float(number))])


def character_cases(code):
    c = chr(code)
    cases = [c.upper(), c.lower(), c.title(), c.casefold(), c.swapcase(), (c + c).capitalize()]
    sigma = [(c + "\u03a3").lower(), ("a" + c + "\u03a3").lower()]
    tests = [c.isalpha(), c.isprintable(), c.isidentifier(), ("a" + c).isidentifier(),
             c.islower(), c.isupper(), c.istitle(), c.isspace(), c.isalnum()]
    return "|".join(cases + sigma) + "".join(str(int(test)) for test in tests)


def code_point(n):
    return (randrange(choice([0x250, 0x3000, 0x1ffff, 0x110000])),)


UNICODE += [
    ("data", 200, character_data, code_point),
    ("cases", 200, character_cases, code_point),
]


def number_text(n):
    base = choice([0, 2, 8, 10, 10, 10, 16, 36, 3, 1, 37])
    digits = choice(["01", "0123456789", "01_", "0_xXbo", "09afzAFZ_", "٣1_", "1 \t\u2003", "+-1\x00", "1"])
    return text(choice([3, 8, 30, 70]), digits), base


def pair(n):
    return integer(), integer()


def shift(n):
    return integer(), randint(-1, 200)


def near_tie(n):
    """An int half way between two floats, or next to that."""
    mantissa = randrange(1 << 52, 1 << 53) * 2 + 1
    return ((mantissa << randint(1, 1000)) + randint(-1, 1),)


def any_float():
    return choice([
        struct.unpack("d", struct.pack("Q", randrange(1 << 64)))[0],
        random.uniform(-10, 10), float(randint(-10**6, 10**6)), randint(-99999, 99999) / 1000,
        randint(-10**6, 10**6) * 0.5, 10.0 ** randint(-320, 308), 0.0, -0.0, math.inf, math.nan,
        float(1 << randint(0, 1023)), 5e-324, -1.0,
    ])


def float_hex(value):
    return struct.pack(">d", value).hex()


def of_hex(value):
    return struct.unpack(">d", bytes.fromhex(value))[0]


def order(a, b):
    b = of_hex(b)
    return "none" if b != b else (a > b) - (a < b)


INTS = [
    ("int", 250, lambda s, b: int(s, b), number_text),
    ("add", 20, lambda a, b: a + b, pair),
    ("sub", 20, lambda a, b: a - b, pair),
    ("mul", 20, lambda a, b: a * b, pair),
    ("floordiv", 40, lambda a, b: a // b, pair),
    ("mod", 40, lambda a, b: a % b, pair),
    ("truediv", 60, lambda a, b: a / b, lambda n: (integer((8, 60, 200, 1200)), integer((8, 60, 200, 1200)))),
    ("pow", 30, lambda a, b: a ** b, lambda n: (integer((2, 8, 65)), randint(0, 9))),
    ("powmod", 60, lambda a, b, c: pow(a, b, c),
     lambda n: (integer((4, 70)), integer((4, 70)), integer((2, 4, 70)))),
    ("and", 20, lambda a, b: a & b, pair),
    ("or", 20, lambda a, b: a | b, pair),
    ("xor", 20, lambda a, b: a ^ b, pair),
    ("invert", 10, lambda a: ~a, lambda n: (integer(),)),
    ("shl", 30, lambda a, b: a << b, shift),
    ("shr", 30, lambda a, b: a >> b, shift),
    ("bit_length", 20, lambda a: a.bit_length(), lambda n: (integer(),)),
    ("bit_count", 20, lambda a: a.bit_count(), lambda n: (integer(),)),
    ("isqrt", 20, lambda a: math.isqrt(a), lambda n: (integer(),)),
    ("gcd", 20, lambda a, b: math.gcd(a, b), pair),
    ("round", 40, lambda a, b: round(a, b), lambda n: (integer(), randint(-25, 2))),
    ("to_bytes", 40, lambda a, n, o, s: a.to_bytes(n, o, signed=bool(s)),
     lambda n: (integer((4, 8, 16, 64)), randint(0, 10), choice(["little", "big", "x"]), randint(0, 1))),
    ("from_bytes", 40, lambda b, o, s: int.from_bytes(b, o, signed=bool(s)),
     lambda n: (random.randbytes(randint(0, 12)), choice(["little", "big"]), randint(0, 1))),
    ("to_float", 20, lambda a: float(a), lambda n: (integer((60, 65, 1020, 1030)),)),
    ("to_float", 30, lambda a: float(a), near_tie),
    ("from_float", 30, lambda a: int(of_hex(a)), lambda n: (float_hex(any_float()),)),
    ("ratio", 30, lambda a: "/".join(map(str, of_hex(a).as_integer_ratio())),
     lambda n: (float_hex(any_float()),)),
    ("order", 30, order, lambda n: (integer(), float_hex(any_float()))),
    ("order", 40, order, lambda n: ((a := integer((8, 53, 54, 64, 500))),
                                    float_hex(a + choice([0.0, 0.5, -0.5, 1.0])))),
    ("radix", 30, lambda a, b: f"{a:{b}}", lambda n: (integer(), choice("bodx"))),
]

ODD = "a'\"\\\t\n\r\x00\x1f\x7f\x80\xa0\xadé\u0378\u2028\u3000\u4e2d\ud800\ue000\U0001f600\U000e0001"

ESCAPES = [
    ("repr", 100, repr, lambda n: (text(8, ODD),)),
    ("ascii", 30, ascii, lambda n: (text(8, ODD),)),
    ("repr_bytes", 50, lambda b: repr(b), lambda n: (random.randbytes(randint(0, 8)),)),
    ("repr_bytes", 50, lambda b: repr(b), lambda n: (text(8, "a'\"\\\t\n\r").encode(),)),
]

def short_float():
    return choice([any_float(), float(f"{randint(1, 99999)}e{randint(-30, 30)}"), randint(0, 99) / 8])


def float_text(n):
    whole, rest = text(3, "0123456789_"), text(choice([0, 3, 30]), "0123456789_")
    exponent = choice(["", "", f"e{randint(-330, 330)}", f"E+{randint(0, 20)}", "e", "e_1"])
    number = choice([f"{whole}.{rest}{exponent}", whole + exponent, repr(short_float()), "nan",
                     choice(["inf", "Infinity", "iNf", "infinit", "٣.١"]), text(4, "0.1e_")])
    return choice(["", "", "+", "-", " ", "\u2003-", "--"]) + number + choice(["", "", "", " ", "x"])


def complex_text(n):
    a, b = float_text(n), float_text(n)
    middle = choice(["+", "-", "", " ", "+-"])
    end = choice(["j", "j", "J", "", "j ", "jj"])
    s = choice([a + middle + b.strip() + end, a + end, b + middle + end, text(5, "1+-j.( )_")])
    return (choice([s, s, f"({s})", f" ( {s} ) ", f"({s}"]),)


def complex_bits(s):
    z = complex(s)
    return float_hex(z.real) + " " + float_hex(z.imag)


def hex_text(n):
    if n % 3 == 0:
        return (choice(["", "-", " "]) + short_float().hex(),)
    digits = "0123456789abcdefABCDEF"
    number = text(choice([1, 5, 20]), digits) + choice(["", ".", "." + text(20, digits)])
    exponent = choice(["", f"p{randint(-1200, 1100)}", f"p{randint(-9, 9)}", "p", "p+" + "9" * 20])
    return (choice(["", "0x", "0X", "-0x", "x"]) + number + exponent + choice(["", " ", "z"]),)


def plain(value):
    """The sign of a NaN that an operation makes is not Python's business."""
    return value if value == value else math.nan


def both(values):
    return " ".join(float_hex(plain(value)) for value in values)


def power(a, b):
    try:
        result = of_hex(a) ** of_hex(b)
    except OverflowError as error:
        if error.args[0] == "complex exponentiation":
            return "complex"
        raise
    return "complex" if isinstance(result, complex) else plain(result)


def tie(n):
    """A float half way between two numbers of few digits."""
    return (randint(0, 10**5) * 2 + 1) / 2 ** randint(0, 12)


def two_floats(n):
    return float_hex(short_float()), float_hex(short_float())


def style(n):
    value = choice([short_float, lambda: tie(n)])()
    return float_hex(value), choice("eEfFgG"), choice([0, 1, 2, 3, 6, 17, 40]), randint(0, 1)


FLOATS = [
    ("repr", 80, lambda v: repr(of_hex(v)), lambda n: (float_hex(short_float()),)),
    ("style", 250, lambda v, k, p, a: f"%{'#' * a}.{p}{k}" % of_hex(v), style),
    ("dot_zero", 50, lambda v, p: format(of_hex(v), f".{p}"), lambda n: style(n)[::2]),
    ("float", 120, lambda s: float(s), lambda n: (float_text(n),)),
    ("complex", 150, complex_bits, complex_text),
    ("repr_complex", 40, lambda a, b: repr(complex(of_hex(a), of_hex(b))), two_floats),
    ("hex", 40, lambda v: of_hex(v).hex(), lambda n: (float_hex(short_float()),)),
    ("fromhex", 100, float.fromhex, hex_text),
    ("floordiv", 40, lambda a, b: plain(of_hex(a) // of_hex(b)), two_floats),
    ("mod", 40, lambda a, b: plain(of_hex(a) % of_hex(b)), two_floats),
    ("divmod", 20, lambda a, b: both(divmod(of_hex(a), of_hex(b))),
     two_floats),
    ("pow", 40, power, two_floats),
    ("round_to_int", 30, lambda a: round(of_hex(a)), lambda n: (float_hex(short_float()),)),
    ("round", 80, lambda a, n: round(of_hex(a), n),
     lambda n: (float_hex(choice([short_float(), tie(n), tie(n) * 1e3])),
                choice([randint(-5, 5), randint(-330, 330)]))),
    ("round", 30, lambda a, n: round(of_hex(a), n),
     lambda n: (float_hex(float(f"5e{(k := randint(0, 307))}") * choice([1, 1 + 2**-52])), -k - 1)),
    ("hash", 30, lambda a: hash(of_hex(a)),
     lambda n: (float_hex(v if (v := short_float()) == v else 1.0),)),
    ("hash_int", 30, lambda a: hash(a), lambda n: (integer(),)),
    ("hash_complex", 10, lambda a, b: hash(complex(of_hex(a), of_hex(b))),
     lambda n: (float_hex(tie(n)), float_hex(tie(n)))),
    ("hash_ratio", 20, lambda a, b: hash(Fraction(a, b)),
     lambda n: (lambda f: (f.numerator, f.denominator))(Fraction(integer(), 1 + abs(integer())))),
]

def spec():
    parts = [
        choice(["", "", "", "<", ">", "^", "=", "*<", "é^", "0=", "\U0001f600>"]), choice(["", "", "", "+", "-", " "]),
        choice(["", "", "", "", "z"]), choice(["", "", "", "#"]), choice(["", "", "0"]),
        choice(["", "", "5", "12", "30", "٣", "99999999999999999999"][:6 + (random.random() < .1)]),
        choice(["", "", "", ",", "_", ",_", "_,", ",,"]), choice(["", "", "", ".0", ".3", ".25", "."]),
    ]
    kind = choice(["", "", choice("bcdoxXneEfFgG%s"), choice("q!\0é\u20acd "), "dd"][:4 + (n := random.random() < .1)])
    return "".join(parts if random.random() < .7 else [p for p in parts if random.random() < .5]) + kind


def format_complex(a, b, spec):
    return format(complex(of_hex(a), of_hex(b)), spec)


def percent_spec(conversions, digits="0"):
    flags = "".join(choices("-+ #0", k=choice([0, 0, 1, 2])))
    width = choice(["", "", "5", "12", "*"])
    precision = choice(["", "", ".0", ".3", ".", ".*", ".20"])
    return "%" + flags + width + precision + choice(["", "", "", "l", "h"]) + choice(conversions)


def percent_value():
    return choice([integer((4, 10, 70)), short_float(), text(4), choice("aé"), None])


def tagged(value):
    kind = {int: "i", float: "f", str: "s", bytes: "b", type(None): "n"}[type(value)]
    value = float_hex(value) if kind == "f" else value.decode("latin-1") if kind == "b" else value
    return f"{kind}{value}"


def untag(value):
    kind, value = value[0], value[1:]
    return {"i": int, "f": of_hex, "s": str, "b": lambda v: v.encode("latin-1"),
            "n": lambda v: None}[kind](value)


def percent(n):
    format, values = "", []
    for _ in range(randint(0, 3)):
        format += text(2, "ab é")
        conversion = percent_spec("sracdiuxXoeEfFgGdfsqé%")
        format += choice([conversion] * 9 + ["%%"])
        values += [integer((3,)) for c in conversion if c == "*"]
        values.append({"d": integer((9, 70)), "x": integer((9, 70)), "c": choice(["a", 233]),
                       "s": text(5), "r": text(5)}.get(conversion[-1], short_float()))
    if random.random() < .3:
        values = [percent_value() for _ in range(randint(0, 3))]
    if random.random() < .1:
        format = format[:randint(0, len(format))]
    return (format, *map(tagged, values))


def percent_bytes(n):
    format, *values = percent(n)
    values = [tagged(untag(v).encode("latin-1")) if v[0] == "s" and max(v) < "\u0100" else v for v in values]
    return ("".join(c for c in format if c < "\x80"), *values)


def percent_map(n):
    names = ["a", "b(c)", "é", ""]
    format = "".join(choice(["%(" + choice(names + ["zz"]) + ")" + percent_spec("sdfrx")[1:], "x%%", "%(a"])
                     for _ in range(randint(0, 3)))
    return (format, *map(tagged, [integer((8,)), short_float(), text(3), 7]))


def apply_map(format, *values):
    return format % dict(zip(["a", "b(c)", "é", ""], map(untag, values)))


class Probe:
    """Shows what `str.format` does with a value."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, name):
        return Probe(f"{self._name}.{name}")

    def __getitem__(self, key):
        return Probe(f"{self._name}[{key!r}]")

    def __format__(self, spec):
        return f"<{self._name}|{spec}>"

    def __repr__(self):
        return f"r{self._name}"

    def __str__(self):
        return f"s{self._name}"


def field(depth=0):
    name = choice(["", "", "0", "1", "2", "9", "٣", "a", "b", "zz", "0.x", "a[k]", "0[1].y", ".x", "[0]",
                   "a[b", "a[]", "0.", "a[x]y", "a.[", "a[{}:!]", "{"])
    conversion = choice(["", "", "", "!r", "!s", "!a", "!x", "!", "!rr", "!é"][:6 + 4 * (random.random() < .2)])
    spec = choice(["", "", ":", ":>5", ":" + (field(depth + 1) if depth < 3 else "x"), ":[", ":a{{b}}"])
    return "{" + name + conversion + spec + choice(["}"] * 12 + [""])


def fields(n):
    if random.random() < .6:
        parts = [choice(["{}", "{0}", "{a}", "{1!r:>5}", "{:{}}", "{a.b[0]}", "{{", "}}", "é", field()])
                 for _ in range(randint(0, 4))]
    else:
        parts = [field() for _ in range(randint(0, 3))]
    return ("".join(parts) + choice([""] * 9 + ["{", "}"]),)


def apply_fields(format):
    return format.format(Probe("p0"), Probe("p1"), a=Probe("a"), b=Probe("b"))


FORMATS = [
    ("format_int", 250, format, lambda n: (integer((3, 20, 70)), spec())),
    ("format_char", 20, format, lambda n: (choice([97, 233, 0x1f600, -1, 0x110000]), choice(["", "5", "05", "é^6", "<5"]) + "c")),
    ("format_float", 250, lambda v, s: format(of_hex(v), s), lambda n: (float_hex(short_float()), spec())),
    ("format_complex", 150, format_complex, lambda n: (*two_floats(n), spec())),
    ("format_str", 120, format, lambda n: (text(8), spec())),
    ("percent", 250, lambda f, *v: f % tuple(map(untag, v)), percent),
    ("percent_bytes", 150, lambda f, *v: f.encode() % tuple(map(untag, v)), percent_bytes),
    ("percent_map", 60, apply_map, percent_map),
    ("str_format", 300, apply_fields, fields),
]

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
             "utf-32-be", "ascii", "latin-1", "cp1252", "cp1251", "cp437", "cp850", "iso8859-2",
             "iso8859-15", "koi8-r", "mac-roman", "unicode_escape", "raw_unicode_escape"]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace",
            "surrogateescape", "surrogatepass"]


def fault(error):
    return f"{error.encoding}|{error.start}|{error.end}|{error.reason}"


def attempt(function, *arguments):
    """Gives the fault in place of the exception, which is the object layer's."""
    try:
        return function(*arguments)
    except UnicodeError as error:
        return "!" + fault(error) + "|" + str(error)
    except TypeError as error:
        return "!" + str(error)


def undecodable(n):
    made = choice([
        lambda: text(5, "aé\u4e2d\U0001f600").encode(choice(ENCODINGS[:8])),
        lambda: text(4, "aé\u4e2d\U0001f600\ud800\udc80").encode("utf-8", "surrogatepass"),
        lambda: text(4, "a\ud800\udc80\U0001f600").encode("utf-16-le", "surrogatepass"),
        lambda: random.randbytes(randint(0, 6)),
        lambda: text(8, "\\\\\\xuUN{}0147afn'q\nbé").encode("latin-1"),
        lambda: bytes(choices([0, 0xd8, 0xdc, 0x41, 0x10, 0x11, 0xff, 0xfe], k=randint(0, 9))),
        lambda: bytes(choices([0x41, 0xc2, 0xe1, 0xf1, 0x80, 0xbf, 0xed, 0xa0, 0xf4, 0x90, 0xe0, 0xf0], k=randint(0, 7))),
    ])()
    if random.random() < .3:
        made = made[:randint(0, len(made))] + random.randbytes(randint(0, 2))
    return made, choice(ENCODINGS), choice(HANDLERS)


def decode(data, encoding, handler):
    return attempt(data.decode, encoding, handler)


def encode_text(s, encoding, handler):
    return attempt(s.encode, encoding, handler)


def incremental(data, encoding, handler):
    import codecs
    decoder = codecs.getincrementaldecoder(encoding)(handler)
    return attempt(lambda: "|".join([*(decoder.decode(data[i:i + 1]) for i in range(len(data))),
                                     decoder.decode(b"", True)]))


CODECS = [
    ("decode", 500, decode, undecodable),
    ("encode", 300, encode_text,
     lambda n: (text(6, choice([ALPHABET, "aé\u20ac\u0411\u2248", "\ud800\udc80\udcffa\U0001f600"])), choice(ENCODINGS), choice(HANDLERS))),
    ("incremental", 100, incremental,
     lambda n: ((u := undecodable(n))[0], choice(ENCODINGS[:8]), u[2])),
    ("lookup", 40, lambda s: __import__("codecs").lookup(s).name,
     lambda n: (choice(["", " ", "-"]) + choice([str.upper, str.lower, str.title])(choice(ENCODINGS)).replace("-", choice("-_ !")) + choice(["", "_"]),)),
    ("name", 60, lambda c: data.name(chr(c), "none"), code_point),
    ("character", 60, lambda s: data.lookup(s),
     lambda n: (choice([str.lower, str, str.title])(data.name(chr(code_point(n)[0]), "LINE FEED")),)),
    ("normalize", 150, lambda f, s: data.normalize(f, s),
     lambda n: (choice(["NFC", "NFD", "NFKC", "NFKD"]),
                text(4, "aé\u0301\u0327\u212b\ufb01\uac00\u1100\u1161\u11a8\u0344\ud800\u00bd\u1e9b\u0323\U0001d15e")
                + chr(code_point(n)[0]))),
]

class Hasher:
    """A Python under one PYTHONHASHSEED, asked line by line."""

    known = {}

    @classmethod
    def of(cls, seed):
        if seed not in cls.known:
            code = "import sys\nfor line in sys.stdin: print(hash(eval(line)), flush=True)"
            cls.known[seed] = subprocess.Popen(
                [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                text=True, env={"PYTHONHASHSEED": str(seed)})
        return cls.known[seed]


def seeded_hash(seed, value):
    process = Hasher.of(seed)
    print(ascii(value), file=process.stdin, flush=True)
    return process.stdout.readline().strip()


def seed():
    return choice([0, 0, 1, 42, 4294967295])


HASHES = [
    ("hash_text", 80, seeded_hash, lambda n: (seed(), text(choice([2, 9, 30]), choice([ALPHABET, "abc", "aé", "é\u4e2d"])))),
    ("hash_bytes", 40, seeded_hash, lambda n: (seed(), random.randbytes(randint(0, 20)))),
    ("hash_tuple", 30, lambda *v: hash(v), lambda n: [integer() for _ in range(randint(0, 4))]),
    ("hash_frozenset", 30, lambda *v: hash(frozenset(v)), lambda n: [integer() for _ in range(randint(0, 4))]),
]

def bytes_method(name):
    return lambda b: getattr(b, name)()


STRINGS += [
    ("bytes_" + name, 15, bytes_method(name),
     lambda n: (text(6, choice(["aB ", "Ab1é\x1f \t", "ABC", "abc", "A a"])).encode("latin-1"),))
    for name in ["title", "capitalize", "swapcase", "isspace", "islower", "isupper", "istitle", "isalpha"]
] + [
    ("bytes_hex", 30, lambda b, s, n: b.hex(s, n) if s else b.hex(),
     lambda n: (random.randbytes(randint(0, 9)), choice(["", ":", "-"]), randint(-4, 4))),
    ("bytes_fromhex", 40, lambda s: bytes.fromhex(s), lambda n: (text(8, choice(["0aF ", "09afAF \tgé"])),)),
    ("concat", 20, lambda a, b: a + b, lambda n: (text(), text())),
    ("join", 20, lambda s, *p: s.join(p), lambda n: [text(3) for _ in range(randint(1, 4))]),
]


def small_float():
    return choice([0.0, -0.0, 1.0, -1.0, 2.0, 0.5, random.uniform(-4, 4), float(randint(-9, 9)), math.inf, 1e200, 101.0])


def complex_operation(function):
    def operation(*parts):
        a, b, c, d = map(of_hex, parts)
        return both((lambda z: (z.real, z.imag))(function(complex(a, b), complex(c, d))))
    return operation


FLOATS += [
    (name, count, complex_operation(function), lambda n: [float_hex(small_float()) for _ in range(4)])
    for name, count, function in [
        ("complex_mul", 30, lambda a, b: a * b), ("complex_div", 40, lambda a, b: a / b),
        ("complex_pow", 80, lambda a, b: a ** b),
    ]
]

AREAS = {"hashes": HASHES, "codecs": CODECS, "formats": FORMATS, "floats": FLOATS, "escapes": ESCAPES, "strings": STRINGS, "unicode": UNICODE, "ints": INTS}
