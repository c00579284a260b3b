# The values of a mapping pattern come through the subject's get, which may be anything.
class E(AttributeError): pass
def mk(exc):
    class D(dict):
        def __getattribute__(self, n):
            print('  getattribute', n)
            raise exc(n)
    return D
class G(dict):
    def get(self, k, d=None): print('  G.get', k); return dict.get(self,k,d)
class H(dict):
    get = 5
class H2(dict):
    def __getattribute__(self, n):
        print('  ga', n)
        return super().__getattribute__(n)
class I(dict):
    @property
    def get(self): print('  prop'); return lambda k,d: k
class Data: pass
class J(dict):
    def __missing__(self,k): return 'm'
class K(dict):
    def __getattr__(self,n): print('  K',n); raise AttributeError(n)
def t(o):
    match o:
        case {"a": x, "b": y}: return 'two'
        case {"a": x}: return 'a', x
        case {**r}: return r
class C(dict): 
    get=None
import collections
for cls in (mk(AttributeError), mk(ValueError), mk(E), G, H, H2, I, J, K, C, collections.UserDict, collections.OrderedDict, collections.defaultdict):
    for v in ({}, {'a':1}, {'a':1,'b':2}, {'b':3,'c':4}):
        print(cls.__name__, v)
        for i in range(3):
            try: print(t(cls(v) if cls is not collections.defaultdict else cls(list, v)))
            except Exception as e: print(type(e).__name__, e)
