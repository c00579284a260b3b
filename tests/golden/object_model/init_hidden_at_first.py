def t(*f):
    for g in f:
        try: print(g())
        except Exception as e: print(type(e).__name__, e)
class Meta(type):
    def mro(cls): return type.mro(cls)[::-1]
class A(metaclass=Meta):
    def __init__(self, *a): pass
class B(A):
    def __init__(self, *a): pass
class C(A): pass
class D(A):
    def __new__(cls, *a): return object.__new__(cls)
    def __init__(self, *a): pass
class I(int, metaclass=Meta):
    def __init__(self, *a): pass
    def __new__(cls, *a): return int.__new__(cls)
for c in (A, B, C, D, I):
    print(c.__name__); t(lambda: type(c(1)), lambda: type(c()), lambda: c.__init__(c(), 1), lambda: type(c.__new__(c, 1)))
c = A; A.__init__ = lambda s, *a: None
for c in (A, B, C, D): t(lambda: type(c(1)))
del A.__init__
for c in (A, B, C, D): t(lambda: type(c(1)))
A.__bases__ = (object,)
for c in (A, B, C, D): t(lambda: type(c(1)))
