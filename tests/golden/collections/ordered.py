import copy, random
from collections import OrderedDict, Counter, namedtuple
from _collections import _count_elements, _tuplegetter

def t(s):
    try: print(s, '->', eval(s))
    except BaseException as e: print(s, '!', type(e).__name__, e)
od = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
class Sub(OrderedDict):
    def __setitem__(self, k, v):
        print('set', k); super().__setitem__(k, v)
    def __missing__(self, k): return 'missing'
for s in '''od, OrderedDict(), Sub(x=1)
od.move_to_end('a'), od
od.move_to_end('c', last=False), od
od.move_to_end('x')
od.move_to_end('b', False), list(reversed(od)), list(od.items()), od.keys(), od.values(), od.items()
od.popitem(), od.popitem(last=False), od
OrderedDict().popitem()
OrderedDict().popitem(last=False)
od.pop('x')
od.pop('x', 5), od.pop('x', default=6)
od.setdefault('z'), od.setdefault('z', 4), od.setdefault('y', 4), od
OrderedDict(1)
OrderedDict([1])
OrderedDict([(1,)])
OrderedDict([()])
OrderedDict([(1, 2, 3)])
OrderedDict([], 1)
OrderedDict({1: 2}, a=3), OrderedDict(OrderedDict(a=1))
OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict(a=1) != OrderedDict(a=1), OrderedDict() == 5
OrderedDict(a=1) | {'b': 2}, {'b': 2} | OrderedDict(a=1), OrderedDict(a=1) | [1] if 0 else None
OrderedDict(a=1) | [1]
od.copy(), type(od.copy()), copy.copy(od), copy.deepcopy(od)
od.__reduce__()[:4], list(od.__reduce__()[4])
OrderedDict.fromkeys('ab'), OrderedDict.fromkeys('ab', 1), Sub.fromkeys('ab', 2)
Sub(a=1).copy(), Sub(a=1).pop('b', 0)
Sub(a=1).pop('b')
Sub(a=1)['q'], Sub(b=2).setdefault('r', 3)
od.keys() & {'z'}, od.items() == od.items(), len(od.values()), 'z' in od.keys(), od.keys() == {'z', 'y', 'b'}
type(od.keys()), type(iter(od)), type(od.items()).__mro__[1]
iter(od).__reduce__()[1:], iter(od.items()).__reduce__()[1:], reversed(od).__reduce__()[1:]
list(reversed(od.items())), list(reversed(od.values()))
hash(od)
od.__dict__, setattr(od, 'x', 1), od.__dict__, od.__reduce__()[2]
od.update(1, 2)
od.update({'k': 1}, j=2), od'''.split('\n'): t(s)
od |= [('l', 1)]; print(od)
od['self'] = od; print(od); del od['self']
for change in ("od.move_to_end('z')", "od.__setitem__('new', 1)", "od.__delitem__('new')", "od.clear()"):
    try:
        for k in od: eval(change)
    except RuntimeError as e: print(change, e)
# Against a plain list of keys
random.seed(5)
d, keys = OrderedDict(), []
for step in range(3000):
    k = random.randrange(40)
    what = random.randrange(6)
    if what == 0 and k in d: d.move_to_end(k, last=False); keys.remove(k); keys.insert(0, k)
    elif what == 1 and k in d: d.move_to_end(k); keys.remove(k); keys.append(k)
    elif what == 2 and k in d: del d[k]; keys.remove(k)
    elif what == 3 and keys and step % 3 == 0: assert d.popitem(last=False)[0] == keys.pop(0)
    elif what == 4 and keys and step % 3 == 0: assert d.popitem()[0] == keys.pop()
    elif what == 5: d.setdefault(k, step); keys += [] if k in keys else [k]
    assert list(d) == keys and list(reversed(d)) == keys[::-1] and len(d) == len(keys), step
    assert all(k in d for k in keys)
print(len(d))
n = 20000
d = OrderedDict.fromkeys(range(n))
for i in range(n): d.move_to_end(i, last=False)
print(next(iter(d)), next(reversed(d)), [d.popitem(last=False)[0] for i in range(3)])
for i in range(n): d.move_to_end(n - 4 if i % 2 else 5, last=bool(i % 3))
while d: d.popitem(last=False)

m = {}; _count_elements(m, 'abracadabra'); print(m, Counter('hello').most_common(2), Counter(x=1) + Counter('xx'))
class Odd(dict):
    def get(self, k, default=None): return 10
m = Odd(); _count_elements(m, 'aab'); print(m)
g = _tuplegetter(1, 'doc'); print(g, g.__doc__, g.__reduce__()[1])
P = namedtuple('P', 'x y'); p = P(1, 2); print(p.x, P.x.__doc__, P.x)
P.x.__doc__ = 'new'; print(P.x.__doc__)
for s in ("setattr(p, 'x', 1)", "delattr(p, 'x')", "P.x.__get__(1)", "P.x.__get__(())", "P.x.__get__(None, P) is P.x"): t(s)
