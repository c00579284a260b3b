# Delegates whose close or throw cannot be looked up, or fail.
import sys, gc, types, warnings
warnings.simplefilter("ignore")
def hook(u): print('unraisable', u.exc_type.__name__ if u.exc_type else None, u.exc_value, '|', u.err_msg, '|', getattr(u.object, '__name__', type(u.object).__name__))
sys.unraisablehook = hook
class D:
    def __init__(s, exc=None, thr=None): s.exc = exc; s.thr = thr
    def __iter__(s): return s
    __await__ = __iter__
    def __next__(s): return 1
    def __getattr__(s, n):
        if n in ('close', 'throw') :
            if s.exc: raise s.exc
        raise AttributeError(n)
class P:
    def __iter__(s): return s
    __await__ = __iter__
    def __next__(s): return 1
    @property
    def close(s): raise ValueError('prop close')
    @property
    def throw(s): raise KeyError('prop throw')
class Q:
    def __iter__(s): return s
    __await__ = __iter__
    def __next__(s): return 1
    def close(s): raise ValueError('call close')
    def throw(s, *a): raise KeyError('call throw')
class N(Q): close = None; throw = None
class I(Q):
    def close(s, *a): print('close called', a); return 5
    def throw(s, *a): print('throw called', [getattr(x,'__name__',type(x).__name__) for x in a]); return 9
def gen(d):
    try: yield from d
    except BaseException as e: print('   body', type(e).__name__, e, type(e.__context__).__name__); raise
async def co(d):
    try: await d
    except BaseException as e: print('   body', type(e).__name__, e, type(e.__context__).__name__); raise
async def ag(d):
    try: await d; yield 1
    except BaseException as e: print('   body', type(e).__name__, e, type(e.__context__).__name__); raise
def show(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: return f"{type(e).__name__}: {e}" + (f" ctx {type(e.__context__).__name__}" if e.__context__ else '')
    return type(r).__name__ if 'object at' in repr(r) else repr(r)
for mkd in (lambda: D(), lambda: D(ValueError('v')), lambda: D(AttributeError('a')), lambda: D(KeyboardInterrupt('k')), lambda: D(GeneratorExit('g')), lambda: D(StopIteration('s')), P, Q, N, I):
    for g in gen, co:
        print('==', g.__name__, type(mkd()).__name__, getattr(mkd(), 'exc', None) if isinstance(mkd(), D) else '')
        x = g(mkd()); x.send(None); print('del'); del x; gc.collect()
        x = g(mkd()); x.send(None); print('close', show(x.close)); print(show(x.close), show(x.send, None))
        x = g(mkd()); x.send(None); print('throw', show(x.throw, ZeroDivisionError('z'))); print(show(x.send, None))
        x = g(mkd()); x.send(None); print('throwexit', show(x.throw, GeneratorExit)); print(show(x.send, None)); del x
        x = g(mkd()); x.send(None); print('throw2', show(x.throw, ZeroDivisionError, 5)); del x
    a = ag(mkd()); s = a.asend(None); print(show(s.send, None)); print('ag throw', show(s.throw, ZeroDivisionError('z'))); print(show(s.close)); del s, a
    a = ag(mkd()); s = a.asend(None); print(show(s.send, None)); print('ag close', show(s.close)); print(show(s.close)); del s, a
    a = ag(mkd()); s = a.asend(None); print(show(s.send, None)); print('ag del');  del s, a; gc.collect()
