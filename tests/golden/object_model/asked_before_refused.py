class C:
    def __index__(s): raise ValueError('get')
class N: __index__ = None
class S:
    def __index__(s): return 'x'
class O:
    def __index__(s): raise OverflowError('big')
for c in (C, N, S, O):
    try: open(c())
    except Exception as e: print(type(e).__name__, e)
import warnings
warnings.simplefilter("always")
class T: __trunc__ = None
class U:
    def __trunc__(s): raise KeyError("t")
class V:
    def __trunc__(s): return "x"
for c in (T, U, V):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: int(c())
        except Exception as e: print(type(e).__name__, e)
        print([str(x.message) for x in w])
class L:
    def __init__(s, n): s.n = n
    def __lt__(s, o): print("lt", s.n, o.n); return NotImplemented
    def __gt__(s, o): print("gt", s.n, o.n); return s.n > o.n
class M(L):
    def __lt__(s, o): print("Mlt", s.n, o.n); return s.n < o.n if s.n % 2 else NotImplemented
for x in ([L(2), L(1)], [L(3), L(1), L(2)], [L(1), M(2)], [M(1), M(2), M(3)], [L(1)], [M(2), L(1)]):
    x.sort(); print([y.n for y in x])
    print([y.n for y in sorted(x, reverse=True)])
class I(int):
    def __lt__(s, o): print("ilt"); return NotImplemented
print(sorted([I(2), I(1)]), sorted([(I(2),), (I(1),)]), sorted([(I(2), 1), (I(1), 2)]))
print(min([L(2), L(1)]).n, max([L(2), L(1)]).n)
import heapq, bisect
h = [L(2), L(1)]; heapq.heapify(h); print([x.n for x in h])
