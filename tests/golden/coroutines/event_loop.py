"""An event loop in plain Python: tasks, sleeping, futures, queues, cancellation, timeouts."""
class Sleep:
    def __init__(self, n): self.n = n
    def __await__(self): yield ("sleep", self.n)
class Future:
    def __init__(self): self.done, self.value, self.waiters = False, None, []
    def set(self, value):
        self.done, self.value = True, value
        for t in self.waiters: loop.ready.append((t, None))
        self.waiters.clear()
    def __await__(self):
        if not self.done: yield ("wait", self)
        return self.value
class Cancelled(Exception): pass
class Task(Future):
    def __init__(self, coro, name):
        super().__init__()
        self.coro, self.name, self.cancelled = coro, name, False
    def step(self, value):
        try:
            request = self.coro.throw(Cancelled(self.name)) if self.cancelled else self.coro.send(value)
        except StopIteration as stop: self.set(stop.value)
        except Cancelled as error: print(f"[{loop.now}] cancelled {error}"); self.set(None)
        else:
            kind, arg = request
            if kind == "sleep": loop.timers.append((loop.now + arg, len(loop.timers), self))
            else: arg.waiters.append(self)
    def cancel(self):
        self.cancelled = True
        loop.timers = [t for t in loop.timers if t[2] is not self]
        loop.ready.append((self, None))
class Loop:
    def __init__(self): self.now, self.ready, self.timers = 0, [], []
    def spawn(self, coro, name):
        task = Task(coro, name)
        self.ready.append((task, None))
        return task
    def run(self, coro):
        main = self.spawn(coro, "main")
        while self.ready or self.timers:
            while self.ready:
                task, value = self.ready.pop(0)
                if not task.done: task.step(value)
            if self.timers:
                self.timers.sort(key=lambda t: t[:2])
                self.now, _, task = self.timers.pop(0)
                self.ready.append((task, None))
        return main.value
class Queue:
    def __init__(self): self.items, self.getters = [], []
    def put(self, item):
        self.items.append(item)
        if self.getters: self.getters.pop(0).set(None)
    async def get(self):
        while not self.items:
            f = Future()
            self.getters.append(f)
            await f
        return self.items.pop(0)
async def producer(q, n):
    for i in range(n):
        await Sleep(2)
        print(f"[{loop.now}] put {i}")
        q.put(i)
    q.put(None)
async def consumer(q):
    got = []
    while (item := await q.get()) is not None:
        print(f"[{loop.now}] got {item}")
        got.append(item)
        await Sleep(3)
    return got
async def forever(name):
    try:
        while True: await Sleep(5)
    finally:
        print(f"[{loop.now}] {name} cleaned up")
async def main():
    q = Queue()
    p, c = loop.spawn(producer(q, 3), "producer"), loop.spawn(consumer(q), "consumer")
    f = loop.spawn(forever("f"), "forever")
    await Sleep(1)
    print(f"[{loop.now}] main awaits")
    result = await c
    f.cancel()
    await f
    await p
    return result, loop.now
loop = Loop()
print(loop.run(main()))
