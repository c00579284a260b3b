import sys
class L:
    def __delitem__(s, i): print(sys._getframe(1).f_lineno)
    def __delattr__(s, i): print(sys._getframe(1).f_lineno)
x = L()
del x[0], \
    x.q
del (x.a,
  x.b,
   x[1])
class M(type):
    def __instancecheck__(c, o):
        print('check', sys._getframe(1).f_lineno)
        return True
class C(metaclass=M):
    __match_args__ = ('p',)
class Q:
    def __getattr__(self, n):
        print(n, sys._getframe(1).f_lineno)
        raise AttributeError(n)
    def __len__(self):
        print('len', sys._getframe(1).f_lineno)
        return 2
    def __getitem__(self, i):
        print('item', i, sys._getframe(1).f_lineno)
        if i > 2: raise IndexError
        return i
import collections.abc
class Seq(collections.abc.Sequence):
    def __iter__(self): return iter((7, 8))
    __len__ = Q.__len__
    __getitem__ = Q.__getitem__
class Map(collections.abc.Mapping):
    __len__ = Q.__len__
    __getitem__ = Q.__getitem__
    def __iter__(self): return iter((1, 2))
    def keys(self):
        print('keys', sys._getframe(1).f_lineno)
        return [1, 2]
    def get(self, k, d):
        print('get', k, type(d), sys._getframe(1).f_lineno)
        return k
def f(v):
    x = 1
    match v:
        case C(1): return 1
        case C(
          u=1
        ): return 1
        case [1,
              2]:
            return 2
        case {
            1: 2,
            3: 4}: return 3
        case {1: 1,
              **rest}: return rest
        case _:
            return 4
for v in (Q(), Seq(), Map()):
    print(f(v))
class D:
    def __get__(s, *a): raise AttributeError("q")
class G: __iter__ = D(); __getitem__ = D()
class H:
    __iter__ = D()
    def __getitem__(self, i): raise IndexError
for c in (G, H):
    try: print(type(iter(c())))
    except TypeError as e: print(e)
def deco(*a):
    return lambda f: f
@deco(1,
      2)
@deco(3)
def t():
    pass
@deco(1)
class K:
    @property
    def p(self): pass
    @staticmethod
    @deco(5)
    async def q(self): yield
@deco(5)
def gen():
    yield
print(t.__code__.co_firstlineno, K.p.fget.__code__.co_firstlineno, K.q.__code__.co_firstlineno, K.__firstlineno__)
g = gen()
print(gen.__code__.co_firstlineno, g.gi_frame.f_lineno, next(iter(gen.__code__.co_lines()))[2])
try: gen().throw(KeyError)
except KeyError as e: print(e.__traceback__.tb_next.tb_lineno)
import inspect
print(inspect.getsource(t), inspect.getsource(K.q), inspect.getsource(gen), inspect.getsourcelines(gen)[1])
print(inspect.getsource(K))
import traceback
try: gen().throw(KeyError)
except KeyError as e:
    last = traceback.extract_tb(e.__traceback__)[-1]
    print(last.lineno, last.colno, last.end_colno)
