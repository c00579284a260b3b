"""yield in every position of an expression, and what surrounds it is kept."""
def drive(gen, *sends):
    out = []
    try:
        out.append(next(gen))
        for s in sends: out.append(gen.send(s))
        while True: out.append(next(gen))
    except StopIteration as stop:
        return out, stop.value
def note(x): print(x, end=" "); return x
def args(): return note("f") and (lambda *a, **k: (a, k))(note(1), (yield "a"), note(2), *(yield "b"), k=(yield "c"), **(yield "d"))
print(drive(args(), 10, [20, 21], 30, {"z": 40}))
def binop(): return note(1) + (yield "left") * (yield "right") - note(2)
print(drive(binop(), 5, 6))
def compare(): return note(1) < (yield "x") < (yield "y")
print(drive(compare(), 5, 6), drive(compare(), 0))
def boolean(): return (yield 1) and (yield 2) or (yield 3)
print(drive(boolean(), 1, 0, "third"), drive(boolean(), 1, "second"), drive(boolean(), 0, "3"))
def display(): return [note("l"), (yield 1), *(yield 2)], {(yield 3): (yield 4)}, {(yield 5)}, ((yield 6),)
print(drive(display(), "a", "bc", "k", "v", "s", "t"))
def subscript():
    d = {"a": [1, 2, 3]}
    d[(yield "key")][(yield "index")] = yield "value"
    d["a"][(yield "lo"):(yield "hi")] = [(yield "new")]
    del d["a"][(yield "del")]
    return d
print(drive(subscript(), "V", "a", 0, "N", 1, 3, 0))
def ternary(): return (yield "then") if (yield "test") else (yield "else")
print(drive(ternary(), True, "T"), drive(ternary(), False, "E"))
def augmented():
    x = 1
    x += yield x
    l = [0]
    l[(yield "i")] += yield "add"
    class O: pass
    O.v = 5
    O.v -= yield "attr"
    return x, l, O.v
print(drive(augmented(), 10, 0, 7, 2))
def fstring(): return f"{(yield 1)}-{(yield 2)!r:>{(yield 3)}}"
print(drive(fstring(), "a", "b", 6))
def control():
    if (yield "if"): note("yes")
    while (yield "while"): note("loop")
    for i in (yield "for"): note(i)
    with (yield "with") as f: note(f)
    try: raise (yield "raise")
    except Exception as e: note(repr(e))
    assert (yield "assert"), (yield "message")
class CM:
    def __enter__(self): return "entered"
    def __exit__(self, *a): note("exit")
try:
    drive(control(), 1, 1, 0, "ab", CM(), KeyError("k"), 0, "msg")
except AssertionError as error:
    print(error)
def nested(): return (yield (yield (yield 1)))
print(drive(nested(), 2, 3, 4))
def lambda_default(): return (lambda a=(yield "default"): a)()
print(drive(lambda_default(), 5))
def call_target(): return (yield "func")((yield "arg"))
print(drive(call_target(), str.upper, "text"))
def method(): return (yield "obj").join((yield "items"))
print(drive(method(), "-", "abc"))
def tup(): x = yield 1, 2; y, *z = yield; return x, y, z
print(drive(tup(), "x", "yzz"))
def walrus(): return (n := (yield "w")) + n
print(drive(walrus(), 4))
def unary(): return -(yield 1), not (yield 2), ~(yield 3)
print(drive(unary(), 5, 0, 1))
def starred(): return [*(yield 1), *(yield 2)], {**(yield 3)}
print(drive(starred(), "a", "b", {"k": 1}))
def deco():
    @(yield "decorator")
    def f(x=(yield "default")): return x
    class C((yield "base")): y = 1
    return f, C.__bases__
print(drive(deco(), lambda f: f(), "D", int))
def ret(): return (yield)
print(drive(ret(), "R"))
def match_():
    match (yield "subject"):
        case [a, b] if (yield "guard"): return a, b
        case _: return (yield "fallback")
print(drive(match_(), [1, 2], True), drive(match_(), [1, 2], False, "fb"))
def del_(): del (yield "d")[(yield "k")]
print(drive(del_(), {"a": 1}, "a"))
def chained(): a = b = yield "c"; return a, b
print(drive(chained(), 9), drive((lambda: ((yield 1), (yield 2)))(), "a", "b"))
