"""Iteration variables stay inside; the first iterable is evaluated outside."""
i = "outer"
print([i for i in range(2)], i)
try:
    [undefined_c for c in range(1)]
except NameError as error:
    print(error)
def f():
    return [j for j in range(2)], "j" in locals()
print(f())
class C:
    n = 3
    outer_ok = [k for k in range(n)]
    try: inner = [n for k in range(1)]
    except NameError as error: inner = str(error)
    try: cond = [k for k in range(1) if n]
    except NameError as error: cond = str(error)
    try: second = [1 for a in [1] for b in range(n)]
    except NameError as error: second = str(error)
    nested_first = [[x for x in y] for y in [range(n)]]
    gen = list(k for k in range(n))
    try: gen_inner = list(n for k in [1])
    except NameError as error: gen_inner = str(error)
    lam = lambda: [q for q in range(2)]
print(C.outer_ok, C.inner, C.cond, C.second, C.nested_first, C.gen, C.gen_inner, C.lam())
def g(x):
    a = [x for x in [x, x + 1]]
    b = {x: y for x, y in enumerate([x])}
    c = {x for x in (x,)}
    d = list(x for x in [x] for x in [x, x])
    return a, b, c, d, x
print(g(5))
def h():
    y = 1
    def k():
        return [z + y for z in range(2)]
    return k()
print(h())
print([[i, j] for i in range(2) for j in range(i + 1)], [[j for j in range(i)] for i in range(3)], [(i, j) for i, *j in ["ab", "cde"]])
print([f() for f in [(lambda: x) for x in [1]]], [x.attr for x in [type("T", (), {"attr": 1})]])
lst = [0]
print([lst[0] for lst[0] in range(3)] , lst)
class O: pass
print([O.v for O.v in "ab"], O.v)
d = {}
print([d["k"] for d["k"] in "xy"], d)
try:
    print([(yield_) for yield_ in 5])
except TypeError as error:
    print(error)
def free_and_iter(items):
    total = 0
    def add(x):
        nonlocal total
        total += x
        return total
    return [add(x) for x in items if (lambda: x > 1)()], total
print(free_and_iter([1, 2, 3]))
def exc_inside():
    try: [1 / x for x in (1, 0)]
    except ZeroDivisionError: return "x" in locals(), [e for e in locals()]
print(exc_inside())
print([x for x in range(5) if x if x % 2], [a for a in (b for b in (c for c in range(3)))], {**{k: v for k, v in zip("ab", [1, 2])}}, [*(x for x in "p"), *[x for x in "q"]])
for source in ["[x for x in y := [1]]", "[x, y for x in [1]]", "[*x for x in []]", "{**x for x in []}", "[for x in y]", "[x for x in]", "(x for x in y, z)", "f(x for x in y, 1)", "f(1, x for x in y)", "[x for 1 in y]", "[x for f() in y]", "[x for x in y if]", "{x: y for x, y}", "{x: **y for x in z}", "[x async for x in y]", "[await x for x in y]", "[(yield x) for x in y]", "[x for x.y in z]", "(*x for x in y)", "{*x for x in y}", "[x for x, in y]", "[x if y for x in z]", "[x for x in lambda: y, 1]", "[x for x in 1, 2]", "dict(x: 1 for x in y)", "[x = 1 for x in y]", "class C(x for x in y): pass"]:
    try:
        compile(source, "<s>", "exec")
        print(source, "fine")
    except SyntaxError as error:
        print(source, "->", error.msg)
