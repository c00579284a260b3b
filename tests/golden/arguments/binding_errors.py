"""The message for every way to call a Python function wrongly."""
def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def d2(a, b=1): pass
def d3(a, b=1, c=2): pass
def k1(*, k): pass
def k2(*, k, l): pass
def k3(*, k, l, m=1): pass
def ak(a, *, k): pass
def v(*args): pass
def va(a, *args, k): pass
def kw(**kw): pass
def po(a, b, /): pass
def pod(a, b=1, /, c=2): pass
def pok(a, /, **kw): pass
def mixed(a, b, /, c, d=1, *args, e, f=2, **kw): pass
class C:
    def m(self): pass
    def m2(self, a, b): pass
    def none(): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    def __init__(self, x=1): pass
    def __call__(self, y): pass
class NoInit: pass
class New:
    def __new__(cls, a): return object.__new__(cls)
c = C()
def outer():
    def inner(a): pass
    return inner
inner = outer()
lam = lambda x: x
calls = """f0(1); f0(1, 2); f0(a=1); f1(); f1(1, 2); f1(1, 2, 3); f1(a=1, b=2); f1(1, a=2); f1(b=1); f2(); f2(1); f2(b=1); f3(); f3(1, c=3); f3(1, 2, 3, 4); f3(a=1)
d2(); d2(1, 2, 3); d2(b=1); d3(); d3(1, 2, 3, 4, 5); d3(1, d=2); d3(1, 2, b=3); k1(); k1(1); k1(1, k=2); k1(1, 2, k=3); k1(j=1); k2(); k2(k=1); k3(); k3(1, k=1, l=2); ak(); ak(1); ak(1, 2); ak(1, 2, k=3)
ak(k=1); v(a=1); va(); va(1); va(k=1); va(1, 2, k=3, j=4); kw(1); kw(1, 2); po(); po(1); po(a=1, b=2); po(1, b=2); po(1, 2, 3); po(1, 2, c=3); pod(a=1); pod(1, b=2); pod(1, 2, 3, 4); pod(); pok(); pok(a=1); pok(1, a=2)
mixed(); mixed(1); mixed(1, 2); mixed(1, 2, 3); mixed(1, 2, c=3); mixed(1, 2, 3, c=4, e=5); mixed(a=1, b=2, c=3, e=4); mixed(1, 2, 3, 4, 5, 6); c.m(1); C.m(); c.m2(1); c.m2(1, 2, 3); c.m2(1, a=2); c.none(); C.none(1); c.c(); C.c(1, 2); c.s(); C.s(1, 2)
C(1, 2); C(y=1); c(); c(1, 2); c(z=1); NoInit(1); NoInit(a=1); New(); New(1, 2); New(b=1); inner(); lam(); lam(1, 2); object(1); f1(*[1, 2]); f1(**{'a': 1, 'b': 2}); f1(1, **{'a': 1}); f2(*[1], **{'a': 2}); f3(*[], **{}); (lambda: 0)(1); (lambda *, z: 0)(); f1(aa=1); d3(1, cc=2); k1(kk=1)""".replace("\n", "; ").split("; ")
for call in calls:
    try:
        eval(call)
        print(call, "fine")
    except TypeError as error:
        print(call, "->", error)
