"""weakref.ref, callbacks, equality, hashing, subclasses; what can be referenced."""
import weakref
class C:
    def __init__(self, v=None): self.v = v
    def __eq__(self, o): return isinstance(o, C) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f"C({self.v})"
c = C(1)
r = weakref.ref(c)
print(r() is c, r is weakref.ref(c), weakref.getweakrefcount(c), weakref.getweakrefs(c) == [r], callable(r), type(r) is weakref.ref, r.__callback__)
log = []
r1, r2 = weakref.ref(c, lambda w: log.append(("r1", w is r1, w()))), weakref.ref(c, lambda w: log.append(("r2", w())))
print(r1 is r2, r1 == r2, r1 == r, hash(r) == hash(c), weakref.getweakrefcount(c))
d = C(1)
rd = weakref.ref(d)
print(rd == r, rd is r, {r: "found"}[rd])
del c
print(log, r(), r1(), r == rd, r == r, repr(r)[-7:], weakref.getweakrefcount(d))
print(hash(r) == hash(C(1)))
e = C(5)
re_ = weakref.ref(e)
del e
try: hash(re_)
except TypeError as error: print(error)
for make in (lambda: 5, lambda: "s", lambda: None, lambda: (), lambda: [], lambda: {}, lambda: object(), lambda: 1.5, lambda: b"", lambda: C(1), lambda: C, lambda: print, lambda: (lambda: 0), lambda: C().__repr__, lambda: {1}, lambda: frozenset(), lambda: (i for i in ""), lambda: range(3), lambda: type("S", (), {"__slots__": ()})(), lambda: type("W", (), {"__slots__": ("__weakref__",)})(), lambda: type("I", (int,), {})(5), lambda: type("L", (list,), {})(), lambda: Exception(), lambda: weakref, lambda: iter([])):
    o = make()
    try: weakref.ref(o); print(type(o).__name__, "yes", end="; ")
    except TypeError as error: print(error, end="; ")
print()
for bad in (lambda: weakref.ref(), lambda: weakref.ref(d, 1, 2), lambda: r(1), lambda: weakref.ref(d).v):
    try: bad()
    except (TypeError, AttributeError) as error: print(error)
class Sub(weakref.ref):
    __slots__ = ("tag",)
    def __new__(cls, o, cb=None, tag=None): return super().__new__(cls, o, cb)
    def __init__(self, o, cb=None, tag=None): super().__init__(o, cb); self.tag = tag
s1, s2 = Sub(d, tag="one"), Sub(d, tag="two")
print(s1.tag, s2.tag, s1 is s2, s1 == s2, s1() is d)
def f(): pass
m = C(3)
bm = weakref.ref(m.__repr__)
print(bm())
wm = weakref.WeakMethod(m.__repr__)
print(wm()(), weakref.WeakMethod(m.__repr__) == wm)
del m
print(wm())
order = []
x = C("x")
refs = [weakref.ref(x, lambda w, i=i: order.append(i)) for i in range(4)]
del refs[1]
del x
print(order)
y = C("y")
kept = weakref.ref(y, log.append)
del kept, y
print(len(log))
class Fin:
    def __del__(self): log.append(("ref in __del__", type(fr()).__name__))
fin = Fin()
fr = weakref.ref(fin)
del fin
print(log[-1])
p = weakref.proxy(d)
print(p.v, p == d, type(p).__name__, weakref.getweakrefcount(d) >= 1)
del d
try: p.v
except ReferenceError as error: print(error)
