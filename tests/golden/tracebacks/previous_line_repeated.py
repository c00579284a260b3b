"""Deep recursion prints three equal frames and counts the rest; uncaught at the limit."""
import sys
def show(f, *a):
    try: f(*a)
    except Exception as error: sys.excepthook(type(error), error, error.__traceback__)
def down(n):
    if n == 0: raise ValueError("bottom")
    return down(n - 1)
for n in (2, 3, 4, 5, 20): show(down, n)
def even(n):
    if n == 0: 1 / 0
    return odd(n - 1)
def odd(n): return even(n - 1)
show(even, 6)
def twice(n):
    if n == 0: raise KeyError("k")
    twice(n - 1); twice(n - 1)
show(twice, 8)
class R:
    def __getattr__(self, name): return self.missing
show(lambda: R().x)
def forever(n): return 1 + forever(n + 1)
sys.setrecursionlimit(200)
forever(0)
