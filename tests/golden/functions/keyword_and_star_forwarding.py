"""Wrappers that pass on everything, partial application by hand, overloading, memoising, pipelines."""
def trace(f):
    def wrapper(*args, **kwargs):
        shown = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
        try:
            result = f(*args, **kwargs)
        except TypeError as error:
            print(f"{f.__name__}({shown}) !! {error}")
            raise
        print(f"{f.__name__}({shown}) -> {result!r}")
        return result
    wrapper.__wrapped__ = f
    return wrapper
@trace
def area(width, height=1, /, *, scale=1, **extra): return width * height * scale, extra
area(2); area(2, 3); area(2, 3, scale=2, unit="m")
for bad in (lambda: area(), lambda: area(1, 2, 3), lambda: area(width=1), lambda: area("x", "y")):
    try: bad()
    except TypeError: pass
def partial(f, *fixed, **named):
    def call(*args, **kwargs): return f(*fixed, *args, **{**named, **kwargs})
    return call
def show(*args, **kwargs): return args, kwargs
p = partial(partial(show, 1, a=1), 2, b=2)
print(p(), p(3, a=9), p(*"xy", **{"c": 3}))
def flip(f): return lambda *a, **k: f(*reversed(a), **k)
def curry(f, n, got=()): return f(*got) if len(got) >= n else lambda *a: curry(f, n, got + a)
add3 = curry(lambda a, b, c: a + b + c, 3)
print(flip(show)(1, 2, k=3), add3(1)(2)(3), add3(1, 2)(3), add3()(1)()(2, 3))
class Overload:
    def __init__(self): self.table = {}
    def __call__(self, f):
        self.table[f.__code__.co_argcount] = f
        return lambda *a: self.dispatch(*a)
    def dispatch(self, *a):
        try: f = self.table[len(a)]
        except KeyError: raise TypeError(f"no version takes {len(a)} arguments, only {sorted(self.table)}") from None
        return f(*a)
over = Overload()
@over
def size(a): return f"one {a}"
@over
def size(a, b): return f"two {a} {b}"
print(size(1), size(1, 2))
try: size(1, 2, 3)
except TypeError as error: print(error, error.__cause__, error.__suppress_context__)
def kwargs_order(**kw): return list(kw.items())
d = {"z": 1, "a": 2}
print(kwargs_order(**d, m=3), kwargs_order(q=0, **d), kwargs_order(**{**d, "z": 9}))
def mutate(kw, **same): same["x"] = 1; return kw is same, "x" in kw
print(mutate(d, **d), d)
def args_tuple(*a): return a
t = (1, 2)
print(args_tuple(*t) == t, args_tuple(*[]) is args_tuple(), args_tuple(*t, *t), type(args_tuple(*[1])).__name__)
def default_from_arg(a, b=None): return (a, a if b is None else b)
print([default_from_arg(*pair) for pair in [(1,), (1, 2), "xy"]], *map(default_from_arg, "ab", "cd"))
def compose(*fs):
    def run(x, *rest):
        for f in fs: x = f(x, *rest); rest = ()
        return x
    return run
print(compose(pow, str, len)(2, 100), compose()(5), compose(sorted, tuple)([3, 1]))
def retry(times, catch):
    def deco(f):
        def call(*a, _left=times, **k):
            try: return f(*a, **k)
            except catch as error:
                if _left <= 1: raise
                print("retry after", error, end="; ")
                return call(*a, _left=_left - 1, **k)
        return call
    return deco
attempts = []
@retry(3, ValueError)
def flaky(fail, *, by="x"):
    attempts.append(by)
    if len(attempts) < fail: raise ValueError(f"attempt {len(attempts)}")
    return "ok", by
print(flaky(3, by="y"))
attempts.clear()
try: flaky(9)
except ValueError as error: print("gave up:", error)
def recursive_kwargs(n, **kw): return kw if n == 0 else recursive_kwargs(n - 1, **{f"k{n}": n}, **kw)
print(recursive_kwargs(3, start=0))
def spread(first, *middle, last): return first, middle, last
print(spread(*"abc", last="z"), spread("a", **{"last": 1}))
for call in ("spread(*'ab')", "spread(last=1)", "spread(1, 2, last=3, first=4)", "spread(**{'first': 1, 'last': 2})", "spread(*(), **{})", "spread(1, *None, last=2)", "spread(1, last=2, **{'last': 3})", "spread(1, **{'last': 2, 'more': 3})"):
    try: print(call, eval(call))
    except TypeError as error: print(call, "->", error)
