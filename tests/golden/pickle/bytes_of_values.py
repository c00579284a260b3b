"""The bytes of many kinds of values in every protocol, and what is read from them."""
import pickle, io
class A:
    def __init__(s): s.x=1
class S:
    __slots__=('a','__dict__')
objs=[None,True,1,-1,255,256,65536,2**31,2**31-1,-2**31,2**40,2**2000,1.5,'a','é'*300,'\ud800',b'x',b'y'*300,bytearray(b'z'),(),(1,),(1,2),(1,2,3),(1,2,3,4),[],[1],[1,2],{},{1:2},{1:2,3:4},set(),{1},frozenset([1]),len,int,type(None),...,NotImplemented,A(),S(),A,io.BytesIO,[].append,complex(1,2),slice(1,2),range(3),iter([1,2]),'\n\\\0\x1a\r']
l=[]; l.append(l); objs.append(l)
tt=([],); tt[0].append(tt); objs.append(tt)
d={}; d['d']=d; objs.append(d)
a=A(); a.me=a; objs.append(a); objs.append([a,a,'s','s',(1,2)])
objs.append('x'*70000); objs.append([b'q'*70000, 'z'*200]); objs.append(list(range(2005))); objs.append(dict.fromkeys(range(1001)))
import collections
objs += [collections.OrderedDict(a=1), collections.deque([1]), collections.Counter('aab'), ValueError(1,2), type(None), {1:2}.keys]

for p in range(6):
    for o in objs:
        try:
            s=pickle.dumps(o,p)
            print(p, s if len(s)<300 else (len(s), sum(i*c for i,c in enumerate(s)) if len(s)<80000 else s[:100]) , end=' ')
            r=pickle.loads(s)
            print(repr(r)[:60] if ' at 0x' not in repr(r) else type(r))
        except Exception as e: print(p,type(e),e)
