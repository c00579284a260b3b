"""A scheduler for coroutines in plain Python: sleeping, channels, tasks that wait for tasks, cancelling."""


class Request:
    """Awaiting one hands it to the scheduler and gives back the scheduler's answer."""
    def __init__(self, kind, *details):
        self.kind, self.details = kind, details

    def __await__(self):
        return (yield self)


def sleep(ticks):
    return Request("sleep", ticks)


class Cancelled(BaseException):
    pass


class Task:
    def __init__(self, scheduler, coroutine):
        self.scheduler, self.coroutine = scheduler, coroutine
        self.name = coroutine.__name__
        self.done, self.result, self.error, self.waiting = False, None, None, []

    def step(self, value, error=None):
        try:
            request = self.coroutine.throw(error) if error else self.coroutine.send(value)
            getattr(self.scheduler, f"on_{request.kind}")(self, *request.details)
        except StopIteration as stop:
            self.finish(result=stop.value)
        except (Exception, Cancelled) as failure:
            self.finish(error=failure)

    def finish(self, result=None, error=None):
        self.done, self.result, self.error = True, result, error
        for task in self.waiting:
            self.scheduler.wake(task, result, error)

    def cancel(self):
        self.scheduler.forget(self)
        self.scheduler.wake(self, error=Cancelled())

    def __await__(self):
        return (yield Request("join", self))


class Scheduler:
    def __init__(self):
        self.now, self.ready, self.sleeping = 0, [], []

    def spawn(self, coroutine):
        task = Task(self, coroutine)
        self.wake(task)
        return task

    def wake(self, task, value=None, error=None):
        self.ready.append((task, value, error))

    def forget(self, task):
        self.sleeping = [entry for entry in self.sleeping if entry[2] is not task]

    def on_sleep(self, task, ticks):
        self.sleeping.append((self.now + ticks, len(self.sleeping), task))

    def on_join(self, task, other):
        if other.done:
            self.wake(task, other.result, other.error)
        else:
            other.waiting.append(task)

    def on_park(self, task, place):
        place.append(task)

    def run(self, coroutine):
        main = self.spawn(coroutine)
        while not main.done:
            if self.ready:
                task, value, error = self.ready.pop(0)
                task.step(value, error)
            elif self.sleeping:
                self.sleeping.sort(key=lambda entry: entry[:2])
                self.now, _, task = self.sleeping.pop(0)
                self.wake(task)
            else:
                raise RuntimeError("every task waits for another one")
        if main.error:
            raise main.error
        return main.result


class Channel:
    """Values from one task to another, with room for a few."""

    def __init__(self, scheduler, room):
        self.scheduler, self.room = scheduler, room
        self.values, self.readers, self.writers, self.closed = [], [], [], False

    async def put(self, value):
        while len(self.values) >= self.room:
            await Request("park", self.writers)
        self.values.append(value)
        if self.readers:
            self.scheduler.wake(self.readers.pop(0))

    def close(self):
        self.closed = True
        while self.readers:
            self.scheduler.wake(self.readers.pop(0))

    def __aiter__(self):
        return self

    async def __anext__(self):
        while not self.values:
            if self.closed:
                raise StopAsyncIteration
            await Request("park", self.readers)
        if self.writers:
            self.scheduler.wake(self.writers.pop(0))
        return self.values.pop(0)


scheduler = Scheduler()


def say(text):
    print(f"[{scheduler.now:3}] {text}")


class timer:
    """An asynchronous context manager that says how long its block took."""

    def __init__(self, title):
        self.title = title

    async def __aenter__(self):
        self.start = scheduler.now
        say(f"{self.title} begins")

    async def __aexit__(self, kind, error, traceback):
        say(f"{self.title} took {scheduler.now - self.start} ticks" + (f" and failed: {error}" if error else ""))


async def baker(channel):
    for number, loaf in enumerate(("rye", "wheat", "oat", "spelt", "corn"), 1):
        await sleep(2)
        say(f"baker: {loaf} is ready")
        await channel.put((number, loaf))
    channel.close()
    return number


async def customer(name, channel):
    eaten = []
    async for number, loaf in channel:
        say(f"{name} gets number {number}, {loaf}")
        await sleep(5)
        eaten.append(loaf)
    return f"{name} had {' and '.join(eaten)}"


async def fails():
    await sleep(3)
    raise ValueError("the oven is cold")


async def forever():
    try:
        while True:
            await sleep(10)
            say("still here")
    finally:
        say("forever cleans up")


async def main():
    async with timer("the bakery"):
        channel = Channel(scheduler, room=1)
        tasks = [scheduler.spawn(baker(channel)), *(scheduler.spawn(customer(name, channel)) for name in ("Ann", "Bo"))]
        for task in tasks:
            say(f"{task.name} returned {await task!r}")
    try:
        async with timer("a failure"):
            await scheduler.spawn(fails())
    except ValueError as error:
        say(f"main caught {error!r}")
    endless = scheduler.spawn(forever())
    await sleep(25)
    endless.cancel()
    try:
        await endless
    except Cancelled:
        say("it was cancelled")
    return "all done"


print(scheduler.run(main()))
