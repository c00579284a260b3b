"""Finalisers, weakrefs and callbacks inside a dying cycle see whole objects."""
import gc, weakref
gc.disable()
log = []
class Part:
    def __init__(self, name): self.name = name
    def __del__(self): log.append(f"{self.name} sees {self.other.name} holding {self.other.other.name}")
a, b = Part("a"), Part("b")
a.other, b.other = b, a
del a, b
gc.collect()
print(sorted(log)); log.clear()
class Watched: pass
def watch(o, tag): return weakref.ref(o, lambda r: log.append(f"{tag} {r()}"))
w1, w2 = Watched(), Watched()
w1.o, w2.o = w2, w1
outside = watch(w1, "outside")
w1.inside = watch(w2, "inside (dies with the cycle)")
del w1, w2
gc.collect()
print(log, outside()); log.clear()
class Saver:
    kept = []
    def __init__(self, n): self.n, self.me = n, self
    def __del__(self):
        log.append(f"del {self.n}")
        if self.n == "keep": Saver.kept.append(self)
Saver("drop"); Saver("keep")
gc.collect()
print(sorted(log), [s.n for s in Saver.kept], Saver.kept[0].me.n); log.clear()
Saver.kept.clear()
gc.collect()
print(log, "finalised once only"); log.clear()
class Pair:
    def __del__(self): log.append("pair"); self.friend = None
p, q = Pair(), Pair()
p.friend, q.friend = q, p
del p, q
gc.collect()
print(log); log.clear()
class Raises:
    def __init__(self): self.me = self
    def __del__(self): log.append("raising"); raise ValueError("ignored")
import sys
sys.unraisablehook = lambda u: log.append(f"hook {u.exc_value}")
Raises()
gc.collect()
print(log); log.clear()
class H: pass
def make():
    def g():
        try: yield self_ref
        finally: log.append("closed")
    self_ref = g()
    next(self_ref)
make()
gc.collect()
print(log); log.clear()
d = weakref.WeakValueDictionary()
x = H(); x.me = x; d["x"] = x
del x
print(len(d), gc.collect() > 0, len(d), "x" in d)
s = weakref.WeakSet()
y = H(); y.me = y; s.add(y)
del y
gc.collect()
print(len(s))
f = H(); f.me = f
weakref.finalize(f, log.append, "finalize ran")
del f
gc.collect()
print(log)
