# Pattern objects: attributes, repr, equality, copying, pickling's way.
import copy
import copyreg
import re

pattern = re.compile(r"(?P<a>x)(y)(?P<b>z)?", re.I | re.M)
print(pattern.pattern, pattern.flags, pattern.groups, pattern.groupindex, type(pattern.groupindex).__name__, dict(pattern.groupindex))
print(pattern, re.compile("a"), re.compile("a" * 300), re.compile(b"a", re.I), re.compile("a", re.A | re.S | re.X), re.compile("a", 512 | 2), re.compile("é'\n"))
print(pattern == re.compile(r"(?P<a>x)(y)(?P<b>z)?", re.I | re.M), pattern == re.compile(r"(?P<a>x)(y)(?P<b>z)?"), pattern != 5, pattern == "x", re.compile("a") == re.compile(b"a"))
re.purge()
again = re.compile(r"(?P<a>x)(y)(?P<b>z)?", re.I | re.M)
print(again is pattern, again == pattern, hash(again) == hash(pattern), len({pattern, again}))
print(copy.copy(pattern) is pattern, copy.deepcopy(pattern) is pattern, re.compile(pattern) is pattern, re.compile("q") is re.compile("q"))
function, args = copyreg.dispatch_table[re.Pattern](pattern)
print(function(*args) == pattern, args)
try:
    pattern < again
except TypeError as error:
    print(error)
try:
    pattern.groupindex["q"] = 1
except TypeError as error:
    print(error)
print(re.Pattern, re.Pattern[bytes], type(pattern), re.Pattern.__name__, re.Pattern.__module__, isinstance(pattern, re.Pattern))
try:
    re.Pattern()
except TypeError as error:
    print(error)
for call in [lambda: pattern.match(), lambda: pattern.match("a", "b"), lambda: pattern.sub("a"), lambda: pattern.match("a", x=1), lambda: pattern.search(string="xy"), lambda: pattern.findall("xyxy", endpos=2), lambda: pattern.split("axyb", maxsplit=1),
             lambda: pattern.fullmatch("XY", pos=0).span(), lambda: pattern.sub(repl="-", string="xyxy", count=1), lambda: pattern.match("a", 2**80)]:
    try:
        print(call())
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
scanner = re.compile(r"\d").scanner("1 23")
print(scanner.match(), scanner.match(), scanner.search(), scanner.pattern)
scanner = re.compile(r"\d?").scanner("1a", 0, 2)
print([scanner.search() for _ in range(4)], type(scanner).__name__)
