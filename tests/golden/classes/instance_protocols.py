"""__new__, __init__, __call__, __repr__, __str__, __eq__, __hash__, __bool__, __len__, __del__ rules."""
class V:
    def __new__(cls, *a, **k):
        print("new", a, k, end=" ")
        return object.__new__(cls)
    def __init__(self, *a, **k): print("init", a, k)
v = V(1, b=2)
class Returns:
    def __init__(self): return 5
for cls in (Returns, type("NoArgs", (), {"__init__": lambda self: None}), type("OnlyNew", (), {"__new__": lambda cls, x: object.__new__(cls)})):
    for args in ((), (1,), (1, 2)):
        try:
            print(cls.__name__, args, type(cls(*args)).__name__)
        except TypeError as error:
            print(cls.__name__, args, error)
for call in (lambda: object.__new__(), lambda: object.__new__(5), lambda: object.__new__(int), lambda: object.__new__(V, 1), lambda: object().__init__(1), lambda: int.__new__(str), lambda: list.__new__(V), lambda: V.__init__(), lambda: object(), lambda: type.__call__(V, 7), lambda: V.__call__(8), lambda: object.__init__(5, 1), lambda: int.__init__(5, 1, 2, 3), lambda: list.__init__([], 1)):
    try:
        print(type(call()).__name__)
    except TypeError as error:
        print(error)
class R:
    def __repr__(self): return "R!"
class S(R):
    def __str__(self): return "S!"
print(R(), [R()], S(), [S()], str(S()), repr(S()), f"{S()} {S()!r}", {S(): R()}, (S(),))
for bad in (5, None, b"x"):
    for name in ("__repr__", "__str__"):
        try:
            str(type("B", (), {name: lambda self: bad})())
        except TypeError as error:
            print(error)
class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, other): return NotImplemented if not isinstance(other, Eq) else self.v == other.v
print(Eq(1) == Eq(1), Eq(1) != Eq(1), Eq(1) == 1, Eq(1) != 1, Eq.__hash__, Eq(1) in [Eq(1)])
class EqHash(Eq):
    def __hash__(self): return hash(self.v)
class Restored(Eq):
    __hash__ = object.__hash__
print(len({EqHash(1), EqHash(1), EqHash(2)}), {EqHash(1): "found"}[EqHash(1)], hash(EqHash(5)), isinstance(hash(Restored(1)), int), len({Restored(1), Restored(1)}))
class Ne:
    def __ne__(self, other): return "ne"
print(Ne() != 1, Ne() == 1, not Ne() == 1)
class Cmp:
    def __lt__(self, o): return "lt"
    def __ge__(self, o): return "ge"
print(Cmp() < 1, Cmp() >= 1, 1 > Cmp(), 1 <= Cmp())
try:
    Cmp() > 1
except TypeError as error:
    print(error)
class Call:
    def __call__(self, *a): return a
c = Call()
c.__call__ = lambda: "ignored"
print(c(1, 2), c.__call__(), Call.__call__(c, 3), callable(c), callable(Eq(1)))
class Len:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(len(Len(3)), bool(Len(0)), [x for x in (Len(0), Len(1)) if x] != [])
