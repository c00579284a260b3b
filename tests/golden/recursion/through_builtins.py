"""Recursion that goes through sort keys, map, reduce, format, sum, comparison methods, import hooks, eval."""
import functools
def attempt(name, f):
    try: f(); print(name, "returned")
    except RecursionError as error: print(name, "RecursionError")
    except Exception as error: print(name, type(error).__name__, error)
def by_sort(x): return sorted([1], key=by_sort)
def by_max(x): return max([1], key=by_max)
def by_map(x): return list(map(by_map, [1]))
def by_filter(x): return list(filter(by_filter, [1]))
def by_reduce(a, b): return functools.reduce(by_reduce, [1, 2])
def by_sum(): return sum(by_gen())
def by_gen(): yield by_sum()
def by_comp(): return [by_comp() for _ in "a"]
def by_dict(): return {by_dict(): 1}
def by_any(): return any(by_any() for _ in "a")
def by_eval(): return eval("by_eval()")
def by_exec(): exec("by_exec()", globals())
def by_getattr(): return getattr(Attr(), "x")
class Attr:
    @property
    def x(self): return by_getattr()
def by_join(): return "".join(by_join() for _ in "a")
def by_zip(): return list(zip(by_zip(), "a"))
def by_star(): return (lambda *a: a)(*by_star())
def by_dstar(): return dict(**by_dstar())
def by_partial(): return functools.partial(by_partial)()
def by_cache(x): return cached(x + 1)
cached = functools.lru_cache(None)(by_cache)
def by_class():
    class C: v = by_class()
def by_meta(): return type("M", (type,), {"__call__": lambda cls: by_meta()})("X", (), {})()
def by_new(): return type("N", (), {"__new__": lambda cls: by_new()})()
def by_default():
    def f(x=by_default()): pass
def by_decorator():
    @lambda f: by_decorator()
    def g(): pass
def by_with():
    class CM:
        def __enter__(self): by_with()
        def __exit__(self, *a): pass
    with CM(): pass
def by_except():
    try: raise ValueError
    except ValueError: by_except()
def by_finally():
    try: pass
    finally: by_finally()
def by_gen_next(): return next(by_gen2())
def by_gen2(): yield by_gen_next()
def by_yield_from(): yield from by_yield_from()
async def by_await(): await by_await()
def by_match():
    class M:
        __match_args__ = ("x",)
        @property
        def x(self): return by_match()
    match M():
        case M(1): pass
def by_iter_call(): return list(iter(by_iter_call, 1))
def by_set(): return {Hash()}
class Hash:
    def __hash__(self): return hash((Hash(),))
def by_missing(): return Missing()["k"]
class Missing(dict):
    def __missing__(self, k): return self[k]
def by_slots(): return "%s" % Str()
class Str:
    def __str__(self): return "{}".format(Str())
def by_setitem(): L()[0] = 1
class L(list):
    def __setitem__(self, i, v): self[i] = v
def by_subclass():
    class Base:
        def __init_subclass__(cls): type("S", (cls,), {})
    class D(Base): pass
def by_descr(): return type("D", (), {"d": Descr()})().d
class Descr:
    def __get__(self, o, t): return o.d
    def __set_name__(self, o, n): pass
def by_instancecheck(): return isinstance(1, I)
class IM(type):
    def __instancecheck__(cls, o): return isinstance(o, cls)
class I(metaclass=IM): pass
def by_index(): return "abc"[Idx()]
class Idx:
    def __index__(self): return [0, 1][Idx()]
def by_compare(): return sorted([Cmp(), Cmp()])
class Cmp:
    def __lt__(self, o): return min([Cmp(), Cmp()]) is self
def by_dir(): return dir(Dir())
class Dir:
    def __dir__(self): return dir(self)
for f in (lambda: by_sort(1), lambda: by_max(1), lambda: by_map(1), lambda: by_filter(1), lambda: by_reduce(1, 2), by_sum, by_comp, by_dict, by_any, by_eval, by_exec, by_getattr, by_join, by_zip, by_star, by_dstar, by_partial, lambda: cached(0), by_class, by_meta, by_new, by_default, by_decorator, by_with, by_except, by_finally, by_gen_next, lambda: list(by_yield_from()), lambda: by_await().send(None), by_match, by_iter_call, by_set, by_missing, by_slots, by_setitem, by_subclass, by_descr, by_instancecheck, by_index, by_compare, by_dir):
    names = f.__code__.co_names
    attempt(f.__name__ if f.__name__ != "<lambda>" else next(n for n in names if n.startswith(("by", "cached"))), f)
print("still alive")
