"""Sequence patterns: lengths, stars, which types count, laziness."""
import collections.abc
def f(x):
    match x:
        case []: return "empty"
        case [a]: return f"one {a}"
        case [1, *rest]: return f"starts with 1: {rest}"
        case [a, (b, c)]: return f"nested {a} {b} {c}"
        case (a, b): return f"two {a} {b}"
        case [*init, "end"]: return f"ends: {init}"
        case [first, *_, last]: return f"first {first} last {last}"
        case _: return "other"
for x in ([], (), [5], (5,), [1, 2, 3], [0, [1, 2]], [0, "ab"], [2, 3], ["a", "b", "end"], [7, 8, 9, 10], "string", b"bytes", bytearray(b"ab"), {1, 2}, {1: 2}, range(3), range(0), iter([1]), (i for i in "ab"), None, memoryview(b"ab").tolist()):
    print(repr(x) if not hasattr(x, "__next__") else type(x).__name__, "->", f(x))
class Seq(collections.abc.Sequence):
    def __init__(self, *v): self.v = v
    def __len__(self): print("len", end=" "); return len(self.v)
    def __getitem__(self, i): print(f"[{i}]", end=" "); return self.v[i]
def g(x):
    match x:
        case [_]: return "one"
        case [1, _, 3]: return "1_3"
        case [a, *_]: return f"head {a}"
        case [*_]: return "any"
print(g(Seq(1))); print(g(Seq(1, 2, 3))); print(g(Seq(9, 8))); print(g(Seq()))
class Dup:
    def __len__(self): return 2
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return i
class Registered(Dup): pass
collections.abc.Sequence.register(Registered)
class Sub(list): pass
class StrSub(str): pass
for x in (Dup(), Registered(), Sub([1, 2]), StrSub("ab"), collections.abc.Sequence):
    match x:
        case [a, b]: print(type(x).__name__, "matches", a, b)
        case _: print(type(x).__name__, "does not match")
class BadLen(Seq):
    def __len__(self): return len(self.v) + 1
try:
    match BadLen(1):
        case [a, b]: print("never")
except (IndexError, ValueError) as error:
    print(error)
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]: print(a, b, c, d)
match [[1, 2], [3, 4], [5]]:
    case [[a, *b], *c, [d]]: print(a, b, c, d)
match (1, 2, 3, 4, 5):
    case a, *b, c, d: print(a, b, c, d)
match [1, 2]:
    case [x, y] | [x, y, _]: print("or", x, y)
match [0, 1, 2, 3, 4]:
    case [0, *_, 4] as whole: print(whole)
match "ab", [1]:
    case str() as s, [int(i)]: print(s, i)
match []:
    case [*x]: print("star gives", x, type(x).__name__)
match (1,):
    case 1,: print("trailing comma")
match [1, 2, 3]:
    case [a, b] | [a, _, b]: print(a, b)
a = b = None
match [1, 2]:
    case [a, 5]: pass
    case [_, b]: pass
print(a, b)
match [[], [[]], [[[]]]]:
    case [[], [[]], [[[]]]]: print("shapes")
def quick(xs):
    match xs:
        case []: return []
        case [p, *rest]: return quick([r for r in rest if r < p]) + [p] + quick([r for r in rest if r >= p])
print(quick([3, 1, 2, 3, 0]))
