# What awaitables of asynchronous generators do after they have ended: s sends, t and g throw, c closes, a asks anew.
import sys, types

sys.unraisablehook = lambda unraisable: print('unraisable', unraisable.exc_value)
def show(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: return f"{type(e).__name__}: {e}"
    return type(r).__name__ if 'object at' in repr(r) else repr(r)
@types.coroutine
def s(): yield 'aw'
async def three():
    try: yield 1
    finally: await s()
async def four():
    try: yield 1
    except BaseException as e:
        await s(); yield 2; await s(); yield 3
    yield 4
async def five():
    while True:
        try: await s(); yield 'y'
        except ZeroDivisionError: await s(); yield 'caught'
        except GeneratorExit: await s(); return
for body in three, four, five:
    for m, args in (('athrow', (KeyError,)), ('athrow', (ZeroDivisionError,)), ('athrow', (GeneratorExit,)), ('athrow', (StopAsyncIteration,)), ('aclose', ()), ('asend', (None,)), ('athrow', (5,)), ('athrow', ())):
        for ops in ('ssssss', 'sststst', 'sctscst', 'ssgsgs', 'gsgs', 'tsts', 'sassa'):
            a = body()
            w = a.asend(None)
            r = show(w.send, None)
            if r == "'aw'": r = show(w.send, None)
            w = getattr(a, m)(*args)
            out = []
            for o in ops:
                if o == 's': out.append(show(w.send, None))
                if o == 't': out.append(show(w.throw, ZeroDivisionError))
                if o == 'g': out.append(show(w.throw, GeneratorExit))
                if o == 'c': out.append(show(w.close))
                if o == 'a': x = a.asend(None); out.append("A " + show(x.send, None) + show(x.close))
                out.append(str(a.ag_running)[0])
            out.append(show(w.close))
            print(body.__name__, m, args, ops, r, out)
