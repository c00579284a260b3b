"""super() without arguments: methods, class methods, static ones, properties, nested functions."""
class A:
    attr = "A.attr"
    def m(self): return "A.m"
    @classmethod
    def c(cls): return "A.c", cls.__name__
    @property
    def p(self): return "A.p"
class B(A):
    attr = "B.attr"
    def m(self): return "B", super().m(), super().attr
    @classmethod
    def c(cls): return "B", super().c()
    @property
    def p(self): return "B", super().p
    @staticmethod
    def s(x): return super().m()
    def lam(self): return (lambda me: super().m())(self)
    def gen(self): yield super().m()
    def comp(self): return [super().attr for _ in range(1)]
    def inner(self):
        def f(me): return super().m()
        return f(self)
b = B()
print(b.m(), b.c(), b.p, b.s(b), b.lam(), list(b.gen()), b.comp(), b.inner())
try:
    B.s(5)
except TypeError as e:
    print(e)
