"""Class patterns: __match_args__, keywords, built-ins, isinstance rules, errors."""
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Point3(Point):
    __match_args__ = ("x", "y", "z")
    def __init__(self, x, y, z): super().__init__(x, y); self.z = z
class Plain:
    def __init__(self, **kw): self.__dict__.update(kw)
def f(o):
    match o:
        case Point3(0, 0, 0): return "origin3"
        case Point3(x, y, z=z): return f"3d {x} {y} {z}"
        case Point(0, 0): return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0): return f"axis {y}"
        case Point(x, y) if x == y: return f"diagonal {x}"
        case Point(Point(a, b), Plain(tag=t)): return f"nested {a} {b} {t}"
        case Point(): return "some point"
        case Plain(a=1, b=b): return f"plain {b}"
        case Plain(a=a): return f"plain a {a}"
        case int(n) | float(n): return f"number {n}"
        case str(s): return f"str {s}"
        case list([a, b]) | tuple((a, b)): return f"pair {a} {b}"
        case dict(d): return f"dict {d}"
        case bool(): return "never: bool is int"
        case type(__name__=n): return f"class {n}"
        case object(real=r): return f"real {r}"
        case _: return "other"
for o in (Point3(0, 0, 0), Point3(1, 2, 3), Point(0, 0), Point(0, 5), Point(6, 0), Point(4, 4), Point(Point(1, 2), Plain(tag="t")), Point(1, 2), Plain(a=1, b=2), Plain(a=3), Plain(), 5, 2.5, True, "s", [1, 2], (3, 4), {"k": 1}, Point, 1j, None, [1], b"x", set()):
    print(f(o))
for cls in (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple):
    value = cls() if cls is not tuple else (1,)
    match value:
        case cls(): pass
    match value:
        case (bool(v) | bytearray(v) | bytes(v) | dict(v) | float(v) | frozenset(v) | int(v) | list(v) | set(v) | str(v) | tuple(v)): print(cls.__name__, repr(v), v is value, end="; ")
print()
class Log:
    __match_args__ = ("first", "second")
    def __getattr__(self, name):
        if name in ("first", "second", "kw"): print("get", name, end=" "); return 1
        raise AttributeError(name)
match Log():
    case Log(2, 1): print("never")
    case Log(1, second=2): print("never")
    case Log(1, 1, kw=1): print("matched")
match Log():
    case Log(missing=_): print("never")
    case Log(first=a): print("a", a)
class Raises:
    @property
    def p(self): raise ValueError("property raised")
try:
    match Raises():
        case Raises(p=1): pass
except ValueError as error: print(error)
class Meta(type):
    def __instancecheck__(cls, o): print("instancecheck", end=" "); return o == "duck"
class Duck(metaclass=Meta): pass
match "duck":
    case Duck(): print("is a duck")
def errors(o):
    for args in ([1], ("x", 5), "xy", None, ("x", "x")):
        class C:
            __match_args__ = args
            x = y = 1
        try:
            match C():
                case C(a, b): print(args, a, b)
                case _: print(args, "no match")
        except TypeError as error: print(args, error)
errors(0)
class NoArgs: x = 1
for code in ("case NoArgs(1)", "case int(1, 2)", "case object(5)", "case Point(1, 2, 3)", "case Point(1, x=2)", "case five()", "case Point(1, y=2, x=1)", "case list(1)", "case five.x()"):
    try:
        five = 5
        exec(f"match o:\n  {code}: print('matched')\n  case _: print('no match')", {"o": Point(1, 2) if "Point" in code else NoArgs() if "NoArgs" in code else 1, "NoArgs": NoArgs, "Point": Point, "five": five})
    except (TypeError, AttributeError) as error: print(code, "->", error)
from collections import namedtuple
NT = namedtuple("NT", "a b")
match NT(1, 2):
    case NT(a, b=c): print(a, c)
match NT(1, 2):
    case [x, y]: print("as sequence", x, y)
import types
match types.SimpleNamespace(a=1, b=[2, 3]):
    case types.SimpleNamespace(a=int(a), b=[*b]): print(a, b)
match ValueError("msg", 5):
    case ValueError(args=[m, n]): print(m, n)
