# Patterns and subjects of bytes, and their mixing with text.
import re

print(re.findall(rb"\w+", b"abc \xe9\xff 12"), re.findall(rb"[\x80-\xff]+", b"a\x80\xffb"), re.findall(rb"\W", b"a\xe9_"))
print(re.sub(rb"(\w)(\d)", rb"\2\1", b"a1b2"), re.split(rb"\s+", b"a b\tc\x85d"), re.search(rb"(?P<n>b)", b"abc").groupdict())
print(re.match(b"\xe9", b"\xc9", re.I), re.match(b"a", b"A", re.I), re.match(rb"\w", b"\xe9", re.L) is None)
for subject in [bytearray(b"xaby"), memoryview(b"xaby"), memoryview(bytearray(b"xaby"))[1:3]]:
    found = re.search(b"a(b)", subject)
    print(found.group(), found.span(), found.groups(), found.string is subject, re.sub(b"a", b"-", subject), re.findall(b"[ab]", subject), re.split(b"a", subject))
data = bytearray(b"abcdefgh")
found = re.search(b"[a-h]+", data)
late = re.search(b"[e-h]+", data)
data[:] = b"xyz"
print(found.group(), late.group(), found.span())
data = bytearray(b"x")
iterator = re.finditer(b"a", data)
try:
    data.extend(b"x" * 400)
except BufferError as error:
    print("BufferError", error)
print(list(iterator))
del iterator
data.extend(b"y")
print(data)
for function in [lambda: re.search("a", b"a"), lambda: re.search(b"a", "a"), lambda: re.search("a", 5), lambda: re.search("a", None),
                 lambda: re.search(b"a", [1]), lambda: re.sub(b"a", "x", b"a"), lambda: re.sub("a", b"x", "a"), lambda: re.sub("a", b"x", "b"),
                 lambda: re.sub("a", 5, "a"), lambda: re.match(b"(?P<\xe9>a)", b"a"), lambda: re.compile(b"\\u1234"), lambda: re.compile(b"\\N{DIGIT ONE}"),
                 lambda: re.search(b"a", memoryview(b"abcd")[::2])]:
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)
print(re.compile(b"a", re.I), re.compile(b"\xff'"), re.search(b"b", b"abc"), re.escape(b"a.\xff b"))
