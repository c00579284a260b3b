# athrow() looks at its arguments when awaited; throw() of an awaitable begins it before that.
import warnings, sys, types, gc
warnings.simplefilter('always')
warnings.showwarning = lambda m, c, *a, **k: print('   W', c.__name__, m)
def show(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: return f"{type(e).__name__}: {e}"
    return type(r).__name__ if 'object at' in repr(r) else repr(r)
async def agen():
    while True:
        try: yield 1
        except ZeroDivisionError as e: yield ('caught', type(e).__name__, e.args)
for a in ((), (ZeroDivisionError,), (ZeroDivisionError, 1), (ZeroDivisionError, 1, None), (1, 2, 3, 4), (ZeroDivisionError, None), (5, 6), (ZeroDivisionError(4), 1)):
    for started in (0, 1):
        ag = agen()
        if started: print(show(ag.__anext__().send, None))
        print('athrow', len(a), started)
        w = ag.athrow(*a)
        print('send'); print(show(w.send, None), ag.ag_running, ag.ag_suspended); print(show(w.send, None), ag.ag_running); print(show(w.send, 5), show(w.close), show(w.send, None))
        print(show(ag.__anext__().send, None))
        for m in 'asend', 'athrow', 'aclose', '__anext__':
            ag = agen()
            if started: print(show(ag.__anext__().send, None))
            w = getattr(ag, m)(*[[None], [OSError], [], []][('asend','athrow','aclose','__anext__').index(m)])
            print(m, 'throw', len(a)); print(show(w.throw, *a), ag.ag_running); print(show(w.throw, *a), ag.ag_running); print(show(w.send, None), show(w.close), show(ag.__anext__().send, None), ag.ag_running)
print(show(agen().athrow, x=1), show(agen().athrow, 1, x=1), show(types.AsyncGeneratorType.athrow), show(types.AsyncGeneratorType.athrow, 1))
g = agen(); w = g.athrow(); del w; gc.collect()
g = (i for i in 'ab')
for a in ((), (ZeroDivisionError, 1), (1,2,3,4)): print(show(g.throw, *a))
