"""weakref.ref: calling, callbacks, equality and hash."""
import weakref
class C:
    def __init__(self, v=0): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __hash__(self): return self.v
a, b = C(1), C(1)
ra, rb = weakref.ref(a), weakref.ref(b)
print(ra() is a, ra is weakref.ref(a), ra == rb, hash(ra), ra != rb, ra.__callback__)
log = []
rc = weakref.ref(a, lambda r: log.append((r is rc, r())))
rd = weakref.ref(a, lambda r: log.append("second"))
print(weakref.getweakrefcount(a), len(weakref.getweakrefs(a)))
del a
print(log, ra(), hash(ra), ra == rb, ra == ra)
for bad in (5, "x", None, (), [].append):
    try:
        weakref.ref(bad)
        print("fine", type(bad).__name__)
    except TypeError as e:
        print(e)
class S: __slots__ = ()
try:
    weakref.ref(S())
except TypeError as e:
    print(e)
r = weakref.ref(C())
print(r())
try:
    hash(weakref.ref(C(5)))
except TypeError as e:
    print(e)
for args in ((), (b, None, 3), (b, 1)):
    try:
        print(type(weakref.ref(*args)).__name__)
    except TypeError as e:
        print(e)
