"""gc.collect on cycles with finalisers and weak references."""
import gc, weakref
gc.disable()
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
a, b = N("a"), N("b")
a.other, b.other = b, a
ra = weakref.ref(a, lambda r: print("callback for a"))
del a, b
print("before", ra() is not None)
print(gc.collect() > 0, ra())
class P: pass
p = P()
p.f = lambda: p
rp = weakref.ref(p)
p.me = p
del p
gc.collect()
print(rp())
l = []
l.append(l)
d = {}
d["d"] = d
rs = weakref.ref(type("Local", (), {}))
print(rs() is None or rs().__name__)
gc.collect()
print(rs(), gc.isenabled(), gc.get_count()[0] >= 0, gc.is_tracked([]), gc.is_tracked(5))
gc.enable()
def gen():
    try:
        yield me
    finally:
        print("generator closed")
me = gen()
next(me)
del me
gc.collect()
print("end")
