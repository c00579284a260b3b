import abc, collections.abc, copy, gc, types, weakref
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A(abc.ABC): pass
class B(abc.ABC): pass
class C: pass
print(weakref.getweakrefcount(C)); isinstance(C(), A); print(weakref.getweakrefcount(C))
issubclass(C, B); print(weakref.getweakrefcount(C)); A.register(C); print(weakref.getweakrefcount(C))
print(isinstance(C(), A), weakref.getweakrefcount(C)); del A; gc.collect(); print(weakref.getweakrefcount(C))
class M(type):
    __hash__ = None
class N(type):
    def __hash__(cls): print('hash'); return 1
class D(metaclass=M): pass
class E(metaclass=N): pass
t(isinstance, D(), B); t(issubclass, D, B); t(B.register, D); t(isinstance, D(), collections.abc.Sized)
t(isinstance, E(), B)
class F:
    __copy__ = __deepcopy__ = None
t(lambda: type(copy.copy(F())).__name__); t(lambda: type(copy.deepcopy(F())).__name__)
class G:
    __reduce_ex__ = None
    def __reduce__(self): return (list, ())
t(copy.copy, G())
class H:
    __reduce_ex__ = __reduce__ = None
t(lambda: copy.copy(H()))
class NS(types.SimpleNamespace): pass
class NP(C, types.SimpleNamespace): pass
for o in (types.SimpleNamespace(), NS(), NP(), types.ModuleType('m')):
    t(setattr, o, '__dict__', {}); t(delattr, o, '__dict__')
class J(int):
    __module__ = 'builtins'
    __qualname__ = 'Q.r'
class K: __qualname__ = 'Q.s'
print(J, K); K.__module__ = 5; print(K)
class L(bytearray):
    def __buffer__(self, flags): return 5
class O(bytes):
    def __buffer__(self, flags): return memoryview(b'other')
for o in (L(b'ab'), O(b'cd')):
    for f in (bytes, bytearray, len, lambda o: o + o, lambda o: o * 2, lambda o: o <= o, lambda o: o.find(b'c'), lambda o: b'x' + o, lambda o: o.hex(), lambda o: memoryview(o)[0], lambda o: b''.join([o]), lambda o: o == b'cd', lambda o: o.upper(), hash if type(o) is O and 0 else repr):
        t(f, o)
