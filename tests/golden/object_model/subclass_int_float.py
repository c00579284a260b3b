"""Subclasses of int and float: attributes, overridden operators, plain results."""
class I(int):
    def __add__(self, o): return I(int(self) * 100 + o)
    def __repr__(self): return f"I({int(self)})"
i = I(5)
i.tag = "t"
print(i, i + 1, 1 + i, i * 2, type(i * 2).__name__, -i, type(+i).__name__, i.tag, hash(i) == hash(5), i == 5, {5: "x"}[i])
print([0, 1, 2, 3, 4, 5][i], range(i), "%d" % i, f"{i:03}", str(i), int(i), type(int(i)).__name__, sum([i, i]))
class F(float):
    def __str__(self): return "F!"
    def __new__(cls, x, extra=None): self = super().__new__(cls, x); self.extra = extra; return self
f = F(1.5, "more")
print(f, repr(f), f.extra, f * 2, type(f * 2).__name__, f"{f:.3f}", f.is_integer(), F("2") == 2)
class B(int):
    def __bool__(self): return False
    def __index__(self): return 99
print(bool(B(1)), [10, 20][B(1)], int(B(3)), I.from_bytes(b"\1"), type(I.from_bytes(b"\1")).__name__)
try:
    class Bool(bool): pass
except TypeError as e:
    print(e)
