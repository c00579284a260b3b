"""async with and async for: protocol, order, suppression, else, errors."""
log = []
class Step:
    def __init__(self, tag): self.tag = tag
    def __await__(self): log.append(self.tag); yield; return self.tag
class ACM:
    def __init__(self, name, suppress=False, fail=None): self.name, self.suppress, self.fail = name, suppress, fail
    async def __aenter__(self):
        await Step(f"enter {self.name}")
        if self.fail == "enter": raise RuntimeError("enter failed")
        return self.name
    async def __aexit__(self, t, v, tb):
        await Step(f"exit {self.name} {t.__name__ if t else None}")
        if self.fail == "exit": raise RuntimeError("exit failed")
        return self.suppress
class AIter:
    def __init__(self, n, fail_at=None): self.n, self.i, self.fail_at = n, 0, fail_at
    def __aiter__(self): return self
    async def __anext__(self):
        self.i += 1
        await Step(f"anext {self.i}")
        if self.i == self.fail_at: raise ValueError(f"at {self.i}")
        if self.i > self.n: raise StopAsyncIteration
        return self.i
def drive(c):
    log.clear()
    try:
        while True: c.send(None)
    except StopIteration as stop: print(stop.value, log)
    except Exception as error: print(repr(error), repr(error.__context__), log)
async def one():
    async with ACM("a") as a, ACM("b") as b: return a + b
async def suppress():
    async with ACM("outer"), ACM("inner", True): raise KeyError("k")
    return "suppressed"
async def passes():
    async with ACM("a"): raise KeyError("k")
async def enter_fails():
    async with ACM("a"), ACM("b", fail="enter"): return "never"
async def exit_fails():
    async with ACM("a", fail="exit"): raise KeyError("body")
async def parens():
    async with (ACM("x") as x, ACM("y"),): return x
async def loop():
    out = []
    async for i in AIter(3):
        if i == 2: continue
        out.append(i)
    else: out.append("else")
    return out
async def brk():
    async for i in AIter(3):
        if i == 2: break
    else: return "never"
    return i
async def fails():
    async for i in AIter(3, fail_at=2): pass
async def nested():
    return [(i, j) async for i in AIter(2) async for j in AIter(i)]
async def unpack():
    class P(AIter):
        async def __anext__(self): i = await super().__anext__(); return i, (i, [i])
    async for a, (b, [c]) in P(2): pass
    return a, b, c
async def sync_in_async():
    with open(__file__) as f:
        async for i in AIter(1): return f.closed, i
async def finally_await():
    try: return "value"
    finally: await Step("awaited in finally")
async def flow():
    for i in range(3):
        async with ACM(str(i)):
            if i == 0: continue
            if i == 1: break
    return i
for f in (one, suppress, passes, enter_fails, exit_fails, parens, loop, brk, fails, nested, unpack, sync_in_async, finally_await, flow): drive(f())
class NoExit:
    async def __aenter__(self): pass
class SyncCM:
    def __enter__(self): pass
    def __exit__(self, *a): pass
class NotAwaitable:
    def __aenter__(self): return 1
    def __aexit__(self, *a): return 2
class NotAwaitableExit(ACM):
    def __aexit__(self, *a): return 2
async def w(cm):
    async with cm: pass
async def s(cm):
    with cm: pass
async def a(it):
    async for _ in it: pass
class AnextNot:
    def __aiter__(self): return self
    def __anext__(self): return 5
class AiterCoro:
    async def __aiter__(self): return self
for c in (w(5), w(NoExit()), w(SyncCM()), w(NotAwaitable()), w(NotAwaitableExit("n")), s(ACM("a")), a([1]), a(5), a(AnextNot()), a(AiterCoro()), a(AIter)): drive(c)
