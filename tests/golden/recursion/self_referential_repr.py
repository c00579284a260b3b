"""repr of structures that contain themselves."""
import functools, types
l = []; l.append(l); print(l, str(l), [l], f"{l}")
d = {}; d["d"] = d; d[1] = [d]; print(d)
t = ([],); t[0].append(t); print(t)
class O:
    def __init__(self): self.items = [self]
    def __repr__(self): return f"O({self.items})"
try: repr(O())
except RecursionError: print("user repr recurses")
class L(list): pass
x = L(); x.append(x); print(x)
class D(dict): pass
y = D(); y["y"] = y; print(y)
class T(tuple): pass
inner = []
z = T([inner]); inner.append(z); print(z)
a, b = [], {}
a.append(b); b["a"] = a; print(a, b)
ns = types.SimpleNamespace(); ns.ns = ns; print(ns)
p = functools.partial(print); p.__setstate__((print, (p,), {}, {})); print(repr(p))
print(d.values(), d.items(), d.keys())
from collections import OrderedDict, deque, defaultdict, ChainMap
od = OrderedDict(); od["od"] = od; print(od)
dq = deque([1]); dq.append(dq); print(dq)
dd = defaultdict(list); dd["dd"] = dd; print(dd)
m = types.MappingProxyType(d); d["m"] = m; print(len(repr(m)) > 10)
g = [1, 2]; g[0] = g; h = g[:]; print(g, h)
deep = []; cur = deep
for _ in range(10): cur.append([]); cur = cur[0]
cur.append(deep); print(deep)
print(l == l)
k = []; k.append(k)
try: l == k
except RecursionError as error: print(error)
try: d == {"d": d, 1: [d], "m": m}; print("compared")
except RecursionError as error: print("dict comparison recursed")
import copy
c = copy.deepcopy(l); print(c, c[0] is c, c is not l)
c = copy.copy(l); print(c[0] is l)
dc = copy.deepcopy(a); print(dc[0]["a"] is dc)
