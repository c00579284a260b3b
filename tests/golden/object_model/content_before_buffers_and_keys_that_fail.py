def t(f,*a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, type(e.__context__).__name__)
class B(bytearray):
    def __buffer__(self, flags): return 5
t(float, B(b'')); t(float,B(b'12')); t(int,B(b'12')); t(complex,B(b'1')) ; t(bytes,B(b'12')); t(bytes.join,b'',[B(b'1')]); t(str,B(b'x'),'ascii')
t(lambda: b'a'+B(b'1')); t(lambda: B(b'2')==b'2'); t(lambda: b'2'==B(b'2'));t(lambda: B(b'2')<B(b'3')); t(B(b'123').find, b'2'); t(b'123'.find, B(b'2')); t(memoryview, B(b'1')); t(lambda: B(b'1')+b'2'); t(lambda: bytearray(b'1')+B(b'2')); t(lambda: b'1' in B(b'1'))
class Y(bytes):
    def __buffer__(self, flags): return 5
t(float, Y(b'')); t(float,Y(b'12')); t(int,Y(b'12')); t(bytes,Y(b'12')); t(lambda: Y(b'2')==b'2'); t(lambda: b'2'==Y(b'2')); t(b'123'.find, Y(b'2')); t(memoryview, Y(b'1')); t(lambda: Y(b'1')+b'2'); t(lambda: b'1'+Y(b'2'))
class S:
    def __buffer__(self, flags): return memoryview(b'7')
t(float,S()); t(int,S())
class M:
    def __init__(self, e): self.e=e
    def keys(self): return [1,7]
    def __getitem__(self,k): raise self.e
def f(**k): return k
for e in KeyError(1), KeyError('a'), KeyError(), KeyError(1,2), LookupError(1), KeyError([]), AttributeError('x'):
    t(lambda: f(**M(e))); t(lambda: f(a=1,**M(e))); t(lambda: dict(M(e))); t(lambda: {**M(e)}); t(lambda: f(**{'b':1},**M(e))); t(lambda: print(**M(e))); t(lambda: (lambda **k: k)(**M(e)))
class N:
    def keys(self): raise KeyError('k')
    def __getitem__(self,k): pass
t(lambda: f(**N()))
class N:
    def keys(self):
        yield 'a'
        raise KeyError('k')
    def __getitem__(self,k): pass
t(lambda: f(**N()))
import collections
t(lambda: f(**collections.ChainMap({1:2})))
import collections.abc as c
for k in c.Collection, c.Sized, c.Hashable, c.Iterable, c.Sequence, c.Mapping,c.Callable,c.Buffer, c.Awaitable,c.Coroutine, c.Generator, c.Iterator, c.Reversible, c.AsyncIterator, c.AsyncIterable, c.AsyncGenerator, c.Container:
    print(k.__subclasshook__, k.__dict__.get('__subclasshook__') and k.__dict__['__subclasshook__'].__func__.__qualname__)


class Foreign(bytearray):
    __buffer__ = bytes.__buffer__


t(lambda: Foreign(b"a") < Foreign(b"b"))
t(lambda: Foreign(b"a") == Foreign(b"a"))
t(memoryview, Foreign(b"a"))


class Text(str):
    def __buffer__(self, flags):
        return memoryview(b"7")


t(int, Text("x"))
t(int, Text("12"))
t(float, Text("x"))
