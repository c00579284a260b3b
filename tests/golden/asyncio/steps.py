"""What tasks and futures tell, step by step."""
import asyncio
import contextvars
import traceback

variable = contextvars.ContextVar("variable", default="outside")


def frames(error):
    return [entry.name for entry in traceback.extract_tb(error.__traceback__)]


async def fails():
    raise ValueError(1)


class Gives:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        return (yield self.what)


async def tracebacks():
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    print(frames(task.exception()))
    for _ in range(2):
        try:
            await task
        except ValueError as error:
            print(frames(error))
        try:
            task.result()
        except ValueError as error:
            print(frames(error))
    cancelled = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    cancelled.cancel("message")
    for _ in range(2):
        try:
            await cancelled
        except asyncio.CancelledError as error:
            print(error.args, frames(error)[:2])


async def gives(what):
    await Gives(what)


class Task(asyncio.Task):
    pass


async def wrong_awaits():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    foreign = asyncio.Future(loop=other)
    other.close()

    async def itself(blocking):
        task = asyncio.current_task()
        task._asyncio_future_blocking = blocking
        await Gives(task)

    for kind in asyncio.Task, Task:
        for coroutine in itself(False), itself(True), gives(foreign), gives(loop.create_future()), gives(42):
            try:
                await kind(coroutine)
            except RuntimeError as error:
                print(kind.__name__, str(error).split(" <")[0])
    future = loop.create_future()
    awaiting = future.__await__()
    print(awaiting.send(None) is future)
    for steps in future.__await__(), awaiting:
        try:
            steps.send(None)
        except RuntimeError as error:
            print(error)
    future = loop.create_future()
    awaiting = future.__await__()
    awaiting.send(None)
    future._asyncio_future_blocking = False
    print(awaiting.send(None) is future, future._asyncio_future_blocking)
    future.set_result("result")
    try:
        awaiting.send(None)
    except StopIteration as stop:
        print(stop.value)


class Future(asyncio.Future):
    def result(self):
        print("result() called")
        return super().result()

    def add_done_callback(self, callback, *, context=None):
        print("add_done_callback() called", type(context).__name__)
        super().add_done_callback(callback, context=context)


async def subclasses():
    loop = asyncio.get_running_loop()
    future = Future(loop=loop)
    loop.call_soon(future.set_result, 1)
    print(await future, await future)
    future = loop.create_future()

    def called(name):
        return lambda future: print(name, variable.get())

    variable.set("when added")
    future.add_done_callback(called("without"))
    future.add_done_callback(called("none"), context=None)
    future.add_done_callback(called("own"), context=contextvars.copy_context())
    variable.set("when set")
    future.set_result(None)
    await asyncio.sleep(0)
    loop.set_task_factory(lambda loop, coroutine, **options: Task(coroutine, loop=loop, **options))
    print(loop.create_task(asyncio.sleep(0)).get_name(), loop.create_task(asyncio.sleep(0), name="n").get_name())
    loop.set_task_factory(None)


async def timers():
    loop = asyncio.get_running_loop()
    when = loop.time()
    order = []
    for number in range(9):
        loop.call_at(when, order.append, number)
    await asyncio.sleep(0.01)
    print(order)


class Callbacks:
    def fails(self, *args):
        raise ValueError("callback")


async def callbacks():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"]))
    for callback in Callbacks().fails, int:
        loop.call_soon(callback, "argument")
    waiting = asyncio.create_task(asyncio.sleep(10))
    waiting.add_done_callback(Callbacks().fails)
    waiter = asyncio.create_task(gives_back(waiting))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(repr(waiting).partition("cb=")[2])
    waiting.cancel()
    await asyncio.sleep(0)


async def gives_back(awaitable):
    return await awaitable


class Loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        calls.append(getattr(callback, "__name__", type(callback).__name__))
        return super().call_soon(callback, *args, context=context)


async def few_steps():
    await asyncio.sleep(0)
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, None)
    await future
    future.remove_done_callback(print)
    await asyncio.create_task(asyncio.sleep(0))


async def raises(error):
    await asyncio.sleep(0)
    raise error


for main in tracebacks, wrong_awaits, subclasses, timers, callbacks:
    print(main.__name__)
    asyncio.run(main())

calls = []
with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(few_steps())
print([call for call in calls if call in ("set_result", "task_wakeup")], len(calls))

for error in KeyboardInterrupt("k"), SystemExit(3), RuntimeError("r"), asyncio.CancelledError("c"), GeneratorExit("g"):
    try:
        asyncio.run(raises(error))
    except BaseException as raised:
        print(type(raised).__name__, raised.args, raised is error, frames(raised)[-1])
