"""copy looks classes up in tables, which a metaclass may refuse; a set's reduction iterates it."""

import copy
class C0:
    __getattr__ = None
def T(f, *a):
    try: print(str(f(*a)).partition(" at 0x")[0])
    except BaseException as e: print(type(e).__name__, e, type(e.__context__).__name__)
T(copy.deepcopy, C0())
T(copy.copy, C0())
class M(type):
    __eq__ = lambda a, b: True
class C1(metaclass=M): pass
T(copy.deepcopy, C1())
T(copy.copy, C1())
T(copy.deepcopy, C1)
T(copy.copy, C1)
class C2(metaclass=M):
    __getattr__ = None
T(copy.deepcopy, C2())
T(copy.copy, C2())
T(copy.deepcopy, C2)
T(copy.copy, C2)
class C3(metaclass=M):
    def __reduce__(self): return C0, ()
    def __getattr__(self, n): return print(n)
T(copy.deepcopy, C3())
T(copy.copy, C3())
class C3(metaclass=M):
    def __reduce__(self): return C0, ()
    def __deepcopy__(self, m): print("deep")
    def __copy__(self): print("copy")
T(copy.deepcopy, C3())
T(copy.copy, C3())
class C3(metaclass=M):
    def __deepcopy__(self, m): print("deep", m)
    def __copy__(self): print("copy")
T(copy.deepcopy, C3())
T(copy.copy, C3())
import copyreg
class C4: 
    __deepcopy__ = __copy__ = None
T(copy.deepcopy, C4())
T(copy.copy, C4())
class M(type):
    def __hash__(s): print("hash"); return type.__hash__(s)
    def __eq__(s, o): print("eq"); return s is o
class C5(metaclass=M): pass
print(type(copy.deepcopy(C5())), type(copy.copy(C5())))
class C5(metaclass=M):
    def __deepcopy__(self, m): return 5
    def __copy__(self): return 6
print((copy.deepcopy(C5())), (copy.copy(C5())))
import collections, copy, array
for B in set, frozenset, list, dict, collections.deque:
    args = ()
    for hooks in (dict(__iter__=lambda s: iter((1, 11))), dict(__iter__=lambda s: 5), dict(__iter__=None), dict(__getattr__=lambda s, n: ('x', n)), dict(__len__=lambda s: 9), dict(items=lambda s: [(1,2)]), dict(__getitem__=lambda s, k: [8,9][k]), dict(copy=lambda s: 'mycopy'), dict(keys=lambda s: ['q']), dict(__class__=int)):
        C = type('C', (B,), hooks)
        print(B.__name__, list(hooks))
        o = C(*args)
        def red(p): 
            r = o.__reduce_ex__(p)
            if isinstance(r, tuple): r = tuple(list(x) if type(x).__name__.endswith('iterator') else x for x in r)
            s = ascii(r)
            import re
            return re.sub('0x[0-9a-f]*', '0x', s)
        T(red, 2); T(red, 4); T(red, 0)
        T(lambda: ascii(o.__reduce__())[:20])
