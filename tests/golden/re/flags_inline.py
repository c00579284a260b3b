# Flags in patterns: for all of it, and for a part.
import re

for pattern, text in [(r"(?i)ab", "AB"), (r"(?i:a)b", "Ab AB"), (r"a(?i:b)c", "aBc ABC"), (r"(?i)a(?-i:b)c", "AbC ABC"),
                      (r"(?m)^a$", "b\na\nb"), (r"(?s).", "\n"), (r".(?s:.)", "\n\n a\n"), (r"(?s)a(?-s:.)", "a\nab"),
                      (r"(?x) a b # c", "ab"), (r"(?x: a b )c", "abc"), (r"(?x) a (?-x: b)", "a b"), (r"(?x)a\ b", "a b"),
                      (r"(?x)[ #]", "#"), (r"(?a)\w+", "aé"), (r"\w(?a:\w*)", "éaé"), (r"(?a)(?u:\w+)", "aé"), (r"(?ai:K)", "K\u212a"),
                      (r"(?i:K)", "\u212a"), (r"(?ims)^A.B$", "x\na\nb\n"), (r"(?i-s:a.)", "Ab"), (r"(?x)(?i) a", "A"),
                      (r"(?#c)(?i)a", "A"), (r"(?-i:a)(?i:b)", "aB"), (r"(?m)$", "a\nb\n"), (r"$", "a\n"), (r"\Z", "a\n")]:
    print(repr(pattern), repr(text), re.findall(pattern, text), re.compile(pattern).flags)
for pattern in ["a(?i)b", "(?i", "(?i-", "(?i-:a", "(?z)", "(?iz)", "(?i!a)", "(?-)", "(?-a:b)", "(?a-u:b)", "(?L)a", "(?au)a", "(?i-i:a)", "(?-iz:a)",
                "(?i:a", " (?i)a", "(?-i)a", "(?u-i)", "(?^)", "(?i|a)", "a|(?i)b", "((?i)b)"]:
    try:
        print(repr(pattern), re.compile(pattern))
    except re.error as error:
        print(repr(pattern), "->", error)
for pattern, flags in [("a", re.L), ("a", re.A | re.U), (b"a", re.U), (b"a", re.A | re.L), (b"(?u)a", 0), (b"(?L)a", re.A), ("(?a)b", re.U),
                       (re.compile("a"), re.I), (5, 0), (None, 0), ([], 0), (bytearray(b"a"), 0), ("a", "i"), ("a", None), ("a", 1.5)]:
    try:
        print(re.compile(pattern, flags))
    except (ValueError, TypeError, re.error) as error:
        print(type(error).__name__, error)
