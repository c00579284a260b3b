"""A delegate goes before the body goes on."""
import sys

sys.unraisablehook = lambda unraisable: print("   unraisable", repr(unraisable.exc_value))


class K:
    def __init__(self, n): self.n = n
    def __del__(self): print("   gone", self.n)

class It:
    """An iterator that answers throw() in many ways."""
    def __init__(self, how): self.how, self.k = how, K(how)
    def __iter__(self): return self
    def __next__(self): return 1
    def close(self):
        print("   close")
        if self.how == "close fails": raise KeyError("close")
    def throw(self, e):
        if self.how == "stops": raise StopIteration("value")
        if self.how == "raises": raise KeyError("other")
        if self.how == "yields": return 2
        raise e
    def __getattr__(self, name):
        raise AttributeError(name)

class NoThrow:
    def __init__(self): self.k = K("NoThrow")
    def __iter__(self): return self
    def __next__(self): return 1

def gen(how):
    k = K("in " + how)
    try: yield 1
    except ValueError as e:
        if how == "gen raises": raise KeyError("gen") from None
        if how == "gen yields": yield 5
    return "returned"

def make(how):
    if how == "NoThrow": return NoThrow()
    if how.startswith("gen"): return gen(how)
    return It(how)

def body(how):
    try:
        print("   value", (yield from make(how)))
    except BaseException as e:
        print("   caught", repr(e))
    print("   after")
    yield 7

for how in ("stops", "raises", "yields", "passes", "close fails", "NoThrow", "gen", "gen raises", "gen yields"):
    for thrown in (ValueError("v"), GeneratorExit("g"), StopIteration("s")):
        print(how, repr(thrown))
        g = body(how)
        next(g)
        try: print("   ->", g.throw(thrown))
        except BaseException as e: print("   raised", repr(e))
        thrown.__traceback__ = None
        print("   dropping")
        del g
    print(how, "close")
    g = body(how)
    next(g)
    try: print(g.close())
    except BaseException as e: print("   raised", repr(e))
    print("   dropping")
    del g


# Asynchronous generators, too.
class Wait:
    def __await__(self):
        return (yield 1)


async def waits():
    try:
        await Wait()
    except RuntimeError:
        print("caught")
    return 3


async def values():
    try:
        yield await waits()
    finally:
        print("never")


async def run():
    async for value in values():
        print("got", value)
        break
    print("left")
    await Wait()


sys.set_asyncgen_hooks(finalizer=lambda generator: print("finalizer"))
for resume in (lambda c: c.send(None), lambda c: c.throw(RuntimeError("x"))):
    coroutine = run()
    coroutine.send(None)
    resume(coroutine)
    print("waiting")
    coroutine.close()
