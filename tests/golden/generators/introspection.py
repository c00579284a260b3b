"""Generator objects' attributes, types, and what makes a function a generator."""
import types, collections.abc
def g(a, b=2):
    local = a + b
    yield local
    yield from sub()
def sub(): yield "sub"
x = g(1)
print(type(x).__name__, x.__name__, x.__qualname__, x.gi_code is g.__code__, x.gi_running, x.gi_suspended, x.gi_yieldfrom, x.gi_frame is not None, x.gi_frame.f_locals)
next(x)
print(x.gi_suspended, x.gi_frame.f_locals, x.gi_frame.f_lineno - g.__code__.co_firstlineno)
next(x)
print(x.gi_yieldfrom.__name__, x.gi_frame.f_lineno - g.__code__.co_firstlineno)
list(x)
print(x.gi_frame, x.gi_running, x.gi_suspended, x.gi_yieldfrom, x.gi_code.co_name)
x.__name__ = "renamed"; x.__qualname__ = "q.renamed"
print(repr(x).split(" at ")[0])
for name, value in [("__name__", 5), ("gi_frame", None), ("gi_code", None), ("gi_running", 1), ("new", 1)]:
    try:
        setattr(x, name, value)
        print("set", name)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(isinstance(x, types.GeneratorType), isinstance(x, collections.abc.Generator), isinstance(x, collections.abc.Iterator), iter(x) is x, hasattr(x, "__len__"))
def running():
    me = yield
    yield me.gi_running, me.gi_suspended
r = running(); next(r)
print(r.send(r))
def dead_yield():
    return "no yields run"
    yield
def in_if():
    if False: yield
def in_lambda(): return lambda: (yield)
def in_comp(): return [1 for _ in ()]
def in_default(a=lambda: (yield)): return a
def nested_def():
    def inner(): yield
    return inner
class C:
    def m(self): yield self
    @staticmethod
    def s(): yield 1
    def __iter__(self): yield from "iter"
    @property
    def p(self): yield "p"
    def __contains__(self, x): return True
    def __call__(self): yield "call"
print([type(f()).__name__ for f in (dead_yield, in_if, in_lambda, in_lambda(), in_comp, in_default(), nested_def, nested_def(), C().m, C.s, C())], list(C()), list(C().p), *C())
print([f.__code__.co_flags & 0x20 != 0 for f in (dead_yield, in_if, in_lambda, in_comp, sub)])
try:
    next(dead_yield())
except StopIteration as stop:
    print(stop.value)
for bad in (lambda: types.GeneratorType(), lambda: type("G", (types.GeneratorType,), {}), lambda: len(sub()), lambda: sub()[0], lambda: sub() + sub(), lambda: next(sub), lambda: sub().send(), lambda: sub().send(1, 2), lambda: reversed(sub()), lambda: sub().nothing):
    try:
        bad()
    except (TypeError, AttributeError) as error:
        print(error)
def counted():
    n = 0
    while True:
        n += 1
        yield n
c = counted()
print([next(c) for _ in range(3)], next(c), [*zip(c, "ab")], next(c), [x for x, _ in zip(range(2), c)], next(c))
big = (lambda n: (yield from range(n)))(100000)
print(sum(big))
a = sub(); b = a
print(next(a), next(b, "shared"), a == b, a != sub(), hash(a) == hash(b), bool(a))
