"""Subclasses of str and bytes."""
class S(str):
    def __new__(cls, text, n=0): self = super().__new__(cls, text.upper()); self.n = n; return self
    def __getitem__(self, k): return "item"
    def __len__(self): return 99
    def __eq__(self, o): return "eq"
    __hash__ = str.__hash__
s = S("abc", 3)
print(s, s.n, s[0], len(s), s == "x", s + "d", type(s + "d").__name__, list(s), s.lower(), f"{s}", "-".join([s, s]), {"ABC": 1}.get(s))
print(type(s.upper()).__name__, type(str(s)).__name__, s.startswith("A"), "B" in s, s.__dict__)
class B(bytes):
    def __repr__(self): return "B!"
b = B(b"xy")
b.z = 1
print(b, b[0], b + b"z", b.z, bytes(b), type(b[:1]).__name__)
