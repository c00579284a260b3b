"""RecursionError caught at different depths; the interpreter goes on; errors while unwinding."""
import sys
log = []
def down(n):
    try:
        return down(n + 1)
    finally:
        if n % 300 == 0: log.append(n)
try: down(0)
except RecursionError: print("unwound", log)
def count_frames():
    def go(n):
        try: return go(n + 1)
        except RecursionError: return n
    return go(0)
a, b = count_frames(), count_frames()
print(a == b, a > 900)
def handler_recurses():
    def handler(n): return handler(n + 1)
    def main(n):
        try: return main(n + 1)
        except RecursionError: return handler(0)
    try: return main(0)
    except RecursionError as e: return "handler too deep", isinstance(e.__context__, RecursionError)
print(handler_recurses())
def with_cm():
    class CM:
        depth = 0
        def __enter__(self): CM.depth += 1; return self
        def __exit__(self, *a): CM.depth -= 1
    def go():
        with CM(): go()
    try: go()
    except RecursionError: return CM.depth
print(with_cm())
def gen(n):
    yield n
    yield from gen(n + 1)
def consume():
    seen = 0
    try:
        for seen in gen(0): pass
    except RecursionError: return seen > 300
print(consume())
def swallow(n):
    try: swallow(n + 1)
    except RecursionError: pass
    return n
print(swallow(0))
class Tree:
    def __init__(self, depth): self.child = Tree(depth - 1) if depth else None
    def size(self): return 1 + (self.child.size() if self.child else 0)
t = Tree(400)
print(t.size())
for _ in range(20):
    x = Tree(0); x.child = t
try:
    for _ in range(2000): n = Tree(0); n.child = t; t = n
    t.size()
except RecursionError as e:
    tb, n = e.__traceback__, 0
    while tb: n += 1; tb = tb.tb_next
    print("size failed", n > 900)
def fib(n, limit=[0]): limit[0] += 1; return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(15))
def ackermann(m, n):
    if m == 0: return n + 1
    return ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))
try: ackermann(3, 8)
except RecursionError: print("ackermann too deep")
print(ackermann(2, 20))
def low():
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(100)
    try: return count_frames() < 100
    finally: sys.setrecursionlimit(old)
print(low(), count_frames() == a)
def flatten(x): return sum(map(flatten, x), []) if isinstance(x, list) else [x]
deep = 1
for _ in range(50): deep = [deep]
print(flatten(deep))
for _ in range(5000): deep = [deep]
try: flatten(deep)
except RecursionError: print("flatten too deep")
def trampoline(f, *a):
    while callable(f): f, *a = f(*a)
    return a[0]
def even(n): return (None, True) if n == 0 else (odd, n - 1)
def odd(n): return (None, False) if n == 0 else (even, n - 1)
print(trampoline(even, 100_000))
