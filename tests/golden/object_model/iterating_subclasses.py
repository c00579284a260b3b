# Subclasses of containers that say what they iterate over: who listens.
from collections import deque, OrderedDict, defaultdict, Counter, UserList
import copy, pickle, array
def t(n,f):
    try: print(n,f())
    except Exception as e: print(n,type(e).__name__,e)
class N(deque): __iter__=None
class Y(deque):
    def __iter__(self): print('iter',end=' '); yield from (9,8)
class YL(deque):
    def __iter__(self): print('iter',end=' '); return iter([9,8])
    def __len__(self): return 2
class L(list):
    def __iter__(self): print('iter',end=' '); yield from (9,8)
class T(tuple):
    def __iter__(self): print('iter',end=' '); yield from (9,8)
class D(dict):
    def __iter__(self): print('iter',end=' '); yield from (9,8)
class B(bytearray):
    def __iter__(self): print('iter',end=' '); yield from (9,8)
class BB(bytes):
    def __iter__(self): print('iter',end=' '); yield from (9,8)
class S(str):
    def __iter__(self): print('iter',end=' '); yield from 'yz'
class O(OrderedDict):
    def __iter__(self): print('iter',end=' '); yield from (1,2)
class FS(frozenset):
    def __iter__(self): print('iter',end=' '); yield from (9,8)
class SS(set):
    def __iter__(self): print('iter',end=' '); yield from (9,8)
class A(array.array):
    def __iter__(self): print('iter',end=' '); yield from (9,8)
import operator
ops=['lt','le','eq','ne','gt','ge','add','concat','mul','contains','and_','or_','sub','xor','iadd']
for c,a in ((N,[1,2]),(Y,[1,2]),(YL,[1,2]),(L,[1,2]),(T,[1,2]),(D,{1:2,3:4}),(B,b'ab'),(BB,b'ab'),(S,'ab'),(O,{1:2,2:4}),(FS,[1,2]),(SS,[1,2])):
    base=c.__mro__[1]
    for op in ops:
        f=getattr(operator,op)
        if op in('add','concat','iadd') and c in (D,O,FS,SS): continue
        for n,x,y in (('cc',c(a),c(a)),('cb',c(a),base(a)),('bc',base(a),c(a))):
            if op=='mul': y=2
            if op=='contains': y='a' if base is str else 1
            t(f'{c.__name__} {op} {n}', lambda: f(x,y))
    o=c(a)
    t(c.__name__+' same le', lambda: o<=o); t(c.__name__+' same eq', lambda: o==o); t(c.__name__+' same lt', lambda: o<o)
    for n,f in (('repr',lambda o: repr(o) if type(o).__name__ not in ('S',) else 1),('list',list),('tuple',tuple),('set',lambda o:sorted(set(o))),('sorted',sorted),('copy',copy.copy),('deepcopy',copy.deepcopy),('reduce',lambda o:len(o.__reduce__())),('reduce2',lambda o:len(o.__reduce_ex__(2))),('base',base),('cls',c),('sum',lambda o: sum(o,0)),('min',min),('bool',bool),('len',len),('star',lambda o:[*o]),('call',lambda o:(lambda *a:a)(*o)),('unp',lambda o:(lambda p,q:(p,q))(*o)),('ext',lambda o:(lambda l:(l.extend(o),l))([])),('sl',lambda o:(lambda l:(l.__setitem__(slice(0,0),o),l))([])),('in',lambda o: 9 in o),('idx',lambda o:o.index(1)),('cnt',lambda o:o.count(1)),('rev',lambda o:list(reversed(o))),('dq',deque),('bytes',bytes),('ba',bytearray),('join',lambda o:','.join(o)),('zip',lambda o:list(zip(o))),('map',lambda o:list(map(str,o))),('enum',lambda o:list(enumerate(o))),('copym',lambda o:o.copy()),('dict',lambda o:dict.fromkeys(o)),('cop2',lambda o:type(o+o)),('upd',lambda o:len({0}|set(o))),('pct',lambda o:'%s'%(o,)),('hash',lambda o:hash(o)==hash(base(a))),('max',max),('any',any),('unpack2',lambda o:[x for x in [o] for (p,q) in [o]]),('itm',lambda o:(o[0:1] if not isinstance(o,(dict,deque,set,frozenset)) else 0)),('isdis',lambda o:{9}.isdisjoint(o)),('iss',lambda o:{9}.issubset(o)),('isup',lambda o:{9}.issuperset(o)),('diff',lambda o:{9}.difference(o)),('str.join',lambda o:b','.join(o)),('dict()',lambda o:dict(o)),('ior',lambda o:{}.update(o)),('kw',lambda o:(lambda **k:k)(**o)),('dd',lambda o:{**o}),('cmp',lambda o: [9,8]==list(o)),('ctr',lambda o:Counter(o)),('arr',lambda o: array.array('i',o))):
        t(f'{c.__name__} {n}', lambda: f(o))
