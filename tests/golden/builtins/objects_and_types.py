"""isinstance, issubclass, type, callable, hash, id, getattr family, vars, dir, repr, ascii, format."""
class A:
    x = 1
    def __init__(self): self.y = 2
class B(A): __slots__ = ("s",)
a = A()
print(isinstance(True, int), isinstance(1, (str, (bytes, int))), isinstance([], object), isinstance(int, type), isinstance(a, A | None), issubclass(B, A), issubclass(bool, (str, int)), issubclass(A, A), isinstance(1, ()), isinstance(None, type(None)))
print(type(a) is A, type(A) is type, type(type) is type, type(1).__name__, callable(A), callable(a), callable(len), callable(lambda: 0), callable("".join))
print(getattr(a, "x"), getattr(a, "z", "default"), hasattr(a, "y"), hasattr(a, "z"), setattr(a, "z", 3), a.z, delattr(a, "z"), hasattr(a, "z"), vars(a), vars(A)["x"])
for bad in (lambda: getattr(a, "z"), lambda: delattr(a, "z"), lambda: getattr(a, 5), lambda: setattr(5, "a", 1), lambda: vars(5), lambda: vars(B.__new__(B)), lambda: isinstance(1, [int]), lambda: isinstance(1, (int, "s")), lambda: isinstance("x", (int, "s")), lambda: issubclass(A, [A]), lambda: issubclass("A", A), lambda: hash([]), lambda: hash(a) and None, lambda: id(), lambda: type(a, 1), lambda: callable()):
    try: print(bad())
    except Exception as error: print(type(error).__name__, error)
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(None) == hash(None), hash(-1), hash(0), hash(2**61 - 1), hash(1.5), hash(float("inf")), hash(-float("inf")), hash(10**20), hash(1 + 0j), hash(0.1), hash(frozenset()) == hash(frozenset([])), hash(()) == hash(tuple()), hash(1e300), hash(2**100 + 0.0) == hash(2**100))
print(id(a) == id(a), id(a) != id(A()), repr(a).startswith("<__main__.A object at 0x"), repr(A), repr(len), repr("é\n"), ascii("é\n😀"), ascii([1, "ü"]), format(255, "x"), format("a", "^5"), format(None), format([1]))
print([n for n in dir(a) if not n.startswith("__")], [n for n in dir(B) if not n.startswith("__")], "__init__" in dir(a), dir() == sorted(dir()), sorted(vars()) == dir(), "a" in dir())
print(bool([]), bool("x"), int("7"), float("1.5"), str(5), list("ab"), tuple([1]), set([1, 1]), frozenset("a"), dict(a=1), bytes(2), bytearray(b"x"), complex(1), object.__name__, type(object()).__name__, slice(1, 2, 3), memoryview(b"abc")[1])
print(abs(-5), abs(-2.5), abs(3 + 4j), divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(2.0, 3), round(2.567, 2), round(2.5), round(-3.5), round(1234, -2), round(2), round(2.4999), round(True), round(1e20), chr(97), ord("a"), bin(5), oct(8), hex(255), hex(-1))
class R:
    def __round__(self, n="none"): return f"round {n}"
    def __abs__(self): return "abs"
    def __divmod__(self, o): return "divmod"
    def __pow__(self, o, m=None): return f"pow {o} {m}"
    def __hash__(self): return -1
    def __dir__(self): return ["custom"]
    def __format__(self, s): return f"fmt[{s}]"
    def __instancecheck__(self, o): return "truthy"
    def __subclasscheck__(self, o): return []
    def __len__(self): return 5
    def __bool__(self): return False
    def __int__(self): return 42
    def __float__(self): return 4.2
    def __str__(self): return "str"
    def __bytes__(self): return b"bytes"
    def __index__(self): return 7
    def __complex__(self): return 1j
r = R()
print(round(r), round(r, 3), abs(r), divmod(r, 1), pow(r, 2), pow(r, 2, 3), hash(r), dir(r), format(r, "spec"), f"{r:>5}", isinstance(1, r), issubclass(1, r), len(r), bool(r), int(r), float(r), str(r), bytes(r), hex(r), complex(r), [0] * r == [0] * 7, range(r), "abcdefgh"[r])
print(int(), float(), str(), list(), tuple(), dict(), set(), bool(), complex(), bytes(), bytearray(), frozenset(), object().__class__, type("X", (), {})().__class__.__name__)
print(len("é日"), len({1, 2}), len(range(5)), len(b"ab"), __import__("sys").__name__, eval("1+1"), exec("q = 1"), q, globals() is vars(), __name__)
