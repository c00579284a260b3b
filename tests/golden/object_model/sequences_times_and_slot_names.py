import copy, pickle, types, functools
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
class C: pass
copy.copy(C()); print('__slotnames__' in C.__dict__)
class C: pass
copy.deepcopy(C()); print('__slotnames__' in C.__dict__)
class C: pass
pickle.dumps(C()); print('__slotnames__' in C.__dict__)
class C: pass
C().__reduce_ex__(2); print('__slotnames__' in C.__dict__)
class C: pass
C().__getstate__(); print('__slotnames__' in C.__dict__)
class N:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __del__(self): print('~', self.n, end=' ')
for r in (False, True): t(sorted, [3, 1, 2], key=N, reverse=r)
def bad(n):
    if n == 2: raise KeyError(n)
    return N(n)
t(sorted, [3, 1, 2], key=bad)
class L(list):
    def __mul__(self, o): return NotImplemented
class M(list):
    def __rmul__(self, o): return NotImplemented
for o in (L(), M(), list()):
    for f in (lambda o: [3] * o, lambda o: o * [3], lambda o: 'a' * o, lambda o: o * 2, lambda o: 2 * o, lambda o: o * 1.5, lambda o: 1.5 * o, lambda o: o * o, lambda o: o * None): t(f, o)
m = C().__init__
t(lambda: type((lambda: 1).__get__(5).__get__(None))); t(lambda: type((lambda: 1).__get__(5).__get__(None, int))); t(lambda: type((lambda: 1).__get__(5).__get__(6)))
t(types.GenericAlias, k=1); t(types.GenericAlias, int, k=1); t(types.GenericAlias, int); t(types.GenericAlias, int, int)
t(dict.__dict__['fromkeys'].__reduce_ex__, 2); t(lambda: copy.copy(dict.__dict__['fromkeys']))
class H(type): __hash__ = None
class K(metaclass=H): pass
t(lambda: copy.copy(K())); t(lambda: copy.deepcopy(K())); t(lambda: copy.copy(K) is K)
