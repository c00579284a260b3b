# Looking ahead and behind.
import re

for pattern in [r"foo(?=bar)", r"foo(?!bar)", r"(?<=a)b", r"(?<!a)b", r"(?<=(a))b", r"(?=(\w+))\w", r"(?!(a))b",
                r"(?<=\bx)y", r"(?<=^a)b", r"(?<=ab|cd)e", r"(?<!ab|cd)e", r"(?=a(?=b))\w\w", r"(?<=a{2})b",
                r"\w+(?<=b)", r"(?=.*\d)(?=.*[a-z])\w{4,}", r"(?<=(?<=a)b)c", r"(?<!\d)\d{2}(?!\d)", r"(?<=é)x",
                r"(?:(?=a)|b)+", r"a(?!)|b", r"(?<=)a", r"(?<!)a", r"(a)(?<=\1)b", r"$(?<=b)", r"(?=a)*b"]:
    for text in ["foobar", "foobaz", "ab", "bb", "cde", "abe", "xe", "aab", "a1b2", "abc", "12 345", "éx", "xy", ""]:
        found = re.search(pattern, text)
        if found:
            print(pattern, repr(text), found.span(), found.groups())
for pattern in [r"(?<=a+)b", r"(?<=a|bc)d", r"(?<!a?)b", r"(?<=(?:ab){2,3})c", r"(?<=(a)\1)", r"(?<=(a)(?(1)b))",
                r"(?<=(?P<x>a)(?P=x))", r"(a)(?<=\1\1)", r"(a+)(?<=\1)", r"(?<=\1)(a)", r"(a(?<=\1))"]:
    try:
        print(pattern, re.compile(pattern))
    except re.error as error:
        print(pattern, "->", error, error.pos)
