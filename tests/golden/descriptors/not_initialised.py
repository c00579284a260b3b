def t(f, *a, **k):
    try: print(str(f(*a, **k)).split(" at 0x")[0])
    except BaseException as e: print(type(e).__name__, e, type(e.__context__).__name__)
import types, functools, weakref, copy, pickle
for K in (staticmethod, classmethod, property, super, functools.cached_property, functools.partialmethod):
    class S(K):
        def __init__(self): pass
    s = S()
    print(K.__name__)
    for f in (repr, lambda s: s.__func__, lambda s: s.__wrapped__, lambda s: s.__get__(5), lambda s: s.__get__(5,int), lambda s: s.__isabstractmethod__, lambda s: s.__doc__, lambda s: s.__name__, lambda s: s.__dict__, lambda s: type(s.__reduce_ex__(2)), lambda s: s.__thisclass__, lambda s: s.__self__, lambda s: s.fget, lambda s: s.xyz, lambda s: S.__init__(s) , lambda s: s.__set__(5,5), lambda s: s.__delete__(5), lambda s: s.getter(5).fget, lambda s: s.__set_name__(int, 'a'),lambda s: s.__set_name__(int), lambda s: s.__set_name__(), lambda s: s.__set_name__(int,'a',1)):
        t(lambda: str(f(s)).split(" at 0x")[0])
class D:
    s = type('S', (staticmethod,), {'__init__': lambda self: None})()
    c = type('S', (classmethod,), {'__init__': lambda self: None})()
    p = type('S', (property,), {'__init__': lambda self: None})()
for n in 'scp':
    t(lambda: getattr(D, n)); t(lambda: getattr(D(), n)); t(lambda: setattr(D(), n, 1))

t(lambda: type(reversed(weakref.proxy(D()))))
d = D()
t(lambda: reversed(weakref.proxy(d)))
t(lambda: reversed(weakref.proxy(D)))
class Q:
    def __reversed__(self): return 5
q = Q()
t(lambda: reversed(weakref.proxy(q)))
class Q:
    def __reversed__(self): raise TypeError('x')
q = Q()
t(lambda: reversed(weakref.proxy(q)))
class Q:
    __reversed__ = None
q = Q()
t(lambda: reversed(weakref.proxy(q)))
class Q:
    def __len__(self): return 2
    def __getitem__(self, i): return i
q = Q()
t(lambda: list(reversed(weakref.proxy(q))))
t(lambda: reversed(weakref.proxy(Q)))
t(lambda: list(weakref.proxy(Q)))
t(lambda: weakref.proxy(q)())
t(lambda: weakref.proxy(q)(1,2))
t(lambda: weakref.proxy(Q)(1,2))
def f(): pass
t(lambda: reversed(weakref.proxy(f)))
t(lambda: reversed(weakref.proxy(q)))
