"""RecursionError at the limit for calls, and sys.setrecursionlimit."""
import sys
print(sys.getrecursionlimit())
def depth():
    n = 0
    def go():
        nonlocal n
        n += 1
        go()
    try: go()
    except RecursionError as error: return n, str(error)
n, text = depth()
print(900 < n < 1001, text)
def count(f):
    try: f()
    except RecursionError as error: return type(error).__mro__[1].__name__, str(error).split(" while")[0]
def mutual_a(): mutual_b()
def mutual_b(): mutual_a()
lam = lambda: lam()
class C:
    def m(self): return self.m()
    def __call__(self): return self()
    @property
    def p(self): return self.p
    @classmethod
    def c(cls): return cls.c()
    def __init__(self, go=False):
        if go: C(True)
    def __iter__(self): return iter(self)
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __hash__(self): return hash(self)
    def __eq__(self, other): return self == other
    def __lt__(self, other): return self < other
    def __add__(self, other): return self + other
    def __radd__(self, other): return other + self
    def __getattr__(self, name): return getattr(self, name + "x")
    def __getitem__(self, i): return self[i]
    def __contains__(self, i): return i in self
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    def __repr__(self): return repr(self)
    def __str__(self): return str(self)
    def __format__(self, s): return format(self, s)
    def __setattr__(self, n, v): setattr(self, n, v)
    def __delattr__(self, n): delattr(self, n)
    def __index__(self): return [1][self]
    def __next__(self): return next(self)
    def __instancecheck__(self, o): return isinstance(o, self)
c = C()
for f in (mutual_a, lam, c.m, c, lambda: c.p, C.c, lambda: C(True), lambda: iter(c), lambda: len(c), lambda: bool(c), lambda: hash(c), lambda: c == 1, lambda: c < 1, lambda: c + 1, lambda: c.anything, lambda: c[0], lambda: 1 in c, c.__enter__, lambda: repr(c), lambda: str(c), lambda: f"{c}", lambda: setattr(c, "a", 1), lambda: delattr(c, "a"), lambda: [1][c], lambda: next(c), lambda: isinstance(1, c)):
    print(count(f), end=" ")
print()
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print(deep(900))
sys.setrecursionlimit(20000)
print(deep(19000), sys.getrecursionlimit())
try: deep(20001)
except RecursionError: print("RecursionError at 20000")
sys.setrecursionlimit(100_000)
print(deep(99_000))
sys.setrecursionlimit(1000)
for bad in (lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit(-5), lambda: sys.setrecursionlimit("x"), lambda: sys.setrecursionlimit(1 << 40), lambda: sys.setrecursionlimit(), lambda: sys.setrecursionlimit(1.5)):
    try: bad()
    except (ValueError, TypeError, OverflowError) as error: print(type(error).__name__, error)
def too_low(n): return sys.setrecursionlimit(5) if n == 0 else too_low(n - 1)
try: too_low(50)
except RecursionError as error: print(error)
print(sys.getrecursionlimit())
def recover(n):
    try: return recover(n + 1)
    except RecursionError: return "recovered"
print(recover(0), recover(0))
