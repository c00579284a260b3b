"""Decorators: order, any expression, on functions, methods and classes."""
import functools
log = []
def note(tag):
    log.append(f"make {tag}")
    def deco(thing):
        log.append(f"apply {tag} to {getattr(thing, '__name__', thing)}")
        return thing
    return deco
@note("a")
@note("b")
def f(x=log.append("default")): log.append("body")
print(log); log.clear()
@note("outer class")
class K:
    log.append("class body")
    @note("method")
    def m(self): return "m"
    @property
    def p(self): return "p"
    @p.setter
    def p(self, value): log.append(("set", value))
    @staticmethod
    def s(*args): return args
    @classmethod
    def c(cls, *args): return cls.__name__, args
    @(lambda f: f())
    def computed(): return "computed once"
print(log); log.clear()
k = K()
k.p = 5
print(k.m(), k.p, k.s(1), K.s(2), k.c(3), K.c(4), K.computed, log)
@(lambda f: print("deco printed", f.__name__))
def printed(): pass
print(printed)
@[lambda f: "from a list"][0]
def listed(): pass
@{"k": note}["k"]("dict")
def dicted(): pass
@note if False else (lambda f: [f.__name__])
def conditional(): pass
@(d := lambda f: f"walrus {f.__name__}")
def walrus(): pass
@str
class Stringed: pass
@len
@str.upper
@(lambda f: f.__name__)
def chained(): pass
print(listed, conditional, walrus, Stringed, chained)
def wraps(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        return "<" + f(*args, **kwargs) + ">"
    return wrapper
@wraps
@wraps
def greet(name, mark="!"):
    "Greets."
    return name + mark
print(greet("a"), greet("b", mark="?"), greet.__name__, greet.__doc__, greet.__wrapped__.__wrapped__("raw"))
def bad(f): raise ValueError(f"no {f.__name__}")
try:
    @bad
    def target(): pass
except ValueError as error:
    print(error, "target" in globals())
try:
    @5
    def target(): pass
except TypeError as error:
    print(error)
def memo(f):
    cache = {}
    def inner(n):
        if n not in cache: cache[n] = f(n)
        return cache[n]
    inner.cache = cache
    return inner
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), len(fib.cache))
@note("async")
async def co(): pass
@note("generator")
def gen(): yield
print(log)
