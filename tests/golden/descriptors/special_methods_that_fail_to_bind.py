"""Special methods whose __get__ fails: which operations go on without them."""
class M(type):
    def mro(cls):
        del M.mro
        return (B,)
class B: pass
try:
    class A(metaclass=M): pass
except TypeError as e: print(e)
class Base: pass
class Meta1(type, Base): pass
class Meta2(Base,type): pass
class D(metaclass=Meta1): pass
class E(metaclass=Meta2): pass
for x in D,E:
    for f in (lambda: setattr(x,'__dict__',{}), lambda: delattr(x,'__dict__'), lambda: Base.__dict__['__dict__'].__set__(x,{}), lambda: type(Base.__dict__['__dict__'].__get__(x)), lambda:type(x.__dict__)):
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
class I:
    __init__ = property(lambda s: 1/0)
    __add__ = property(lambda s: 1/0)
    __eq__ = property(lambda s: 1/0)
    __hash__ = property(lambda s: 1/0)
    __bool__ = property(lambda s: 1/0)
    __len__ = property(lambda s: 1/0)
    __iter__ = property(lambda s: 1/0)
    __getitem__ = property(lambda s: 1/0)
    __contains__ = property(lambda s: 1/0)
    __call__ = property(lambda s: 1/0)
    __neg__ = property(lambda s: 1/0)
    __lt__ = property(lambda s: 1/0)
    __radd__ = property(lambda s: 1/0)
    __iadd__ = property(lambda s: 1/0)
    __int__ = property(lambda s: 1/0)
    __index__ = property(lambda s: 1/0)
    __enter__ = property(lambda s: 1/0)
    __length_hint__ = property(lambda s: 1/0)
    __next__ = property(lambda s: 1/0)
    __setitem__ = property(lambda s: 1/0)
    __setattr__ = property(lambda s: 1/0)
    __getattr__ = property(lambda s: 1/0)
    __format__ = property(lambda s: 1/0)
import operator
i = object.__new__(I)
def with_():
    with i: pass
def st(): i.x=1
def iadd():
    j=i; j+=1
    try: print(n,f())
    except Exception as e: print(n,type(e).__name__, e)
