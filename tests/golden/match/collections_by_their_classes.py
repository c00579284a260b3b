import abc, collections, collections.abc, types, typing
def what(o):
    match o:
        case [*_]: return 'sequence'
        case {}: return 'mapping'
        case int(x): return 'number'
        case _: return 'neither'
class Odd(AttributeError):
    @property
    def __class__(self): raise AttributeError('class')
class A: pass
class B(A): pass
class C(B, list): pass
class D(dict): pass
class E(collections.UserDict): pass
class F(collections.UserList): pass
class G(collections.abc.Sequence):
    def __getitem__(self, i): raise IndexError
    def __len__(self): return 0
print([what(o) for o in (Odd(), A(), B(), C(), D(), E(), F(), G(), 'a', b'', bytearray(), range(1), (), collections.deque(), 5, {1}, types.MappingProxyType({}))])
collections.abc.Sequence.register(A)
print([what(o) for o in (A(), B(), C())])
class L(B): pass
collections.abc.Mapping.register(L)
print([what(o) for o in (A(), B(), L())])
class M(L): pass
class N(list, metaclass=abc.ABCMeta): pass
collections.abc.Mapping.register(N)
collections.abc.Mapping.register(str)
print([what(o) for o in (M(), N(), 'a')])
class S(metaclass=abc.ABCMeta):
    __abc_tpflags__ = 1 << 5
class T(metaclass=abc.ABCMeta):
    __abc_tpflags__ = 1 << 6
class U(T, S): pass
class V(S): pass
print([what(o()) for o in (S, T, U, V)], hasattr(S, '__abc_tpflags__'))
V.__bases__ = (T,)
print(what(V()))
try:
    class W(metaclass=abc.ABCMeta):
        __abc_tpflags__ = 3 << 5
except TypeError as e: print(e)
print([c.__flags__ >> 5 & 3 for c in (A, B, C, D, E, F, G, L, M, N, S, T, U, V, list, dict, str, range, memoryview)])
print([c.__flags__ >> 22 & 1 for c in (A, C, D, N, int, bool, str, bytes, list, dict, range, complex, frozenset)])
