import _heapq, _bisect, heapq, bisect
from _heapq import *
from _heapq import _heappop_max, _heapify_max, _heapreplace_max
def t(s):
    try: print(s, '->', eval(s))
    except BaseException as e: print(s, '!', type(e).__name__, e)
for s in '''heappush(1,2)
heappop(1)
heappop([])
_heappop_max([])
heapreplace([],1)
heappushpop([],1)
heapify(1)
heappush([1])
heapify((1,))
_heapreplace_max([],1)
_bisect.bisect_right(1,2)
_bisect.bisect_right([1],2,-1)
_bisect.bisect_right([1],2,hi=-1)
_bisect.bisect_right([1],2,0,5)
_bisect.bisect_right([1,'a'],2,0,2)
_bisect.insort_right(1,2)
_bisect.insort_right((1,),2)
_bisect.bisect_right([1],2,0,1.5)
heapq.heappush is _heapq.heappush, bisect.bisect is _bisect.bisect_right'''.split('\n'): t(s)
data = [(i * 7919) % 1009 for i in range(300)]
h = []
for x in data: heappush(h, x)
print(h[:10]); out = [heappop(h) for _ in range(300)]; print(out == sorted(data), h)
h = data[:]; heapify(h); print(h[:10], heappushpop(h, -1), heappushpop(h, 500), heapreplace(h, 3), h[:5])
h = data[:]; _heapify_max(h); print(h[:10], [_heappop_max(h) for i in range(5)], _heapreplace_max(h, 4))
h = [(3, 'c'), (1, 'a'), (2, 'b')]; heapify(h); print(h)
class Evil:
    def __lt__(self, other): h.clear(); return True
h = [Evil() for _ in range(5)]
for f in (lambda: heapify(h), ):
    try: f()
    except (RuntimeError, IndexError) as e: print(type(e).__name__, e)
class Bad:
    def __lt__(self, other): raise ZeroDivisionError('lt')
for f in (lambda: heapify([Bad(), Bad()]), lambda: bisect.insort_left([Bad()], 1)):
    try: f()
    except ZeroDivisionError as e: print(e)
s = [1, 2, 2, 3]
print([getattr(bisect, f)(s, x) for f in ('bisect_left', 'bisect_right') for x in (0, 1, 2, 2.5, 9)], bisect.bisect(range(10**12), 12345), bisect.bisect_left('abc', 'b'))
bisect.insort(s, 2.0); bisect.insort_left(s, 2.5, key=None); bisect.insort(s, 0, lo=0, hi=0); print(s)
k = [('a', 3), ('b', 5)]; print(bisect.bisect(k, 4, key=lambda p: p[1])); bisect.insort(k, ('z', 4), key=lambda p: p[1]); print(k)
