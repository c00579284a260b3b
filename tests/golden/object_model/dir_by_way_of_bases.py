import builtins, collections, functools, operator, types
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)

class A: x = 1
class B(A): y = 1
class C(A): z = 1
class D(B, C): w = 1
print([n for n in D().__dir__() if n[0] != '_'], [n for n in type.__dir__(D) if n[0] != '_'])
class M(type):
    __dict__ = 4
class N(type):
    @property
    def __dict__(self): return {'zz': 1}
class O(type):
    @property
    def __bases__(self): return (C,)
for m in (M, N, O):
    class K(D, metaclass=m): k = 1
    t(lambda: [n for n in dir(K()) if n[0] != '_']); t(lambda: [n for n in type.__dir__(K) if n[0] != '_'])
    t(lambda: K().kk)
    class K2(K): pass
    t(lambda: [n for n in dir(K2()) if n[0] != '_']); t(lambda: [n for n in dir(K2) if n[0] != '_'])
class P(type):
    def mro(cls): return type.mro(cls) if cls.__name__ != 'X' else [cls, A, B, A, object]
class X(B, metaclass=P): pass
class Y(X): pass
print([k.__name__ for k in Y.__mro__])
def f():
    class Z(X, C): pass
t(f)
