# Replacing by what a function returns.
import re

print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 22 333"))
print(re.sub(r"(a)|(b)", lambda m: repr(m.groups()), "ab"))
print(re.sub(r"b", lambda m: None, "abc"), re.subn("b*", lambda m: f"<{m.start()},{m.end()}>", "abbc", count=3))
print(re.sub(r"x", str.upper, "a") if True else None)
seen = []
print(re.sub(r"\w", lambda m: seen.append((m.span(), m.string, m.pos, m.endpos, m.re.pattern)) or m[0] * 2, "ab é"), seen)
print(re.sub(rb"a", lambda m: bytearray(b"x"), b"aba"), re.sub(rb"a", lambda m: memoryview(b"yy"), b"aba"))
for returned in [5, b"x", ["a"], 1.5]:
    try:
        re.sub("b", lambda m: returned, "abab")
    except TypeError as error:
        print(error)
try:
    re.sub(b"b", lambda m: "x", b"ab")
except TypeError as error:
    print(error)

class Text(str):
    pass

print(type(re.sub("b", lambda m: Text("q"), "ab")).__name__, type(re.sub("x", "y", Text("ab"))).__name__, type(re.findall("a", Text("a"))[0]).__name__)
text = "nothing"
print(re.sub("x", "y", text) is text, re.split("x", text)[0] is text)

def nested(match):
    return re.sub(r"\w", lambda inner: inner[0].upper() + match[1], match[0])

print(re.sub(r"(\w)\w*", nested, "ab cd"))

def failing(match):
    raise KeyError(match[0])

try:
    re.sub("b", failing, "abc")
except KeyError as error:
    print("KeyError", error)
