"""str.format: fields, indexing, attributes, automatic numbering and its errors."""
class P:
    x = 1
    items = {"a": [10, 20], "0": "zero", 0: "int"}
p = P()
print("{} {} {}".format(1, 2, 3), "{2}{1}{0}".format(1, 2, 3), "{a}{b}{a}".format(a=1, b=2), "{0}{x}{0}".format(1, x=2))
print("{0.x} {0.items[a]} {0.items[a][1]} {0.items[0]} {p.x}".format(p, p=p), "{[a]} {.x}".format({"a": 1}, p))
print("{:>5}|{:<5}|{:^5}|{!r:>6}".format(1, 2, 3, "x"))
print("{:{}}|{:{w}.{p}}".format(1, 4, 2.5, w=6, p=3))
print("{{}} {{{}}} {{".format(1), "}}".format(), "{0}{{0}}".format(5), "{:}".format(3), "{!s}".format("é"), "{!a}".format("é"))
print("{a[key with spaces]} {a[b.c]} {a[-1]}".format(a={"key with spaces": 1, "b.c": 2, "-1": 3}))
for text, args, kwargs in [("{}", (), {}), ("{1}", (1,), {}), ("{x}", (), {}), ("{} {0}", (1,), {}), ("{0} {}", (1,), {}), ("{", (), {}), ("}", (), {}),
                           ("{0", (1,), {}), ("{!x}", (1,), {}), ("{!}", (1,), {}), ("{!rr}", (1,), {}), ("{0.y}", (p,), {}), ("{0[y]}", ([1],), {}), ("{0[5]}", ([1],), {}),
                           ("{0.}", (1,), {}), ("{0[}", (1,), {}), ("{0[]}", (1,), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{:d}", ("a",), {}), ("{0[a]x}", ({"a": 1},), {}),
                           ("{-1}", (1,), {}), ("{ }", (1,), {}), ("{a b}", (), {"a b": "odd"}), ("{99999999999999999999}", (), {})]:
    try:
        print(repr(text), "=", repr(text.format(*args, **kwargs)))
    except Exception as error:
        print(repr(text), "->", type(error).__name__ + ":", error)
class Default(dict):
    def __missing__(self, key): return f"<{key}>"
print("{a} {b}".format_map(Default(a=1)), "{x.real}".format_map({"x": 5}))
print("{:%}|{:,}|{:e}".format(0.5, 1234567, 12345.678), format("a", "<3") + "|", "{:s}".format("str"))
