# Quantifiers and groups that give nothing back.
import re

for pattern in [r"a++b", r"a*+ab", r"a?+ab", r"(?>a+)ab", r"(?>a|ab)c", r"(?:ab|a)++b", r"a{1,2}+a",
                r"(?:a|b){2}+c", r"(?>(a)|b)*c", r"((?>a*))b", r"(?>a*?)b", r"(?:(?>a|b)c)++", r'"[^"]*+"',
                r"(?:a(?:b)?){2}+b", r"(a|)*+b", r"(?>x(?>y*)z)", r"(?:\w+\s?)++$", r"(?!(?>a+)b)a"]:
    for text in ["aab", "ab", "aaa", "abab", "acbc", '"ab"', "xyyz", "abac", "a b a"]:
        found = re.search(pattern, text)
        print(pattern, repr(text), found and (found.span(), found.groups()))
for pattern in ["a**", "a+*", "a?*", "a{2}*", "a*+*", "a*??", "(?:a*)*", "(?:a*+)+", "a{1}{2}", "x{2}??"]:
    try:
        print(pattern, re.match(pattern, "aaa"))
    except re.error as error:
        print(pattern, error)
