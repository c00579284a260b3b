"""Method calls and attribute reads follow a changed __class__ at once."""
class A:
    kind = "a"
    def m(self): return "A.m"
class B:
    kind = "b"
    def m(self): return "B.m"
    def __getattr__(self, name): return "B fallback"
o = A()
for turn in range(6):
    if turn == 2: o.__class__ = B
    if turn == 4: o.__class__ = A
    print(o.kind, o.m(), getattr(o, "nothing", None))
