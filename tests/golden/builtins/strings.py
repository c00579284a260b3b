"""str: every method with its corners and errors."""
s = "Hello, World"
print(s.lower(), s.upper(), s.swapcase(), s.title(), s.capitalize(), s.casefold(), s.center(20, "*"), s.ljust(15) + "|", s.rjust(15, "."), s.zfill(15), "-5".zfill(4), "+x".zfill(5), "".zfill(2))
print(s.find("o"), s.rfind("o"), s.find("zz"), s.index("World"), s.count("l"), s.count(""), s.find("o", 5), s.find("o", 5, 7), s.find("", 3), s.find("", 99), s.startswith("He"), s.startswith(("x", "H")), s.endswith("ld", 3), s.startswith("", 50), s.endswith(""))
print("a,b,,c".split(","), " a  b ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), "abc".split("x"), " a b c ".split(None, 1), " a b c ".rsplit(None, 1), "a\nb\r\nc\x0bd\x1ee\u2028f\n".splitlines(), "a\nb\r\n".splitlines(True), "".splitlines(), "aXXbXXc".split("XX"))
print("a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("x"), "abc".rpartition("x"), "-".join("abc"), "-".join([]), "-".join(["a"]), ", ".join(map(str, [1, 2])), "x".join("日本"))
print("  a b ".strip(), "xxaxx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "\t\na\u3000".strip(), "www.x.com".strip("w.mco"), "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x".removeprefix("zz"), "aaa".removesuffix(""))
print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("x", "y"), "aaaa".replace("aa", "b"), "".replace("", "x"), "abc".replace("", "-", 2), "a".replace("a", ""), "abc".replace("b", "b", count=1))
print("a\tb\tc".expandtabs(4), "\t".expandtabs(0) == "", "01\t012\n\tx".expandtabs(), "abc".translate({97: "A", 98: None, 99: 100}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1, 98: "z"}), "é".encode(), "%s %d" % ("a", 1), "{}".format(1), "abc"[::-1], "abc" * 2, "b" in "abc")
tests = ["isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii"]
for x in ("abc", "ABC", "Abc Def", "123", "²", "½", "٣", "a1", " \t", "", "class", "_x1", "é", "日本", "a\n", "ǅ", "ß", "Ⅷ"): print(repr(x), *(t[2:] for t in tests if getattr(x, t)()))
print("ß".upper(), "ŉ".upper(), "İ".lower().encode("unicode_escape"), "ΑΣ".lower(), "ﬁ".title(), "ǆ".title(), "ß".casefold(), "they're bill's".title(), "ijs".capitalize(), "İ".casefold() == "i̇", "Ω".lower(), "ά".upper(), "straße".upper(), "dž".swapcase())
for code in ("''.join([1])", "''.join(5)", "'a'.split('')", "'a'.index('b')", "'a'.rindex('b')", "'a'.find(1)", "'a'.replace(1, 'b')", "'a'.startswith(1)", "'a'.startswith(['a'])", "'a'.center('x')", "'a'.center(3, 'xy')", "'a'.ljust(3, '')", "'a'.encode('nope')", "'é'.encode('ascii')", "'a'.translate(5)", "'a'.translate({97: []})", "'a'.translate({97: 2**30})", "str.maketrans('a', 'bc')", "str.maketrans(5)", "str.maketrans({'ab': 1})", "'a'.zfill('x')", "'a' + b'a'", "'a'[0] = 'b'", "'a'.count()", "'a'.partition('')", "'a'.expandtabs('x')", "'{'.format()", "'a'.strip(5)", "'a'.format_map()", "'a' < 5", "5 in 'a'", "'a'.upper(1)", "str(b'a', 'ascii', 5)", "str(5, 'ascii')", "'abc'['a':]", "'a'.isidentifier(1)", "'a' * -1", "'a' * 2.0", "'a'.removeprefix(5)", "'a'.splitlines(keepends=1)", "'a'.split(sep=None, maxsplit=0)", "'a b'.split(maxsplit=1)", "'a'.encode(errors='x')", "'\\ud800'.encode('utf-8', 'bad')"):
    try: print(code, "=", repr(eval(code)) if " = " not in code else exec(code))
    except Exception as error: print(code, "->", type(error).__name__, error)
t = "日本語テキスト" * 3
print(t[5], t[-1], t[3:9:2], t.find("キ"), t.rfind("日"), t.count("本"), t.index("テ", 4), len(t), t[::-1][:3], t.split("本")[1], t.replace("語", "GO")[:6], t.startswith("本", 1), t.partition("テ")[0], hash(t) == hash("日本語テキスト" * 3))
print("a" < "b", "a" < "B", "Z" < "a", "" < "a", "ab" < "b", "é" > "z", "a" == "a", "a" != "A", "10" < "9", "\U0001F600" > "\uffff", max("abc", "abd"), sorted(["b", "A", "a", "é", "日"]))
print(str(None), str(True), str(1.0), str([1, "a"]), str({"a": (1,)}), str(b"x"), str(...), str(int), str(ValueError("e")), repr("a'b"), repr('a"b'), repr("\\\x00\x7f\u200b\ud7ff"), repr("\U0010ffff"), str(object)[:8])
s = ""
for i in range(1000): s += str(i % 10)
print(len(s), s[-5:], s.count("12"), "".join(sorted(set(s))), s.find("90"), s[10:20])
class S(str):
    def __str__(self): return "custom"
    def __add__(self, o): return "added"
    def __len__(self): return 99
x = S("ab"); print(str(x), x + "c", "z" + x, len(x), x.upper(), f"{x}", "%s" % x, x == "ab", x[0], [x], "".join([x]), x in "xaby", {x: 1}["ab"], x.__class__.__name__, type(x.strip()).__name__)
