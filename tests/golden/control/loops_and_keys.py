"""Loops without iterator objects, keys found at once, tuples sorted natively: what must not show."""
from itertools import *
print(list(starmap(pow,[(2,3),[2,4],iter((2,5))])), list(islice(cycle(range(3)),7)), sum(bytearray(b"abc")), sum(bytes(3)))
class T(tuple): pass
print(list(starmap(max,[T((1,2))])))
d={}
d[1,2]=3; d[(1,"a")]=4; d[1.0,2.0]=5; d[True,2]=6; d[T((1,2))]=7
print(d, d.get((1,2)), d.get((1,"a")), (1,2) in d, (1.0,2) in d, d.get((2,)), d.get(([],) if 0 else (3,)))
try: d[[],1]
except TypeError as e: print(e)
try: d[{}]=1
except TypeError as e: print(e)
class K:
    def __init__(s,v): s.v=v
    def __hash__(s): return hash(s.v)
    def __eq__(s,o): print("eq",s.v,o); return s.v==o
d={K(1):"k1", K("a"):"ka"}
print(d[1], d.get("a"), 1 in d, d.get(2)); d[1]="x"; print(len(d), d[1]); del d[1]; print(len(d))
d={K((1,2)):5}; print(d[1,2])
class DD(dict):
    def __missing__(s,k): return ("missing",k)
    def __setitem__(s,k,v): print("set",k); super().__setitem__(k,v)
    def __delitem__(s,k): print("del",k); super().__delitem__(k)
    def __contains__(s,k): return "custom"
dd=DD(); dd[1]=2; print(dd[1],dd[5], 3 in dd); dd[1]+=1; print(dd[1]); del dd[1]
s={1,"a",K(7)}; print(7 in s, 1 in s, "b" in s, (1,) in s)
fs=frozenset(s); print(1 in fs)
l=[1,2.5,"x"]; l[0]+=1; l[1]*=2; l[2]+="y"; l[-1]+="z"; print(l)
try: l[9]+=1
except IndexError as e: print(e)
for r in (range(0), range(5,0,-2), range(-3,3,3), range(2**62,2**63,2**61), range(True,4)): print([x for x in r], list(r))
for i in range(3,0,-1): print(i, end=" ")
for i in range(10**20,10**20+2): print(i)
for bad in ((1.5,),(),(1,2,0),(1,2,3,4)):
    try:
        for i in range(*bad): pass
    except (TypeError,ValueError) as e: print(e)
try:
    for i in range("a"): pass
except TypeError as e: print(e)
try:
    for i in range(1,5,0): pass
except ValueError as e: print(e)
def f():
    range=lambda n: "own"
    return [x for x in range(3)], [y for y in (lambda: [1,2])()]
print(f())
calls=[]
def g(): calls.append(1); return lambda n: [n]
print([x for x in g()(3)], len(calls))
xs=[1,2,3]
for x in xs:
    if x<3 and len(xs)<6: xs.append(x+10)
print(xs)
xs=[1,2,3,4]
for x in xs: xs.remove(x)
print(xs)
for a,b in [(1,2),[3,4],"xy"]: print(a,b)
try:
    for a,b in [(1,2,3)]: pass
except ValueError as e: print(e)
print({k:v for k,v in zip("abc",range(3))},{x%3 for x in range(10)},[(x,y) for x in range(3) for y in range(x)])
print(sorted([(2,"b"),(1,"z"),(2,"a"),(1,"z")]), sorted([(1,2.5),(1,1.5)],reverse=True), sorted([(1,),(1,2),()]), sorted([("a",None),("b",1)]))
try: sorted([(1,"a"),(1,2)])
except TypeError as e: print(e)
print(sorted([(True,1),(0,2),(1,0)]), sorted([(float("nan"),1),(1.0,2)])[1][1] in (1,2))
print((1,2)<(1,3),(1,"a")>(1,"b"),(1,2)==(1,2.0),(1,2)!=(1,),(1,)<(1,2),(2**70,1)<(2**71,0),([1],2)<([1],3))
try: (1,2)<(1,"a")
except TypeError as e: print(e)
import gc
t=([],); t[0].append(t); del t; print(gc.collect()>=0)
