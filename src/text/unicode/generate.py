"""Writes ucd.txt, the character data of Unicode 15.1 that the parent folder's code reads.

Run with CPython 3.13, whose `unicodedata` has just that version: python3.13 generate.py > ucd.txt
The decompositions, which only `unicodedata` asks for, are a file of their own, one a line:
python3.13 generate.py decompositions > decomposition.txt

Sections, each opened by a line that starts with '#':
  records  one a line: category, bidirectional class, combining class, mirrored, East Asian width, flags
           (l lowercase, u uppercase, i case-ignorable, s identifier start, c identifier continue)
  runs     all code points from 0 on, as LENGTHxRECORD in hexadecimal; the length 1 is left out
  numeric  FIRST COUNT KIND VALUE: values going up by one; kinds are decimal (d), digit (g), numeric (n)
  case     KIND FIRST COUNT STRIDE DELTA: mappings upper (u), lower (l), title (t), fold (f)
  special  KIND CODE_POINT MAPPING...: mappings to more than one code point
Titlecase is listed where it differs from uppercase, folding where it differs from lowercase.
"""

import sys
import unicodedata as data
from fractions import Fraction

LIMIT = 0x110000


def record(c):
    lower_sigma = lambda text: (text + "\u03a3").lower().endswith("\u03c2")
    ignorable = lower_sigma("A" + c) and not lower_sigma(c)
    flags = [
        ("l", c.islower()), ("u", c.isupper()), ("i", ignorable),
        ("s", c.isidentifier()), ("c", ("a" + c).isidentifier()),
    ]
    return " ".join([
        data.category(c), data.bidirectional(c) or "-", str(data.combining(c)),
        str(data.mirrored(c)), data.east_asian_width(c),
        "".join(name for name, is_set in flags if is_set) or "-",
    ])


def wrap(words):
    line = ""
    for word in words:
        if len(line) + len(word) > 98:
            print(line)
            line = ""
        line += " " * bool(line) + word
    print(line)


def runs():
    numbers, lengths = {}, []
    for i in range(LIMIT):
        number = numbers.setdefault(record(chr(i)), len(numbers))
        if lengths and lengths[-1][1] == number:
            lengths[-1][0] += 1
        else:
            lengths.append([1, number])
    print("# records")
    print("\n".join(numbers))
    print("# runs")
    wrap(f"{n:x}x{r:x}" if n > 1 else f"x{r:x}" for n, r in lengths)


def numeric():
    print("# numeric")
    found = []
    for i in range(LIMIT):
        c = chr(i)
        if (value := data.numeric(c, None)) is None:
            continue
        value = Fraction(value).limit_denominator(1000)
        kind = "d" if c.isdecimal() else "g" if c.isdigit() else "n"
        if found:
            first, count, last_kind, start = found[-1]
            if kind == last_kind and i == first + count and value == start + count:
                found[-1][1] += 1
                continue
        found.append([i, 1, kind, value])
    for first, count, kind, value in found:
        print(f"{first:x} {count} {kind} {value}")


def case():
    special, ranges = [], []
    mappings = [
        ("u", str.upper, lambda c: c), ("l", str.lower, lambda c: c),
        ("t", str.title, str.upper), ("f", str.casefold, str.lower),
    ]
    for kind, mapping, default in mappings:
        last = None
        for i in range(LIMIT):
            c = chr(i)
            mapped = mapping(c)
            if mapped == default(c):
                continue
            if len(mapped) > 1:
                special.append(f"{kind} {i:x} " + " ".join(f"{ord(m):x}" for m in mapped))
                continue
            delta = ord(mapped) - i
            if last and last[4] == delta and i - last[1] <= 2:
                first, end, count, stride, _ = last
                if count == 1 or stride == i - end:
                    last[:] = [first, i, count + 1, i - end, delta]
                    continue
            last = [i, i, 1, 1, delta]
            ranges.append((kind, last))
    print("# case")
    for kind, (first, _, count, stride, delta) in ranges:
        print(f"{kind} {first:x} {count} {stride} {delta}")
    print("# special")
    print("\n".join(special))


def decompositions():
    for i in range(LIMIT):
        if mapping := data.decomposition(chr(i)):
            print(f"{i:x} {mapping}")


assert data.unidata_version == "15.1.0", sys.version
if sys.argv[1:] == ["decompositions"]:
    decompositions()
else:
    runs()
    numeric()
    case()
