"""The little of asyncio that most programs use."""
import asyncio
async def worker(name, delay, out):
    await asyncio.sleep(delay)
    out.append(name)
    return name.upper()
async def main():
    out = []
    results = await asyncio.gather(worker("slow", 0.02, out), worker("fast", 0, out))
    print(results, out)
    task = asyncio.create_task(worker("task", 0, out))
    print(await task, task.done(), task.result())
    queue = asyncio.Queue()
    for i in range(3): queue.put_nowait(i)
    print([await queue.get() for _ in range(3)], queue.empty())
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except TimeoutError as error:
        print("timeout", type(error).__name__)
    event = asyncio.Event()
    waiter = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    print(waiter.done())
    event.set()
    print(await waiter)
    t = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled())
    async with asyncio.Lock() as lock: print("locked", lock)
    results = await asyncio.gather(worker("ok", 0, out), fails(), return_exceptions=True)
    print(results)
    return "main result"
async def fails(): raise ValueError("failed")
print(asyncio.run(main()))
try:
    asyncio.run(fails())
except ValueError as error:
    print(error)
