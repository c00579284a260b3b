"""Tasks, cancelling, groups, timeouts and queues."""
import asyncio, contextvars
async def sub(n, d=0):
    await asyncio.sleep(d)
    if n < 0: raise ValueError(n)
    return n
async def t(c):
    try: print("ok", repr(await c))
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__), getattr(e,'exceptions',''))
async def group(*a):
    async with asyncio.TaskGroup() as g:
        ts=[g.create_task(sub(x, d)) for x,d in a]
    return [x.result() for x in ts]
async def tmo(d,s):
    async with asyncio.timeout(d) as tm:
        await asyncio.sleep(s)
    return tm.expired()
async def acq(lock,out,n):
    async with lock:
        out.append(n); await asyncio.sleep(0)
async def main():
    loop=asyncio.get_running_loop()
    await t(asyncio.gather(sub(1),sub(2,0.01),sub(3)))
    await t(asyncio.gather(sub(1),sub(-2),sub(3)))
    await t(asyncio.gather(sub(1),sub(-2),return_exceptions=True))
    await t(asyncio.gather())
    await t(group((1,0),(2,0.01)))
    await t(group((1,5),(-2,0),(-3,0)))
    await t(tmo(1,0)); await t(tmo(0,1)); await t(tmo(0.01,1)); await t(tmo(None,0)); await t(tmo(-1,0.1))
    await t(asyncio.wait_for(sub(1,1),0.01)); await t(asyncio.wait_for(sub(1),1)); await t(asyncio.wait_for(sub(1),0)); await t(asyncio.wait_for(sub(-1),None))
    a,b,c=[asyncio.create_task(sub(x,d)) for x,d in ((1,0),(2,0.4),(-3,0.01))]
    d,p=await asyncio.wait([a,b,c],return_when=asyncio.FIRST_COMPLETED); print(len(d),len(p))
    d,p=await asyncio.wait([a,b,c],return_when=asyncio.FIRST_EXCEPTION); print(len(d),len(p))
    d,p=await asyncio.wait([a,b,c],timeout=0.001); print(len(d),len(p))
    d,p=await asyncio.wait([a,b,c]); print(len(d),len(p), c.exception())
    await t(asyncio.wait([])); await t(asyncio.wait([sub(1)])) if 0 else None
    for f in asyncio.as_completed([sub(1,0.4),sub(2,0),sub(-3,0.1)]):
        await t(f)
    async for f in asyncio.as_completed([asyncio.create_task(sub(1,0.3),name="A"),asyncio.create_task(sub(2,0),name='B')]): print(f.get_name(), f.done())
    for f in asyncio.as_completed([sub(1,1)],timeout=0.01): await t(f)
    x=asyncio.create_task(sub(1,1)); await asyncio.sleep(0); x.cancel("msg"); print(x.cancelling()); await t(x); print(x.cancelled(), x.uncancel(), x.done())
    async def stubborn():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError as e: print("caught", e.args); return "survived"
    x=asyncio.create_task(stubborn()); await asyncio.sleep(0); x.cancel("m"); await t(x)
    async def shielded():
        inner=asyncio.create_task(sub(7,0.01)); 
        try: await asyncio.shield(inner)
        except asyncio.CancelledError: print("outer cancelled"); print(await inner)
    x=asyncio.create_task(shielded()); await asyncio.sleep(0); await asyncio.sleep(0); x.cancel(); await t(x)
    q=asyncio.Queue(2)
    async def producer():
        for i in range(5): await q.put(i)
        q.shutdown()
    async def consumer():
        got=[]
        try:
            while True: got.append(await q.get()); q.task_done()
        except asyncio.QueueShutDown: return got
    await t(asyncio.gather(producer(),consumer())); await q.join()
    for cls in (asyncio.PriorityQueue, asyncio.LifoQueue):
        q=cls()
        for i in (2,1,3): q.put_nowait(i)
        print([q.get_nowait() for _ in range(3)], q)
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    q=asyncio.Queue(1); q.put_nowait(1); print(q, q.full())
    try: q.put_nowait(1)
    except asyncio.QueueFull as e: print(repr(e))
    out=[]; lock=asyncio.Lock(); await asyncio.gather(*[acq(lock,out,i) for i in range(4)]); print(out, lock.locked())
    try: lock.release()
    except RuntimeError as e: print(e)
    out=[]; sem=asyncio.Semaphore(2); await asyncio.gather(*[acq(sem,out,i) for i in range(5)]); print(out)
    try: asyncio.BoundedSemaphore(1).release()
    except ValueError as e: print(e)
    cond=asyncio.Condition(); state=[]
    async def waiter(i):
        async with cond: await cond.wait_for(lambda: len(state)>i); print("woke",i)
    ws=[asyncio.create_task(waiter(i)) for i in range(3)]
    for i in range(3):
        await asyncio.sleep(0)
        async with cond: state.append(i); cond.notify_all()
    await asyncio.gather(*ws)
    bar=asyncio.Barrier(3)
    print(sorted(await asyncio.gather(*[bar.wait() for _ in range(3)])), bar.n_waiting, bar.broken)
    ev=asyncio.Event(); w=asyncio.create_task(ev.wait()); await asyncio.sleep(0); ev.set(); await t(w); ev.clear(); print(ev.is_set())
    var=contextvars.ContextVar('v',default=0)
    async def setter(n): var.set(n); await asyncio.sleep(0); return var.get()
    print(await asyncio.gather(setter(1),setter(2)), var.get())
    print(asyncio.current_task().get_name(), sorted(x.get_name() for x in asyncio.all_tasks()))
    order=[]
    loop.call_later(0.02,order.append,3); loop.call_later(0.01,order.append,2); loop.call_soon(order.append,1); h=loop.call_later(0.015,order.append,9); h.cancel()
    await asyncio.sleep(0.03); print(order)
    loop.set_exception_handler(lambda l,c: print("handler", c['message'], repr(c.get('exception'))))
    loop.call_soon(lambda: 1/0); await asyncio.sleep(0)
    x=asyncio.create_task(sub(-1)); await asyncio.sleep(0.001); del x
    f=loop.create_future(); f.set_exception(ValueError('lost')); del f
    loop.set_exception_handler(None)
    loop.set_task_factory(asyncio.eager_task_factory)
    x=asyncio.create_task(sub(5,0)); print(x.done()); print(await x)
    async def now(): return 1
    x=asyncio.create_task(now()); print(x.done(), x.get_coro())
    loop.set_task_factory(None)
    async def agen():
        try:
            yield 1
            yield 2
        finally: print("closed")
    async for i in agen(): break
    await asyncio.sleep(0); await asyncio.sleep(0)
    try: asyncio.run(sub(1))
    except RuntimeError as e: print(e)
    async def bad(): await asyncio.get_running_loop().create_future().__await__().__next__()
    class Y:
        def __await__(self): yield 5
    async def bady(): await Y()
    await t(asyncio.create_task(bady()))
    try: asyncio.open_connectionx
    except AttributeError as e: print(e)
    async def base(): raise KeyboardInterrupt
    return 'end'
import warnings; warnings.simplefilter('ignore')
print(asyncio.run(main()))
with asyncio.Runner() as r:
    v=contextvars.ContextVar('v')
    async def s(): v.set(1)
    r.run(s()); 
    async def g(): return v.get()
    print(r.run(g()))
try: r.run(g())
except RuntimeError as e: print(e)
loop=asyncio.new_event_loop(); print(loop.run_until_complete(sub(3)), loop); loop.close(); print(loop)
try: loop.call_soon(print)
except RuntimeError as e: print(e)
async def leftover():
    async def forever():
        try: await asyncio.sleep(100)
        finally: print("cleaned")
    asyncio.create_task(forever()); await asyncio.sleep(0); return 'left'
print(asyncio.run(leftover()))
