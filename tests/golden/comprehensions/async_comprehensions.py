"""async comprehensions driven by hand."""
class Ready:
    def __init__(self, value): self.value = value
    def __await__(self):
        got = yield self.value
        return got if got is not None else self.value
async def agen(n):
    for i in range(n):
        await Ready(f"tick {i}")
        yield i
def drive(coro):
    steps = []
    try:
        while True: steps.append(coro.send(None))
    except StopIteration as stop:
        return stop.value, steps
async def lists(): return [x async for x in agen(3)]
async def sets(): return {x % 2 async for x in agen(3)}
async def dicts(): return {x: -x async for x in agen(2) if x}
async def awaits(): return [await Ready(x) for x in "ab"]
async def cond(): return [x async for x in agen(4) if await Ready(x % 2)]
async def mixed(): return [(x, y) for x in "ab" async for y in agen(2)]
async def nested(): return [[y async for y in agen(x)] async for x in agen(3)]
async def genexp():
    g = (x * 10 async for x in agen(3))
    return type(g).__name__, [v async for v in g]
async def await_in_gen():
    g = (await Ready(x) for x in "xy")
    return type(g).__name__, [v async for v in g]
async def first_iter(): return [x for x in await Ready([1, 2])]
async def plain(): return [x for x in range(2)], {y for y in "a"}
async def nested_sync(): return [[await Ready(x) for x in "a"] for _ in range(2)]
async def walrus(): return [last := x async for x in agen(3)], last
for f in (lists, sets, dicts, awaits, cond, mixed, nested, genexp, await_in_gen, first_iter, plain, nested_sync, walrus):
    print(f.__name__, *drive(f()))
async def errors():
    out = []
    class NoAnext:
        def __aiter__(self): return self
    class BadAiter:
        def __aiter__(self): return 5
    class Awaits:
        def __aiter__(self): return self
        def __anext__(self): return 5
    for it in ([1], NoAnext(), BadAiter(), Awaits()):
        try: [x async for x in it]
        except TypeError as error: out.append(str(error))
    try: [1 / x async for x in agen(1)]
    except ZeroDivisionError as error: out.append(str(error))
    return out
print(*drive(errors())[0], sep="\n")
async def unpack(): return [a + b async for a, b in pairs()], [*[x async for x in agen(2)]]
async def pairs():
    for p in [(1, 2), (3, 4)]: yield p
print(drive(unpack())[0])
for source in ["[x async for x in y]", "def f(): return [x async for x in y]", "async def f(): return [x async for x in y]", "def f(): return (x async for x in y)", "(x async for x in y)", "def f(): [await x for x in y]", "def f(): (await x for x in y)", "async def f():\n def g(): return [x async for x in y]", "async def f(): return lambda: [x async for x in y]", "async def f(): return [[x async for x in y] for z in w]", "class C: z = [x async for x in y]", "async def f():\n  class C: z = [x async for x in y]", "await x", "async def f(): yield [x async for x in y]", "async def f(): return {(yield 1) for x in y}"]:
    try:
        compile(source, "<s>", "exec")
        print(source.replace("\n", ";"), "fine")
    except SyntaxError as error:
        print(source.replace("\n", ";"), "->", error.msg)
