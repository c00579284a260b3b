# Match objects.
import copy
import re

match = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?").search("on 2024-05 é", 1, 11)
print(match, bool(match), match.group(), match.group(0), match.group(1, "month", 3), match["year"], match[2], match[4], match.groups(), match.groups("?"))
print(match.groupdict(), match.start(), match.end(), match.span(), match.start("month"), match.end(2), match.span(4), match.regs)
print(match.lastindex, match.lastgroup, match.pos, match.endpos, match.string, match.re.pattern, match.expand(r"\g<month>/\1"))
print(copy.copy(match) is match, copy.deepcopy(match) is match, match == match, match != re.match("a", "a"), hash(match) == hash(match))
for key in [5, -1, "x", None, 1.5, 2**70, -2**70, (), True, False]:
    try:
        print(repr(key), match.group(key))
    except (IndexError, TypeError) as error:
        print(repr(key), type(error).__name__, error)
try:
    match[[]]
except (TypeError, IndexError) as error:
    print(type(error).__name__, error)
for name in ["group", "string", "pos", "lastindex", "regs"]:
    try:
        setattr(match, name, 1)
    except AttributeError as error:
        print(error)
print(re.match("(a)|(b)(c)?", "b").lastindex, re.match("(a(b))", "ab").lastindex, re.match("((a)b)?", "x").lastindex, re.match("(?P<x>a)(?P<y>b)?", "a").lastgroup)
print(repr(re.match(r"(?s).*", "x" * 100)), repr(re.match(r".*", "'\"é\x00")))
found = re.search("é(.)", "日本é語x")
print(found.span(), found.span(1), found.start(1), found.regs, found[1])
print(re.Match, re.Match[str], type(match), re.Match.__name__, re.Match.__module__)
try:
    re.Match()
except TypeError as error:
    print(error)
try:
    class Sub(re.Match):
        pass
except TypeError as error:
    print(error)
