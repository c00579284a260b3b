# Names and keys of namespaces that are not plain strings.
import warnings; warnings.simplefilter('ignore')
def t(label, f, *a):
    try: print(label, f(*a))
    except BaseException as e: print(label, type(e).__name__, e)
class S(str): pass
class H(str):
    def __hash__(self): print('hash', str(self)); return str.__hash__(self)
    def __eq__(self, o): print('eq', str(self), str(o)); return str.__eq__(self, o)
class A: pass
def kinds(d): return [(type(k).__name__, str(k)) for k in d]
a = A()
setattr(a, S('x'), 1)
t('inst', kinds, a.__dict__)
t('get', getattr, a, 'x'); t('get S', getattr, a, S('x')); print(a.x)
setattr(a, 'y', 1); setattr(a, S('y'), 2); t('inst', kinds, a.__dict__)
delattr(a, S('y')); t('inst', kinds, a.__dict__)
setattr(a, S('x'), 5); a.x = 6; t('inst', kinds, a.__dict__)
print('--- H')
a = A()
t('set', setattr, a, H('x'), 1)
t('inst', kinds, a.__dict__)
t('get', getattr, a, 'x'); 
t('get H', getattr, a, H('x'))
t('has H', hasattr, a, H('zz'))
t('del', delattr, a, H('x'))
t('inst', kinds, a.__dict__)
print('--- class')
t('set', setattr, A, S('cx'), 1)
t('cls', lambda: kinds(A.__dict__)[-1])
t('set', setattr, A, H('ch'), 1)
t('cls', lambda: kinds(A.__dict__)[-1])
t('get', lambda: A.ch); t('get', lambda: a.ch)
B = type('B', (), {S('q'): 1, H('r'): 2})
t('B', lambda: [k for k in kinds(B.__dict__) if k[1] in 'qr'])
t('B.q', lambda: (B.q, B().q, B.r, B().r))
print('--- subclass with own eq')
class E(str):
    __hash__ = str.__hash__
    def __eq__(self, o): return False
a = A()
t('set', setattr, a, E('x'), 1)
t('get', lambda: a.x)
t('get E', getattr, a, E('x'))
t('inst', kinds, a.__dict__)
setattr(a, E('x'), 2); t('inst', kinds, a.__dict__)
class D(str):
    def __hash__(self): return 7
a = A()
t('set', setattr, a, D('x'), 1)
t('get', lambda: a.x)
t('getD', getattr, a, D('x'))
t('inst', kinds, a.__dict__)
a.x = 3
t('inst', kinds, a.__dict__)
t('getD', getattr, a, D('x'))
print('--- not str')
class K:
    def __init__(s, n): s.n = n
    def __hash__(s): return hash(s.n)
    def __eq__(s, o): print('K.eq', o); return s.n == o
a = A()
a.__dict__[K('x')] = 1
t('get', lambda: a.x)
t('set', setattr, a, 'x', 2)
t('inst', lambda: [type(k).__name__ for k in a.__dict__])
t('get', lambda: a.x)
t('del', delattr, a, 'x')
t('inst', lambda: [type(k).__name__ for k in a.__dict__])
t('get', lambda: a.x)
K.__eq__ = lambda s, o: s.n == o
C = type('C', (), {K('m'): lambda self: 'm!', 5: 6})
t('C.m', lambda: callable(C.m))
t('C().m', lambda: C().m())
t('hasattr', hasattr, C, 'z')
t('C.__dict__', lambda: 5 in C.__dict__)
class Z: 
    locals()[K('zed')] = 4
    locals()[7] = 4
t('Z.zed', lambda: Z.zed)
g = {K('gg'): 4, '__builtins__': __builtins__}
t('global', eval, 'gg', g)
t('vars', lambda: sorted(map(str, vars(Z)))[:1])
t('dir', lambda: dir(Z)[:1])
import types
m = types.ModuleType('m'); m.__dict__[K('at')] = 3
t('mod', lambda: m.at)
def f(): pass
f.__dict__[K('fa')] = 3
t('func', lambda: f.fa)
setattr(f, S('fb'), 3); t('f', lambda: kinds(f.__dict__)) if 0 else None
class KM(type): pass
setattr(KM, 'u', 1)
a = A(); a.__dict__ = {K('x'): 9, S('y'): 8, 3: 4}
t('x', lambda: a.x); t('y', lambda: a.y); t('z', lambda: a.z)
t('d', lambda: [type(k).__name__ for k in a.__dict__])

print('--- hooks are given the object')
class Hooks:
    def __getattr__(self, name):
        return type(name).__name__
    def __setattr__(self, name, value):
        print('set', type(name).__name__); object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print('del', type(name).__name__); object.__delattr__(self, name)
h = Hooks()
setattr(h, S('x'), 1); print(getattr(h, S('y')), h.y, kinds(h.__dict__)); delattr(h, S('x')); print(h.__dict__)
class Get:
    def __getattribute__(self, name): return type(name).__name__
print(getattr(Get(), S('x')), Get().x)
import enum
class Field(enum.StrEnum):
    NAME = 'name'; AGE = 'age'
class Record: pass
r = Record()
for f in Field: setattr(r, f, f.value * 2)
print(r.__dict__, vars(r), r.name, r.age, getattr(r, Field.NAME), hasattr(r, Field.AGE))
r.name = 'new'; print(r.__dict__); delattr(r, Field.NAME); print(r.__dict__)
class Slots: __slots__ = ('x',)
s = Slots(); setattr(s, S('x'), 3); print(s.x, getattr(s, S('x')))
try: setattr(s, S('y'), 3)
except AttributeError as e: print(e, type(e.name).__name__)
class P:
    @property
    def p(self): return 'p!'
    @p.setter
    def p(self, v): print('set p', v)
print(getattr(P(), S('p'))); setattr(P(), S('p'), 4)
class M(type): pass
class W(metaclass=M): pass
setattr(W, S('w'), 1); print(kinds(vars(W))[-1], W.w, getattr(W, S('w')), getattr(W, S('__name__')))
delattr(W, S('w')); print(hasattr(W, 'w'), hasattr(W, S('w')))
print(type(getattr(W(), S('__class__'))).__name__, getattr(super(W, W()), S('__class__')) is super)
print(getattr(types, S('ModuleType')) is types.ModuleType, hasattr(types, S('nothing')))
try: getattr(W(), S('nothing'))
except AttributeError as e: print(e, type(e.name).__name__)
print('--- keys that fail')
class Bad:
    def __hash__(s): return hash('bad')
    def __eq__(s, o): raise ZeroDivisionError('compared')
b = A(); b.__dict__[Bad()] = 1
for what in lambda: b.bad, lambda: setattr(b, 'bad', 1), lambda: delattr(b, 'bad'), lambda: hasattr(b, 'bad'), lambda: b.good:
    t('bad', what)
X = type('X', (), {Bad(): 1, 'other': 2})
t('bad', lambda: X.bad); t('bad', lambda: X().bad); t('other', lambda: X.other)
print('--- shadowing')
class T:
    def m(self): return 'method'
    v = 'class'
x = T(); x.__dict__[K('m')] = lambda: 'own'; x.__dict__[K('v')] = 'own'
for i in range(3): print(x.m(), x.v)
class Never(K):
    def __eq__(s, o): return False
    __hash__ = K.__hash__
y = T(); y.__dict__[Never('m')] = lambda: 'own'; y.__dict__[Never('v')] = 'own'
for i in range(3): print(y.m(), y.v)
for o in (x, y, x, T(), y): print(o.m(), o.v)
