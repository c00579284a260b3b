import collections
def t(*f):
    for g in f:
        try: print(g())
        except Exception as e: print(type(e).__name__, e)
class Meta(type): pass
NT = collections.namedtuple('NtB', 'a b', defaults=(1, 2))
class C0(NT): pass
class C1(C0, metaclass=Meta): pass
class C2(C1):
    def __init__(self, *args): self.x = 1
class D0: pass
class D1(D0, metaclass=Meta): pass
class D2(D1):
    def __init__(self, *args): self.x = 1
class E1(D0, metaclass=Meta):
    def __new__(cls, *args): return super().__new__(cls)
class E2(E1):
    def __init__(self, *args): self.x = 1
class F1(int, metaclass=Meta): pass
class F2(F1):
    def __init__(self, *args): self.x = 1
    def __repr__(self): return "F2"
    def __add__(self, o): return "F2+"
class G1(D0, metaclass=Meta):
    def __new__(cls, *args): return super().__new__(cls)
    def __init__(self, *args): self.x = 1
class G2(G1): pass
all = (C2, D2, E2, F2, G2, C1, D1, E1, F1, G1)
for c in all:
    print(c.__name__); t(lambda: type(c(1)), lambda: type(c()), lambda: type(c(1, 2, 3)))
Meta.mro = lambda cls: type.mro(cls)[::-1]
for c in (C1, D1, E1, F1, G1):
    t(lambda: setattr(c, "__bases__", c.__bases__))
for c in all:
    print(c.__name__, [k.__name__ for k in c.__mro__]); t(lambda: type(c(1)), lambda: type(c()), lambda: type(c(1, 2, 3)), lambda: c.__init__ is object.__init__, lambda: c.__new__ is object.__new__, lambda: str(c())[:9], lambda: c() + 1, lambda: c.__add__)
