"""gc.collect finds cycles of every kind and runs their finalisers once."""
import gc, weakref
gc.disable()
log = []
class Node:
    def __init__(self, name): self.name = name
    def __del__(self): log.append(self.name)
def collect(): log.clear(); gc.collect(); return sorted(log)
gc.collect()
a = Node("self"); a.me = a; del a
print(log, collect())
a, b = Node("a"), Node("b"); a.o, b.o = b, a; del a, b
print(collect())
n = Node("list"); n.l = [n]; del n
n = Node("dict"); n.d = {"k": n}; del n
n = Node("tuple"); n.t = (n,); del n
n = Node("closure"); n.f = (lambda x: lambda: x)(n); del n
n = Node("method"); n.m = n.__del__; del n
n = Node("set"); n.s = {n}; del n
n = Node("bound default"); n.f = lambda x=n: x; del n
print(collect())
def gen(n): yield n; yield
n = Node("generator"); n.g = gen(n); next(n.g); del n
n = Node("iterator"); n.i = iter([n]); del n
n = Node("exception"); n.e = ValueError(n); del n
n = Node("slice"); n.sl = slice(n, n); del n
import functools
n = Node("partial"); n.p = functools.partial(print, n); del n
n = Node("property"); n.pr = property(lambda self, x=n: x); del n
n = Node("map"); n.mp = map(lambda x: x, [n]); del n
n = Node("zip"); n.z = zip([n]); del n
print(collect())
def class_cycle():
    class C:
        inst = Node("in class")
    C.self = C
class_cycle()
print(collect())
def frame_cycle():
    n = Node("traceback")
    try: raise ValueError
    except ValueError as e: n.e = e
frame_cycle()
print(collect())
n = Node("weak"); n.me = n; w = weakref.ref(n, lambda r: log.append("callback")); del n
print(w() is not None, collect(), w())
class Resurrect:
    def __init__(self): self.me = self
    def __del__(self): global saved; saved = self; log.append("resurrected")
Resurrect()
print(collect(), saved.me is saved)
del saved
print(collect())
big = []
for i in range(1000): n = Node(i); n.me = n
del n
print(len(collect()))
chain = None
for i in range(20000): chain = [chain]
chain_cycle = [chain]; chain_cycle.append(chain_cycle); del chain, chain_cycle
print(collect())
class Slots:
    __slots__ = ("x", "__weakref__")
    def __del__(self): log.append("slots")
s = Slots(); s.x = s; del s
print(collect())
print(gc.isenabled(), gc.garbage); gc.enable(); print(gc.isenabled())
