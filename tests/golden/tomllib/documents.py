"""Documents in TOML, right and wrong."""
import io
import tomllib
from decimal import Decimal

print(tomllib.loads('''
# comment
title = "TOML \\u00e9 \\t \\"x\\""  # after
"quoted key" = 'lit\\eral'
a.b.c = 1
int = [1_000, -5, 0xFF, 0o17, 0b11, +0]
float = [1.5, -2e3, 6.02_2E+23, inf, -inf]
bool = [true, false]
dates = [1979-05-27T07:32:00Z, 1979-05-27 00:32:00.5-07:00, 1979-05-27T07:32:00, 1979-05-27, 07:32:00.123456789]
multi = """
one \\
     two
three""\"""
raw = \'\'\'
a\\b'\'\'\'\'
[table]
x = { y = 1, z.w = [ 1, 2, ], e = {} }
[table.sub]
k = []
[[array]]
n = 1
[[array]]
n = 2
  [array.inner]
  m = 3
'''))
print(tomllib.load(io.BytesIO(b"x = 1.10"), parse_float=Decimal), tomllib.loads(""), tomllib.loads("a = 1\r\nb = 2"))
for text in ("a", "a =", "a = 1 b = 2", "a = 1\na = 2", "[a]\n[a]", "a = [1", "a = {b = 1", "a = 'x", 'a = "\\q"', "a = 01", "a = 1__0", "[a]\nb=1\n[a.b]", "a = {b=1}\n[a.c]", "a.b = 1\n[a]", "= 1", "a = \"\n\"", "a = 2024-13-01",
             "a = 2024-02-30", "[[a]]\n[a]", "a = [1]\n[[a]]", "[a", "a = {b=1,}", "a = tru", "a = \"\\uD800\"", "a = \x01", "a={b=1}\na.c=2", "[x.y]\n[x]\ny.z=1", "# \x00"):
    try:
        print(repr(text), tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        print(repr(text), error)
for broken in (lambda: tomllib.loads(b"x"), lambda: tomllib.load(io.StringIO("x"))):
    try:
        broken()
    except TypeError as error:
        print(error)
