"""async def, await, driving by hand, results, errors and attributes."""
class Awaitable:
    def __init__(self, *values): self.values = values
    def __await__(self):
        got = []
        for v in self.values: got.append((yield v))
        return got
async def inner(x):
    r = await Awaitable(x, x + 1)
    return r
async def outer():
    a = await inner(1)
    b = await inner(10)
    return a + b
def drive(c, send=lambda v: v):
    trace, value = [], None
    try:
        while True:
            y = c.send(value)
            trace.append(y)
            value = send(y)
    except StopIteration as stop:
        return stop.value, trace
print(drive(outer()), drive(outer(), lambda v: f"<{v}>"))
c = inner(5)
print(type(c).__name__, c.__name__, c.__qualname__, c.cr_running, c.cr_await, c.cr_frame is not None, c.cr_origin, c.cr_code.co_name, inner.__code__.co_flags & 0x80)
print(c.send(None), type(c.cr_await).__name__, c.cr_suspended)
c.close()
print(c.cr_frame, c.cr_running)
for act in (lambda: c.send(None), lambda: c.throw(ValueError("x")), lambda: c.close(), lambda: iter(c), lambda: next(c), lambda: list(c), lambda: c.__iter__, lambda: len(c)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
async def bad(x):
    return await x
for x in (5, None, [1], "s", (i for i in "a"), lambda: 1, object):
    try:
        drive(bad(x))
    except TypeError as error:
        print(error)
class NotIter:
    def __await__(self): return 5
class ReturnsCoro:
    def __await__(self): return inner(1)
class Raises:
    def __await__(self): raise KeyError("in __await__")
class Plain:
    def __await__(self): return iter([1, 2])
for x in (NotIter(), ReturnsCoro(), Raises(), Plain()):
    try:
        print(drive(bad(x)))
    except Exception as error:
        print(type(error).__name__, error)
    finally:
        pass
async def handles():
    try: await Awaitable("waiting")
    except ValueError as error: return f"handled {error}"
    finally: print("finally", end=" ")
h = handles(); h.send(None)
try:
    h.throw(ValueError("v"))
except StopIteration as stop:
    print(stop.value)
h = handles(); h.send(None)
print(h.close())
async def raises(): raise StopIteration("leak")
try:
    drive(raises())
except RuntimeError as error:
    print(error, repr(error.__cause__))
w = inner(1).__await__()
print(type(w).__name__, next(w), w.send("a"))
try:
    w.send("b")
except StopIteration as stop:
    print(stop.value)
c = outer(); c.send(None)
async def reuse(): await c
try:
    drive(reuse())
except RuntimeError as error:
    print(error)
try:
    c.send(1); c.send(2); c.send(3); c.send(4)
except StopIteration as stop:
    print(stop.value)
try:
    drive(reuse())
except RuntimeError as error:
    print(error)
async def nothing(): pass
async def returns_tuple(): return 1, 2
async def lam(): return (lambda: 5)(), [await nothing() for _ in "ab"], await returns_tuple()
print(drive(lam()))
