# pos, endpos, anchors and boundaries.
import re

for pattern in [r"^a", r"\Aa", r"a$", r"a\Z", r"\ba", r"a\b", r"\Ba", r"(?m)^a", r"(?m)a$", r"(?<=b)a", r"a(?=b)", "a", "", r"\b", r"\B"]:
    compiled = re.compile(pattern)
    for text in ["aba", "ba\na", "éaé日a", "a a\n"]:
        for pos, endpos in [(0, 9), (1, 9), (0, 1), (1, 2), (2, 3), (-5, 2), (1, -1), (5, 9), (9, 9), (2, 2)]:
            if pos > max(endpos, 0):
                continue
            search, match, full = compiled.search(text, pos, endpos), compiled.match(text, pos, endpos), compiled.fullmatch(text, pos, endpos)
            print(pattern, repr(text), pos, endpos, [m and m.span() for m in (search, match, full)], [m.span() for m in compiled.finditer(text, pos, endpos)], search and (search.pos, search.endpos))
print(re.search(r"\b", ""), re.search(r"\B", ""), re.findall(r"\b\w", "ab cd-é_f"), re.findall(r"(?a)\b\w", "ab cd-é_f"), re.findall(r"\w\b", "aé日 b", re.A))
