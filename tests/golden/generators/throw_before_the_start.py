"""What is thrown in before the body has started is not the body's doing (PEP 479)."""


def numbers():
    yield 1


async def waiting():
    pass


async def stream():
    yield 1


def shown(call):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error, type(error.__cause__).__name__)


shown(lambda: numbers().throw(StopIteration))
shown(lambda: numbers().throw(StopIteration(3)))
started = numbers()
next(started)
shown(lambda: started.throw(StopIteration(3)))
shown(lambda: next(started, "over"))
finished = numbers()
list(finished)
shown(lambda: finished.throw(StopIteration(3)))
shown(lambda: waiting().throw(StopIteration(3)))
shown(lambda: stream().athrow(StopIteration(3)).send(None))
shown(lambda: stream().athrow(StopAsyncIteration(3)).send(None))
