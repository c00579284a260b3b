"""Default values: when they are evaluated, sharing, scope and order."""
def n(x): print("eval", x, end="; "); return x
def f(a=n(1), b=n(2), *, c=n(3), d: n("ann")=n(4)) -> n("ret"): return a, b, c, d
print("defined")
print(f(), f(9), f(b=8), f(d=7))
def acc(x, into=[]): into.append(x); return into
print(acc(1), acc(2), acc(3, []), acc(4), acc.__defaults__)
x = 1
def g(v=x): return v, x
x = 2
print(g())
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [f(9) for f in fs])
class C:
    k = 5
    def m(self, v=k, *, w=k * 2): return v, w
    k = 6
print(C().m())
def outer(y):
    def inner(a=y, *, b=y + 1): return a, b
    y = 100
    return inner
print(outer(1)(), outer(5)(b=0))
def h(a, b=lambda: "default call", c=(1, 2), d={"k": []}): return b(), c, d
print(h(0), h(0, lambda: 1)[0])
try:
    def broken(a=1 / 0): pass
except ZeroDivisionError as error:
    print(error, "broken" in globals())
def deco(tag):
    print("deco", tag, end="; ")
    def apply(f): print("apply", tag, end="; "); return f
    return apply
@deco("one")
@deco("two")
def decorated(a=n("default")): pass
print()
(lambda a=n("lambda"), *b, c=n("kw"): print(a, b, c))()
print((lambda *, k=1: k)(), (lambda x, /, y=2: (x, y))(1), (lambda: (yield))().__class__.__name__, (lambda *a, **k: (a, k))(1, z=2))
def late(a=None):
    if a is None: a = []
    a.append(1)
    return a
print(late(), late(), late([0]))
def shadow(print=lambda *a: "shadowed"): return print(1)
print(shadow())
def same(a, b=2, c=3): return a, b, c
same.__defaults__ = (7,)
print(same(1, 2))
try:
    same(1)
except TypeError as error:
    print(error)
