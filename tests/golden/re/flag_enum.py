# The flags are an enum.
import enum
import re

print(re.I, re.IGNORECASE is re.I, repr(re.I | re.M), re.I | 256, re.RegexFlag(0), re.NOFLAG, ~re.I & re.RegexFlag(10), re.RegexFlag(1 << 20))
print(type(re.I), isinstance(re.I, int), isinstance(re.I, enum.IntFlag), re.I.value, re.I.name, (re.I | re.S).value, str(re.I), f"{re.I}", f"{re.I:d}", int(re.X))
print(list(re.RegexFlag), [name for name in re.RegexFlag.__members__], re.RegexFlag.__module__, re.RegexFlag.__qualname__)
print(re.I in (re.I | re.M), re.A == 256, {re.A: 1}[256], re.I & re.M, bool(re.NOFLAG), re.DEBUG.value, re.U, re.L)
print(sorted(re.__all__))
print(re.compile("a", re.I | re.X).flags, re.compile("a", flags=re.NOFLAG).flags, type(re.compile("a").flags), re.compile("a", True | 2).flags)
print(re.findall("A", "aA", re.RegexFlag.I), re.RegexFlag["S"], re.RegexFlag.T if hasattr(re.RegexFlag, "T") else "no T", hasattr(re, "template"), hasattr(re, "TEMPLATE"))
try:
    re.nothing
except AttributeError as error:
    print(error)
from re import *
print(I, VERBOSE, escape("a.b"), compile("x"), PatternError is error)
