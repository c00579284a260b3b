"""+, *, += and *= where built-in sequences meet classes with methods of numbers, written in Python or inherited."""

import collections, array
def T(f, *a):
    try:
        r = f(*a)
        print(type(r).__name__, list(r) if isinstance(r, (list, collections.deque, bytearray, array.array)) else r)
    except Exception as e: print(type(e).__name__, e)
class Idx:
    def __index__(self): return 2
class RM:
    def __rmul__(self, o): return 'rmul'
    def __radd__(self, o): return 'radd'
class RN:
    def __rmul__(self, o): return NotImplemented
    def __radd__(self, o): return NotImplemented
class IdxRM(RM):
    def __index__(self): return 2
class SubL(list):
    def __rmul__(self, o): return 'srmul'
    def __radd__(self, o): return 'sradd'
def imul(a, b):
    a *= b
    return a
def iadd(a, b):
    a += b
    return a
def mul(a, b): return a * b
def add(a, b): return a + b
hooks = [{}, {'__mul__': lambda s, o: 'mul', '__add__': lambda s, o: 'add'}, {'__mul__': lambda s, o: NotImplemented, '__add__': lambda s, o: NotImplemented}, {'__rmul__': lambda s, o: 'ownrmul', '__radd__': lambda s, o: 'ownradd'},
  {'__imul__': lambda s, o: 'imul', '__iadd__': lambda s, o: 'iadd'}, {'__imul__': lambda s, o: NotImplemented, '__iadd__': lambda s, o: NotImplemented}, {'__imul__': None, '__iadd__': None}, {'__mul__': None, '__add__': None},
  {'__imul__': lambda s, o: NotImplemented, '__mul__': lambda s, o: 'mul', '__iadd__': lambda s, o: NotImplemented, '__add__': lambda s, o: 'add'}, {'__rmul__': None, '__radd__': None}]
for B in list, collections.deque, str:
    for h in hooks:
        C = type('C', (B,), h)
        for w in (2, Idx(), RM(), RN(), IdxRM(), [1], (3,), SubL(), 'q', None, C(), 1.5, True):
            for f in (imul, iadd, mul, add):
                print(B.__name__, list(h), type(w).__name__, f.__name__, end=' ')
                T(f, C(), w)
                if f in (mul, add, imul):
                    print('   r', end=' ')
                    T(f, w, C())
for B in list, bytearray:
    for h in hooks:
        C = type('C', (B, type('Mi', (), h)), {})
        for w in (2, Idx(), RM(), RN(), IdxRM(), [1], (3,), SubL(), 'q', None, C(), 1.5, True):
            for f in (imul, iadd, mul, add):
                print(B.__name__, list(h), type(w).__name__, f.__name__, end=' ')
                T(f, C(), w)
                if f in (mul, add, imul):
                    print('   r', end=' ')
                    T(f, w, C())
