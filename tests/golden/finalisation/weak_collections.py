"""WeakValueDictionary, WeakKeyDictionary, WeakSet and finalize."""
import weakref
class O:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"O{self.n}"
a, b, c = O("a"), O("b"), O("c")
wv = weakref.WeakValueDictionary(a=a, b=b)
wv["c"] = c
print(sorted(wv), len(wv), wv["a"], wv.get("z", 0), "b" in wv, sorted(wv.items(), key=str), list(wv.values()))
del b
print(sorted(wv), len(wv), "b" in wv, wv.get("b"))
try: wv["b"]
except KeyError as error: print("KeyError", error)
print(wv.setdefault("a", c), wv.pop("a"), sorted(wv), wv.pop("nope", None))
try: wv["x"] = 5
except TypeError as error: print(error)
for k in list(wv): del wv[k]
print(len(wv), dict(wv))
wk = weakref.WeakKeyDictionary()
k1, k2 = O("k1"), O("k2")
wk[k1] = 1; wk[k2] = 2
print(sorted(wk, key=repr), wk[k1], len(wk), k2 in wk, 5 in wk, list(wk.keyrefs()) != [])
del k1
print(list(wk.items()), len(wk))
for bad in (lambda: wk.__setitem__(5, 1), lambda: wk[5], lambda: len(wk["text"])):
    try: bad()
    except (TypeError, KeyError) as error: print(type(error).__name__, str(error)[:60])
ws = weakref.WeakSet([k2])
t = O("t"); ws.add(t); ws.add(t)
print(len(ws), sorted(ws, key=repr), t in ws, 5 in ws)
del t
print(len(ws), list(ws), ws == {k2}, (ws | {c}) == {k2, c})
ws.discard(k2)
try: ws.remove(k2)
except KeyError: print("removed already")
def iterating():
    objects = [O(i) for i in range(5)]
    s = weakref.WeakSet(objects)
    seen = []
    for o in s:
        objects = [x for x in objects if x.n > 2]
        seen.append(o.n)
        del o
    return len(seen) <= 5, sorted(o.n for o in s)
print(iterating())
log = []
f_target = O("f")
fin = weakref.finalize(f_target, log.append, "finalized")
print(fin.alive, fin.atexit, fin.peek()[1] == log.append, fin.peek()[2:])
del f_target
print(log, fin.alive, fin(), fin.peek())
g = O("g")
fin2 = weakref.finalize(g, lambda *a, **k: (a, k), 1, x=2)
print(fin2(), fin2(), fin2.alive)
fin3 = weakref.finalize(g, log.append, "never")
print(fin3.detach()[2], fin3.alive)
del g
print(log)
class Registry:
    live = weakref.WeakValueDictionary()
    def __init__(self, key): self.key = key; Registry.live[key] = self
r = [Registry(i) for i in range(4)]
print(sorted(Registry.live)); r.pop(); del r[0]; print(sorted(Registry.live)); r.clear(); print(len(Registry.live))
at_exit = O("exit")
weakref.finalize(at_exit, print, "finalize at exit")
print("end")
