# What is wrong with patterns, in CPython's words and places.
import re

patterns = ["(", ")", "a)", "(a", "((a)", "[", "[a", "[]", "[^", "[^]", "[z-a]", r"[\d-x]", r"[a-\w]", "*", "+a", "?", "{2}", "a{2,1}", "a|*", "(*a)", "^*", "a**",
            "a{99999999999}", "a{1,4294967295}", "\\", "a\\", r"\q", r"\xg", r"\x1", r"\u12", r"\U0011", r"\U00110000", r"\N", r"\N{", r"\N{}", r"\N{NO SUCH}", r"\N{DIGIT ONE",
            r"\1", r"(a)\2", r"(\1)", r"\400", r"[\400]", r"[\q]", r"[\8]", "(?", "(?P", "(?P<", "(?P<>a)", "(?P<a", "(?P<1>a)", "(?P<a b>c)", "(?P<a>b)(?P<a>c)", "(?P=", "(?P=x)", "(?P=)",
            "(?P=1)", "(?Px)", "(?P<a>(?P=a))", "(?<", "(?<a", "(?<a>b)", "(?#", "(?=a", "(?!a", "(?<=a", "(?>a", "(?%a)", "(?@", r"(?\a)", "a(?:", "(?:a", "(a\nb", "a\nb(", "x\n\n  *", "(?é)",
            "(?P<é", "(?P<a-b>c)", "(?P'a'b)", r"(?P<\x>a)", "{1}", "x{,2}{3}", "()*+*", "(?i)*", "(?#a)*", r"\b*", "a{2}{3}", "(?:a{2}){3}"]
for pattern in patterns:
    try:
        print(repr(pattern), re.compile(pattern).groups)
    except re.PatternError as error:
        print(repr(pattern), "->", str(error), "|", error.msg, error.pattern == pattern, error.pos, error.lineno, error.colno)
    except OverflowError as error:
        print(repr(pattern), "-> OverflowError", error)
print(re.error is re.PatternError, re.PatternError.__module__, re.PatternError.__mro__[1].__name__)
for args in [("m",), ("m", "p"), ("m", "pat", 1), ("m", "p\nq", 2), ("m", b"p\nq", 2), ("m", None, 3)]:
    error = re.PatternError(*args)
    print(str(error), error.args, error.msg, error.pattern, error.pos, error.lineno, error.colno)
try:
    re.compile("(" * 5000)
except (re.error, RecursionError) as error:
    print(type(error).__name__ in ("RecursionError", "PatternError"))
print(re.compile("(" * 90 + "a" + ")" * 90).search("ba").span(90))
