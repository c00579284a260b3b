"""Subclassing int, str, list, dict, tuple, set, float, bytes, Exception: what operations return."""
class I(int):
    def __repr__(self): return f"I({int(self)})"
    def __new__(cls, v=0, tag=None):
        self = super().__new__(cls, v)
        self.tag = tag
        return self
class S(str):
    def __getitem__(self, i): return "S:" + super().__getitem__(i)
    def upper(self): return S(super().upper() + "!")
class L(list):
    def append(self, x): super().append((x, x))
    def __getitem__(self, i): return ("got", super().__getitem__(i))
class D(dict):
    def __missing__(self, k): self[k] = v = f"made {k}"; return v
    def __setitem__(self, k, v): super().__setitem__(k, ("set", v))
class T(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
    @property
    def first(self): return self[0]
class F(float):
    def __add__(self, o): return F(super().__add__(o))
class St(set):
    def add(self, x): super().add(x * 10)
i, s, l, d, t, f, st = I(5, "tag"), S("abc"), L([1, 2]), D(a=1), T(1, 2, 3), F(1.5), St([1])
print(i, i + 1, type(i + 1).__name__, i.tag, -i, type(-i).__name__, +i, abs(i), int(i), [i], i == 5, hash(i) == hash(5), {5: "x"}[i], range(10)[i], "%d" % i, f"{i}", str(i), i.real, type(i.real).__name__, I(True), bool(I(0)))
print(s, s[0], s[1:], s.upper(), type(s.lower()).__name__, s + "d", type(s + "d").__name__, s * 2, list(s), s.split("b"), type(s.split("b")[0]).__name__, s == "abc", {"abc": 1}[s], "-".join([s, s]), type(str(s)).__name__, s.strip() is s, type(s[:]).__name__, s.replace("z", "y") is s)
l.append(3)
l.extend([4])
l += [5]
print(l, l[0], list(l), l[0:2], sorted(l, key=str), l + [1], type(l + [1]).__name__, type(l * 2).__name__, type(l.copy()).__name__, l == [1, 2, (3, 3), 4, 5], len(l), max([1, 2]), l.pop())
d["b"] = 2
d.update(c=3)
print(d, d["zz"], d.get("yy"), "yy" in d, dict(d) == d, type(d.copy()).__name__, type(d | {}).__name__, d.setdefault("s", 1), d.pop("a"), list(d), D.fromkeys("xy"), type(D.fromkeys("x")).__name__)
print(t, t.first, t + (4,), type(t + ()).__name__, t[1:], type(t[:]).__name__, t == (1, 2, 3), hash(t) == hash((1, 2, 3)), t * 2, tuple(t) is t, repr(t), {t: 1}[(1, 2, 3)])
print(f, f + 1, type(f + 1).__name__, type(f - 1).__name__, f.hex(), F("2.5"), round(f), type(round(f, 1)).__name__, type(F.fromhex("0x1p1")).__name__)
st.add(2)
st.update([3])
print(sorted(st), type(st | {4}).__name__, type(st.copy()).__name__, st, type(st & st).__name__, St() or "empty", frozenset(st) == st)
class B(bytes): pass
class E(Exception):
    def __init__(self, a, b): self.a, self.b = a, b
class E2(ValueError):
    def __str__(self): return "custom " + super().__str__()
print(B(b"ab")[0], type(B(b"ab") + b"c").__name__, B(b"x"), E(1, 2).args, str(E(1, 2)), repr(E(1, 2)), E2("m"), repr(E2("m")), E2("a", 1))
print(isinstance(i, int), I.__mro__, I.__base__, issubclass(D, dict), type(i) is int, I.from_bytes(b"\x01", "big"), type(I.from_bytes(b"\x01", "big")).__name__, I("31"))
print(sum([I(1), I(2)]), type(sum([I(1)])).__name__, type(max(I(1), 0)).__name__, I(3) // 2, divmod(I(7), I(2)), type(I(7) // I(2)).__name__, I(1) << 3, ~I(1), I(2) ** 3, 2 ** I(3), I(6) & 3)
