"""Async generators: asend, athrow, aclose, return, attributes and errors."""
class Y:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
async def echo(n):
    got = None
    try:
        for i in range(n):
            await Y(f"await {i}")
            try: got = yield (i, got)
            except ValueError as error: got = f"caught {error}"
    finally:
        await Y("cleanup")
        print("finally", end=" ")
def drive(aw, trace=None):
    trace = [] if trace is None else trace
    try:
        it = aw.__await__() if hasattr(aw, "__await__") else aw
        while True: trace.append(it.send(None))
    except StopIteration as stop: return stop.value, trace
    except StopAsyncIteration as stop: return "StopAsyncIteration", stop.args, trace
g = echo(3)
print(type(g).__name__, g.__name__, g.ag_running, g.ag_await, g.ag_frame is not None, g.ag_code.co_name, g.__aiter__() is g)
print(drive(g.__anext__()), drive(g.asend("sent")), drive(g.athrow(ValueError("v"))), drive(g.__anext__()), drive(g.__anext__()))
g = echo(3)
print(drive(g.__anext__()), drive(g.aclose()), drive(g.aclose()), drive(g.__anext__()))
g = echo(1)
try:
    drive(g.asend("x"))
except TypeError as error:
    print(error)
g = echo(1)
try:
    drive(g.athrow(KeyError("before start")))
except KeyError as error:
    print(error)
print(drive(g.__anext__()))
g = echo(1)
print(drive(g.aclose()))
async def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
g = stubborn(); drive(g.__anext__())
try:
    drive(g.aclose())
except RuntimeError as error:
    print(error)
async def stops():
    yield 1
    raise StopAsyncIteration("leak")
g = stops(); drive(g.__anext__())
try:
    drive(g.__anext__())
except RuntimeError as error:
    print(error, repr(error.__cause__))
async def stops2():
    yield 1
    raise StopIteration("leak")
g = stops2(); drive(g.__anext__())
try:
    drive(g.__anext__())
except RuntimeError as error:
    print(error)
whole = echo(2)
a = whole.__anext__()
print(type(a).__name__, drive(a))
drive(whole.aclose())
try:
    drive(a)
except RuntimeError as error:
    print(error)
g = echo(2)
async def quiet(n):
    for i in range(n): yield await Y(i)
s = g.asend(None)
print(type(s).__name__, s.send(None))
try:
    g.__anext__().send(None)
except RuntimeError as error:
    print(error)
print(drive(s))
print(drive(g.aclose()))
for bad in (lambda: iter(g), lambda: next(g), lambda: list(g), lambda: len(g), lambda: g.send(None), lambda: [x for x in g]):
    try:
        bad()
    except (TypeError, AttributeError) as error:
        print(error)
print(drive(anext(quiet(1))), drive(anext(quiet(0), "default")), type(aiter(quiet(1))).__name__)
for bad in (lambda: aiter([1]), lambda: anext([1]), lambda: anext(5, 1)):
    try:
        bad()
    except TypeError as error:
        print(error)
