"""Unpacking mappings and their views; swapping; enumerate, zip and items in for targets."""
d = {"a": 1, "b": 2, "c": 3}
first, *others = d
(k1, v1), *rest = d.items()
*_, last = d.values()
print(first, others, k1, v1, rest, last, [*d], {*d} == set("abc"), (*d.values(),), {**d, "a": 0}, {**{}, **d} == d)
for i, (k, v) in enumerate(d.items()): print(i, k, v, end="; ")
for (a, b), c in zip(d.items(), "xyz"): print(a, b, c, end="; ")
for k, *v in ["abc", (1,), [2, [3]]]: print(k, v, end="; ")
print()
inverse = {v: k for k, v in d.items()}
print(inverse, dict(zip(d.values(), d)), dict(map(reversed, d.items())), sorted(d.items(), key=lambda kv: -kv[1]))
matrix = [[1, 2, 3], [4, 5, 6]]
print([*zip(*matrix)], [list(r) for r in zip(*matrix[::-1])], [x for row in matrix for x in row], sum(matrix, []))
(a, b), (c, (e, *f)) = [1, 2], (3, "xyz")
print(a, b, c, e, f)
a, b, c = c, a, b
print(a, b, c)
l = [1, 2, 3, 4]
l[0], l[-1] = l[-1], l[0]
l[1:3] = l[2], l[1]
i = 0
i, l[i], *l[2:] = 1, "x", "y", "z"
print(l, i)
def swap(d, x, y): d[x], d[y] = d[y], d[x]; return d
print(swap(dict(d), "a", "c"), swap([1, 2], 0, 1))
def multi(): return {"x": 1}, [2, 3], (4,)
m, [n, o], (p,) = multi()
print(m, n, o, p)
keys = iter(d)
x, y = next(keys), next(keys)
z, = keys
print(x, y, z)
for source in ("a, b = d", "a, b, c, e = d", "(a, b), *c = d", "for k, v in d: pass", "for k, v in d.values(): pass", "for (k, v), w in d.items(): pass", "a, b = d.popitem(), 1; print(a, b)", "[a, b] = d.items()", "a, *b = {}", "*a, = {}; print(a)", "a, b = {1: 2}.items()", "(a, b), = {1: 2}.items(); print(a, b)", "a, b = b, a = 1, 2; print(a, b)", "for a.b in []: pass", "(a), (b) = 'xy'; print(a, b)", "a = *d,; print(a)", "a = [*d, *d.values()]; print(a)"):
    try: exec(source, {"d": dict(d)})
    except Exception as error: print(source, "->", type(error).__name__, error)
