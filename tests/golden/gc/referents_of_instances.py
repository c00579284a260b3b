def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def g():
    class S[T](None): pass
t(g)
def g():
    class S[T](5): pass
t(g)
def g():
    class S[T](len): pass
t(g)
def g():
    class S[T](type): pass
    return S.__bases__
t(g)
import gc
class P: pass
class Q:
    __slots__ = ('a', 'b')
class R(Q): pass
class E(Exception): pass
class L(list): pass
for o in (P(), Q(), R(), E(1), L([1])):
    o.a = 5; o.b = 'x'
    print(gc.get_referents(o))
    getattr(o, '__dict__', 0)
    print(gc.get_referents(o))
