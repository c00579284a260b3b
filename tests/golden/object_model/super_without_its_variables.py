class C4:
    __slots__ = ('b', 'x', '__weakref__')
class C0(int): pass
class P:
    pass
try:
    class C5(C0, P): pass
    o = C5()
    print(hasattr(o, '__weakref__'))
    print(o.__weakref__)
except Exception as e: print(e)
class T(tuple, P): pass
try: print(T().__weakref__)
except Exception as e: print(type(e), e)
import weakref
try: weakref.ref(T())
except Exception as e: print(type(e), e)
def g():
    class A:
        def f(self): return super().x
        def g(self): return super().x()
        def h(self): return super()
        def i(self, super=super): return super().x
        def j(self): del self; return super().x
        def k(self): del self; return super().x()
        def l(self): del self; return super()
        def m(self): super().x = 5
        def n(self): return super(A, self).x
        def o(self): return (lambda: super().x)()
        def p(self): return [super().x for i in 'a']
        def q(*a): return super().x
        def r(*a): return super().x()
        def s(self): return super(*()).x
        def t(self):
            self = 5
            return super().x
        def u(self):
            self = 5
            return super().x()
        class B: pass
    return A
A = g()
a = A()
def run(n):
    try: print(n, getattr(a, n)())
    except Exception as e: print(n, type(e).__name__, e)
for n in 'fghijklmnopqrstu': run(n)
for n in 'fghimopqrs':
    f = getattr(A, n)
    i = f.__code__.co_freevars.index('__class__') if '__class__' in f.__code__.co_freevars else None
    if i is not None:
        del f.__closure__[i].cell_contents
        break
for n in 'fghijklmnopqrstu': run(n)
A.f.__closure__[0].cell_contents = 5
for n in 'fghijklmnopqrstu': run(n)
