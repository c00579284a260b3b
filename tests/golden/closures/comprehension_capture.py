"""What closures made inside comprehensions and class bodies capture."""
def f():
    x = "local"
    a = [lambda: x for x in "ab"]
    b = [(lambda: (x, y)) for y in (1, 2)]
    x = "later"
    return [g() for g in a], [g() for g in b]
print(f())
def g(n): return [[lambda: (i, j, n) for j in range(2)] for i in range(2)]
print([h() for row in g(5) for h in row])
class C:
    x = 1
    a = [i for i in range(x + 1)]
    try:
        b = [x for i in range(1)]
    except NameError as error:
        b = str(error)
    c = (lambda: 5)()
    def m(self): return [__class__ for _ in "a"][0]
    d = [(lambda: __class__) for _ in "a"]
    e = {i: i * 2 for i in (x, x + 1)}
    f = [k for k in (lambda: [1])()]
print(C.a, C.b, C.c, C().m() is C, C.d[0]() is C, C.e, C.f)
def walrus():
    fs = [lambda: last for i in range(3) if (last := i) >= 0]
    return [f() for f in fs], last
print(walrus())
def gen_late():
    n = 1
    g = (n * i for i in range(3))
    n = 10
    return list(g)
print(gen_late())
def gen_first_eager():
    items = [1, 2]
    g = (x for x in items)
    items = [3]
    return list(g)
print(gen_first_eager())
def nested_eager():
    a, b = [1], [2]
    g = ((x, y) for x in a for y in b)
    a, b = [10], [20]
    return list(g)
print(nested_eager())
x = "module"
print([x for x in "q"], x, {x for x in [1]}, x, {x: x for x in [2]}, x, list(x for x in [3]), x)
def inner_names():
    r = [locals_ for locals_ in [sorted(locals())]]
    return r, sorted(locals())
print(inner_names())
def cell_in_comp(x):
    def f(): return x
    r = [x for x in range(3)]
    return f(), x, r
print(cell_in_comp("arg"))
def delete_cell():
    z = 1
    r = [z for z in range(2)]
    def k(): return z
    return r, z, k()
print(delete_cell())
def lambdas_default(): return [(lambda a=i, *, b=j: (a, b))() for i in range(2) for j in "xy"]
print(lambdas_default())
def sets():
    seen = set()
    return [x for x in [1, 2, 1, 3] if not (x in seen or seen.add(x))], seen
print(sets())
