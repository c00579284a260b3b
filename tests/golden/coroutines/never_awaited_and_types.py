"""Coroutine functions in classes, decorators, types.coroutine, warnings for those never awaited."""
import types, collections.abc
def drive(c):
    try:
        while True: c.send(None)
    except StopIteration as stop: return stop.value
class C:
    async def m(self): return "m", type(self).__name__
    @staticmethod
    async def s(): return "s"
    @classmethod
    async def c(cls): return cls.__name__
    @property
    async def p(self): return "p"
    async def __call__(self, x): return x
    async def __aenter__(self): return "entered"
    async def __aexit__(self, *a): return False
    def __await__(self):
        yield
        return "awaited C"
    async def sup(self): return super().__class__.__name__, __class__.__name__
async def main():
    c = C()
    async with c as e: pass
    return await c.m(), await C.s(), await C.c(), await c.p, await c(5), await c, e, await c.sup()
print(drive(main()))
@types.coroutine
def gen_based():
    got = yield "from generator"
    return f"generator got {got}"
async def uses(): return await gen_based()
u = uses()
print(u.send(None))
try:
    u.send("sent")
except StopIteration as stop:
    print(stop.value)
print(type(gen_based()).__name__, gen_based.__code__.co_flags & 0x100 != 0, isinstance(gen_based(), collections.abc.Awaitable))
c = C().m()
print(isinstance(c, types.CoroutineType), isinstance(c, collections.abc.Coroutine), isinstance(c, collections.abc.Awaitable), isinstance(C(), collections.abc.Awaitable), isinstance(c, collections.abc.Iterable), callable(c))
drive(c)
async def deep(n): return n if n == 0 else 1 + await deep(n - 1)
print(drive(deep(100)))
async def order():
    print("not until awaited")
    return 1
o = order()
print("created")
print(drive(o))
async def conditional(flag):
    return await order() if flag else "no await needed"
print(drive(conditional(False)))
async def many(*args, k=1, **kw): return args, k, kw
print(drive(many(1, 2, k=3, z=4)))
try:
    many(1, k=2)(3).close()
except TypeError as error:
    print(error)
async def shadow():
    async def local(): return [await x for x in ()], {k: await order() for k in "a"}
    return await local()
print(drive(shadow()))
try:
    async def params(a): pass
    params()
except TypeError as error:
    print(error)
g = lambda: many()
print(drive(g()))
async def gather(*coros):
    results = []
    for c in coros: results.append(await c)
    return results
print(drive(gather(many(1), order(), deep(3))))
for bad in (lambda: types.CoroutineType(), lambda: type("X", (types.CoroutineType,), {}), lambda: types.coroutine(5), lambda: types.coroutine(print)("via builtin")):
    try:
        print(bad())
    except TypeError as error:
        print(error)
def warn():
    many()
    print("dropped one")
warn()
