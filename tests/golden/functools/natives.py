import functools
from functools import partial, lru_cache, reduce, cmp_to_key, cache
p = partial(print, 1, sep='-'); p(2, 3); p(2,3,sep='+'); print(p, p.func, p.args, p.keywords)
p2 = partial(p, 5, end='!\n'); print(p2); p2(6)
class P(partial):
    pass
q = P(print, 1); q.x = 5; print(q.__reduce__(), partial(q, 2).func is q)
print(reduce(lambda a,b:a*b, range(1,10)))
print(sorted([3,1,2], key=cmp_to_key(lambda a,b:b-a)))
@lru_cache(maxsize=3)
def f(x, *a, **k):
    print('miss', x, a, k); return x
for i in [1,2,3,1,4,2,1.0,1,True]: f(i)
print(f.cache_info(), f.cache_parameters())
f(1,a=2); f(1,a=2); f(1,b=2); print(f.cache_info()); f.cache_clear(); print(f.cache_info())
class C:
    @lru_cache
    def m(self, y): return (self, y)
    n = partial(print)
c = C(); print(c.m(1) is c.m(1), C.m.cache_info())
class K:
    def __init__(s, v): s.v = v
    def __hash__(s): return 1
    def __eq__(s, o): return s.v == o.v
@cache
def g(a, b): return a.v
print(g(K(1), 2), g(K(2), 2), g(K(1), 2), g.cache_info())
@lru_cache(None)
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(300), fib.cache_info())
@lru_cache(5, typed=True)
def h(a): return a
h(1); h(1.0); h(True); h('a'); h(1); print(h.cache_info())
import gc, weakref
gc.collect()

# Errors and state
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

K = cmp_to_key(lambda a, b: a - b)
for f in [lambda: K(1) < 2, lambda: K(), lambda: K(1, 2), lambda: K(x=1), lambda: partial(1),
          lambda: reduce(1, 2), lambda: reduce(1, []), lambda: cmp_to_key(), lambda: hash(K(1)),
          lambda: lru_cache('a')(print), lambda: setattr(partial(print), 'func', 1),
          lambda: partial(print).__setstate__(1), lambda: partial(print).__setstate__((1, 2, 3)),
          lambda: partial(print).__setstate__((print, [], {}, None)), lambda: K(obj=1).obj, lambda: f.cache_info,
          lambda: partial(print, 1).__reduce__(), lambda: K(3) <= K(3), lambda: partial[int]]:
    attempt(f)
p = partial(print)
p.__setstate__((len, ([1, 2],), {}, {'x': 1}))
print(p, p(), p.x)
p = partial(p)
p.__setstate__((p, (), {}, {}))
print(p)

# A cache that its own function changes
@lru_cache(maxsize=1)
def g(n):
    return n and g(n - 1) + 1
print(g(20), g.cache_info(), g.__wrapped__.__name__, g.__name__)
class Bad:
    def __hash__(self): return 1
    def __eq__(self, other):
        g2.cache_clear()
        return False
@lru_cache(None)
def g2(x): return id(x)
a, b = Bad(), Bad()
print(g2(a) == id(a), g2(b) == id(b), g2(a) == id(a))
