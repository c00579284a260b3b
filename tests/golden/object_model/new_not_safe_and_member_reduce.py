import copy, pickle, typing
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A(tuple):
    def __new__(cls, *a): return object.__new__(cls)
class B(A): __new__ = object.__new__
class C(int): pass
class D(C):
    def __new__(cls, *a): return super().__new__(cls, *a)
class E(D): pass
for k in (A, B): t(k)
for k in (C, D, E): t(object.__new__, k); t(float.__new__, k)
class S:
    __slots__ = ('a',)
t(lambda: copy.deepcopy(S.a) is S.a); t(copy.copy, S.a); t(S.a.__reduce__)
class M(type):
    def __eq__(cls, o): return True
    __hash__ = type.__hash__
class F(metaclass=M): pass
def g():
    class Sub[T](F): pass
    return Sub.__mro__, Sub.__orig_bases__
t(g)
class G:
    def __eq__(self, o): return True
def g():
    class Sub[T](G()): pass
    return Sub
t(lambda: type(g()))
t(lambda: sorted(vars(typing.Generic[typing.TypeVar('T')])))
