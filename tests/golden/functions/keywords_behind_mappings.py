"""When keywords behind a mapping are evaluated and added."""
def L(x):
    print("L", x, end=" ")
    return x
def f(*a, **k): return a, k
class M:
    def __init__(s, **k): s.k = k
    def keys(s): print("keys", end=" "); return list(s.k)
    def __getitem__(s, k): print("item", k, end=" "); return s.k[k]
def tr(src):
    try: print(src, eval(src))
    except Exception as e: print(src, type(e).__name__, e)
for src in ('f(**{"k1":2}, k1=L(3), y=L(4), p=L(5))', 'f(**{"k1":2}, k1=L(3), **L({"z": 1}))', 'f(k1=L(1), **{"a":L(2)}, b=L(3), c=L(4), **M(d=1), e=L(5))',
   'f(k1=L(1), **{"a":L(2)}, b=L(3), c=L(4), **M(a=1), e=L(5))', 'f(k1=L(1), **M(a=L(2)), a=L(3), **M(b=1))', 'f(*L([1]), **M(a=1), b=L(2), *L([3]), c=L(4))', 'f(**M(a=1), b=L(2), *L([3]), a=L(4))',
   'f(**{1: 2}, a=L(1))', 'f(**{"a": 2}, **{1: 2}, a=L(1))', 'f(**{"a": 2}, b=L(1), **5)', 'f(**{"a": 2}, a=L(1), **5)', 'f(**{}, a=L(1), **{}, a2=L(2))', 'type("C", (), {}, **{"a":1}, a=L(2))', 'dict(**{"a":1}, b=L(2), **{"c":3}, d=L(4))', 'f(**{"b":1}, b=1/0)', 'f(**{"b":L(1)}, b=L(2), c=1/0)'):
    tr(src)
def tr(src):
    try: exec(src); print(src)
    except Exception as e: print(src, type(e).__name__, e)
class Meta(type):
    def __new__(m, n, b, d, **k): print(k, end=" "); return type.__new__(m, n, b, d)
    def __init__(m, n, b, d, **k): pass
for src in ('class C(**{"metaclass": Meta}, a=L(1), **{"a": 2}, b=L(2)): pass', 'class C(**{"metaclass": Meta}, a=L(1), **{"c": 2}, b=L(2)): pass'): tr(src)
async def g(x): return x
async def h(): print(f(**{"k1":2}, y=await g(L(4)), k1=L(3), p=L(5)))
try: h().send(None)
except BaseException as e: print(type(e).__name__, e)
def gen(): print(f(**{"k1":2}, y=(yield 1), k1=L(3), p=(yield 2)))
x=gen()
try:
    for i in x: print(i)
except TypeError as e: print(e)
