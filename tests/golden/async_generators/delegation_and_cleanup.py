"""Async generators in loops, with early exit, nesting, hooks and finalisation."""
import sys
class Pause:
    def __await__(self): yield "pause"
log = []
async def source(name, n):
    log.append(f"open {name}")
    try:
        for i in range(n):
            await Pause()
            yield f"{name}{i}"
    except GeneratorExit:
        log.append(f"exit {name}")
        raise
    finally:
        log.append(f"close {name}")
def run(coro):
    log.clear()
    try:
        while True: coro.send(None)
    except StopIteration as stop: print(stop.value, log)
    except BaseException as error: print("raised", repr(error), log)
async def full(): return [x async for x in source("a", 2)]
async def early():
    g = source("b", 5)
    async for x in g:
        if x == "b1": break
    await g.aclose()
    return x
async def error():
    g = source("c", 5)
    try:
        async for x in g: raise ValueError(x)
    except ValueError as e: return str(e)
    finally: await g.aclose()
async def chain(*gens):
    for g in gens:
        async for x in g: yield x
async def chained(): return [x async for x in chain(source("x", 2), source("y", 1))]
async def doubled(g):
    async for x in g: yield x * 2
async def pipeline(): return [x async for x in doubled(doubled(source("p", 2)))]
async def send_values():
    async def acc():
        total = 0
        while True:
            v = yield total
            if v is None: return
            total += v
    g = acc()
    out = [await g.__anext__()]
    for v in (1, 2, 3): out.append(await g.asend(v))
    try: await g.asend(None)
    except StopAsyncIteration: out.append("stopped")
    return out
async def athrow_in():
    async def handler():
        while True:
            try: yield "ready"
            except KeyError as e: yield f"handled {e}"
    g = handler()
    return await anext(g), await g.athrow(KeyError("k")), await anext(g), await g.aclose()
async def with_cm():
    class CM:
        async def __aenter__(self): log.append("aenter"); return self
        async def __aexit__(self, *a): log.append(f"aexit {a[0].__name__ if a[0] else None}")
    async def g():
        async with CM(): yield 1; yield 2
    out = [x async for x in g()]
    it = g()
    await anext(it)
    await it.aclose()
    return out
async def recursive():
    async def walk(t):
        for x in t:
            if isinstance(x, list):
                async for y in walk(x): yield y
            else: yield x
    return [x async for x in walk([1, [2, [3]], 4])]
async def gen_expr(): return sum([x async for x in (y * 2 async for y in numbers())])
async def numbers():
    for i in range(4): yield i
async def no_awaits(): return [x async for x in numbers()], {x async for x in numbers()} == {0, 1, 2, 3}
async def in_try():
    async def g():
        try: yield 1
        finally:
            await Pause()
            log.append("async finally")
    return [x async for x in g()]
for f in (full, early, error, chained, pipeline, send_values, athrow_in, with_cm, recursive, gen_expr, no_awaits, in_try): run(f())
hooks = sys.get_asyncgen_hooks()
print(hooks)
sys.set_asyncgen_hooks(firstiter=lambda g: log.append(f"first {g.__name__}"), finalizer=lambda g: log.append(f"final {g.__name__}"))
run(full())
async def leak():
    async for x in source("leak", 3): return x
run(leak())
print(log)
sys.set_asyncgen_hooks(*hooks)
for source_ in ["async def f():\n yield 1\n return 2", "async def f(): yield from x", "async def f():\n yield 1\n return", "def f(): async for x in y: pass", "def f(): async with x: pass", "async for x in y: pass", "async with x: pass", "async x", "async lambda: 1", "def f(): await x", "lambda: await x", "async def f(): lambda: await x", "class C:\n async def m(self): await x\n await y", "async def f(): def g(): await x", "async = 1", "await = 1", "def await(): pass", "async def async(): pass", "async def f(await): pass", "async def f(): (await)", "async def f(): await x = 1", "async def f(): await await x", "async def f(): await -x", "async def f(): -await x ** 2", "async def f(): f'{await x}'"]:
    try:
        compile(source_, "<s>", "exec")
        print(source_.replace("\n", ";"), "fine")
    except SyntaxError as e:
        print(source_.replace("\n", ";"), "->", e.msg)
