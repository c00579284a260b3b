"""Every statement."""
from __future__ import annotations, generator_stop as g
import a, b.c, d.e as f
from . import x
from ...y.z import (p, q as r,)
from w import *

x = y = 1; z = 2;
a.b[c], *d = e, = f()
(x) = 1
(a, b), [c, *d] = (), []
x: int
(x): int = 3 if 0 else 4
a.b: c = *d, e
a[b]: c
a += 1; a -= b; a *= c; a @= d; a /= e; a %= f; a &= g; a |= h; a ^= i; a <<= j; a >>= k; a **= l; a //= *m, n
(a) += 1
del a
del a, b.c, (d, [e, f[0]]), (g)
del (h, i)
pass
assert a
assert a, b
raise
raise a
raise a from b
if a: pass
if a: b; c;
elif (b := c):
    pass
elif d:
    # a comment
    pass
else:
    e
if a:
    b
else:
    if c:
        d
while a < b: break
else: continue_
for a in b: continue
for a, *b in c, *d: pass
for (a) in b,: pass
for a.b, in c:
    pass
else:
    pass
with a: pass
with a as b, c as (d, e): pass
with (a): pass
with (a, b): pass
with (a, b,): pass
with (a as b): pass
with (a as b, c, d as e.f,): pass
with (a, b) as c: pass
with (a), (b): pass
with (a).b as c, (d): pass
with (a, b), c: pass
with (a, *b): pass
with (a := b, c): pass
with ((a, b)): pass
with (): pass
with a + (b): pass
try: a
finally: b
try: a
except: b
try:
    a
except b: c
except (d, e) as f: g
else: h
finally:
    i
try: a
except* b: c
except *d as e:
    f
global a, b


def f(): nonlocal_


@a
@b.c(d)
@(lambda f: f)
async def f(a, b: c = d, /, e=1, *f: *g, h, i=2, **j: k) -> l:
    return
    return a, *b
    async for a in b: pass
    else: pass
    async with a as b, c: pass
    async with (a as b, c as d): await e
    yield
    yield a, *b
    x = yield
    x = y = await z
    x += yield y
    nonlocal a, b


def f[T, U: int, V: (int, str) = int, *W = *X, **Y = []](a: T, *, b): yield from a
def f(*, a): pass
def f(a, *, b=1, c): pass
def f(a, /, *, b): pass
def f(a=1, /, b=2): pass
def f(*a, **b): pass
def f(**a,): pass


class A: pass
class A(): x = 1
@a
class A[T](B, *C, metaclass=D, **E):
    """Doc."""
    def f(self): return __class__

type X = int
type X[T, *U, **V] = dict[T, *U]
type = type; type.x = type[0] = type(1)
match = case = _ = 1
match(a); match[a]; match.a; match * a; match, a
match: int
print(match if case else type)
match a:
    case 1 | -1.5 | 2j | 1 + 2j | -1 - 2j | "a" "b" | b"c": pass
    case None | True | False: pass
    case a.b.c: pass
    case (a): pass
    case (a,): pass
    case (): pass
    case [] | [a] | [a, *b, c] | [*_]: pass
    case a, *_, b: pass
    case *a,: pass
    case a,: pass
    case {}: pass
    case {"a": b, -1: c, d.e: f, None: g, **h}: pass
    case {**a,}: pass
    case A() | A.B(c, d=e,) | C(f, g) | D(h=i, j=k): pass
    case (a | b) as c if d: pass
    case [1 as a, (2 | 3) as b] if (x := y): pass
    case match: case
    case case:
        match x:
            case type: pass
        case = 1
match a, *b:
    case _: pass
match (a, b):
    case _: pass
match *a, b,:
    case _: pass
match -a:
    case _: pass
match {a: b}:
    case _: pass
match lambda: a:
    case _: pass
match a[b:c]:
    case _: pass
if x:
    match yield_:
        case _:
            pass
        # comment
    y
