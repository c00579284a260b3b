"""Proxies pass everything on until the object goes."""
import weakref
class C:
    x = 1
    def m(self): return "m"
    def __len__(self): return 4
    def __add__(self, o): return "sum"
    def __call__(self, a): return "called", a
    def __str__(self): return "str"
    def __iter__(self): return iter("it")
    def __getitem__(self, k): return k
    def __bool__(self): return False
c = C()
p = weakref.proxy(c)
print(p.x, p.m(), len(p), p + 1, p(2), str(p), list(p), p[3], bool(p), isinstance(p, C), type(p).__name__)
p.x = 5
del p.x
print(c.x, p == c, weakref.proxy(c) is p)
try:
    hash(p)
except TypeError as e:
    print(e)
del c
for f in (lambda: p.x, lambda: p.m(), lambda: len(p), lambda: str(p), lambda: p + 1, lambda: p(1), lambda: bool(p)):
    try:
        f()
    except ReferenceError as e:
        print(e)
print(repr(p).startswith("<weakproxy at "), "NoneType" in repr(p))
