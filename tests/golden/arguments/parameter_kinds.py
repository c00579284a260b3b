"""Every kind of parameter receives what it should."""
def f(a, b, /, c, d=4, *args, e, g=7, **kw):
    return a, b, c, d, args, e, g, kw
print(f(1, 2, 3, e=5))
print(f(1, 2, c=3, e=5, a="kw a", b="kw b"))
print(f(1, 2, 3, 40, 50, 60, e=5, g=70, h=8, i=9))
print(f(*range(6), **{"e": 1, "z": 2}))
def only_star(*, k=1, **rest): return k, rest
print(only_star(), only_star(k=2, j=3))
def args_only(*args): return args
def kw_only(**kw): return kw
print(args_only(), args_only(*[]), kw_only(), kw_only(**{}), kw_only(self=1, cls=2, args=3))
def order(**kw): return list(kw)
print(order(z=1, y=2, **{"x": 3}, a=4))
def mutate(*args, **kw):
    kw["new"] = 1
    args += (9,)
    return args, kw
d = {"a": 1}
t = [1]
print(mutate(*t, **d), d, t)
def posonly(x, /, **kw): return x, kw
print(posonly(1, x=2))
def locals_order(a, *args, b, **kw):
    z = 1
    return list(locals())
print(locals_order(1, b=2))
class C:
    def m(self, /, **kw): return kw
    def __call__(self, *args, **kw): return args, kw
    def __init__(self, **kw): self.__dict__ = kw
print(C().m(self=1), C()(other=2), vars(C(a=1)))
print((lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3), (lambda *a, b=2: (a, b))(1), (lambda **k: k)(x=1))
def annotated(a: "A", /, b: "B" = 1, *args: "ARGS", c: "C", **kw: "KW") -> "R": pass
print(annotated.__annotations__)
def star_annotation(*args: *tuple[int, ...]): pass
print(star_annotation.__annotations__)
def defaults_then_kwonly(a=1, *, b, c=3): return a, b, c
print(defaults_then_kwonly(b=2), defaults_then_kwonly(0, c=1, b=5))
def trailing(a, b,): return a, b
print(trailing(1, 2,), trailing(*[1, 2],), trailing(**{"a": 1, "b": 2},), trailing(1, b=2,))
def many(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, *, k0, k1, k2): return a0 + a9 + k0 + k2
print(many(*range(10), k2=1, k1=2, k0=3))
big = {f"k{i}": i for i in range(300)}
print(len(kw_only(**big)), sum(args_only(*range(1000))), eval("args_only(" + ",".join(map(str, range(300))) + ")")[-1])
def gen_args(*args): return args
print(gen_args(x for x in "ab")[0].__class__.__name__, gen_args(*(x for x in "ab")), list(map(gen_args, [1, 2], "ab")))
