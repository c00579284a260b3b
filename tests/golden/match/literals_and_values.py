"""Literal, value, wildcard, capture, or and as patterns; guards."""
import math
class Color: RED = 1; class_ = "c"
Color.nested = Color
def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2 | 3 as small: return f"small {small}"
        case -1: return "minus one"
        case 2.5: return "two and a half"
        case 1 + 2j | -1 - 2j: return "complex"
        case "text" 'joined': return "joined"
        case b"bytes": return "bytes"
        case None: return "None"
        case True: return "True"
        case False: return "False"
        case math.pi: return "pi"
        case Color.nested.class_: return "dotted"
        case str() as s if s.isupper(): return f"upper {s}"
        case str(s) if len(s) > 5: return f"long {s}"
        case (int() | float()) as n if n > 100: return f"big {n}"
        case (n): return f"capture {n!r}"
for x in (0, 0.0, 1, True, 3, -1, 2.5, 1 + 2j, -1 - 2j, "textjoined", b"bytes", None, False, math.pi, "c", "UP", "lower case", "abc", 101, 1e9, 50, [], ...):
    print(repr(x), "->", f(x))
def order(x, log):
    def g(tag, value): log.append(tag); return value
    match g("subject", x):
        case 1 if g("guard 1", False): return "never"
        case 1 if g("guard 2", True): return "one"
        case y if g("guard 3", y > 5): return "big"
        case _: log.append("wild"); return "other"
for x in (1, 9, 2):
    log = []
    print(order(x, log), log)
class Eq:
    def __init__(self, name): self.name = name
    def __repr__(self): return self.name
    def __eq__(self, other): print(f"{self.name} == {other!r}", end=" "); return isinstance(other, int) and other == 7
class V: val = Eq("value")
match Eq("subject"):
    case 5: print("five")
    case None: print("none")
    case V.val: print("value")
    case 7: print("seven")
match 3:
    case x if x > 5: pass
print(x, "stays bound after a failed guard")
match 5:
    case _: print("wildcard", "_" in globals())
match = {"match": 1}
match match:
    case {"match": case}: print(case)
case = match
print(match is case, [m for m in match])
def no_match(x):
    match x:
        case 1: return "one"
    return "fell through"
print(no_match(1), no_match(2))
def nested(x):
    match x:
        case [a, b]:
            match a:
                case 0: return "inner zero"
                case _: return b
        case _: return None
print(nested([0, 1]), nested([1, 2]), nested(5))
for i in range(5):
    match i:
        case 1: continue
        case 3: break
    print(i, end=" ")
print()
def ret():
    try:
        match 1:
            case 1: return "returned"
    finally: print("finally", end=" ")
print(ret())
match 1, 2:
    case 1, 3: print("no")
    case a, b: print(a, b)
match (1):
    case (1): print("parenthesised")
match [1, 2], 3:
    case [[*x], y]: print(x, y)
match -0.0:
    case 0: print("minus zero is zero")
match float("nan"):
    case math.nan: print("never")
    case _: print("nan matches nothing")
