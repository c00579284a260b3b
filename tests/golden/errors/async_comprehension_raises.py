import asyncio


async def numbers():
    yield 1
    raise ValueError("no more")


async def lists():
    return [x async for x in numbers()]


async def sets():
    return {x for y in [1] async for x in numbers() if x}


async def loops():
    async for x in numbers():
        pass


async def generators():
    async for y in (x async for x in numbers()):
        pass


def frames(make):
    coroutine = make()
    try:
        coroutine.send(None)
    except ValueError as error:
        import traceback
        traceback.print_exception(error)


for make in lists, sets, loops, generators:
    frames(make)
lists().send(None)
