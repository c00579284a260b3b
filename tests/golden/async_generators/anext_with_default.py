"""What anext() with a default returns passes all on to what it awaits, but for the end."""
import sys, types, warnings, gc
def show(f, *a):
    try: print('  ->', repr(f(*a)).split(' at 0x')[0])
    except BaseException as e:
        print('  !!', type(e).__name__, e, '|', repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
class A:
    def __await__(s): return s
    def __iter__(s): return s
    def __next__(s): return 'n'
    def send(s, v): return 'own send', v
    def throw(s, *e): return 'own throw', e
    def close(s): return 'own close'
class I:
    def __init__(s, v): s.v = v
    def __anext__(s): return s.v
def new(v, d=42): return anext(I(v), d)
T = type(new(A()))
print(T, T.__module__, T.__qualname__, T.__doc__, T.__bases__, T.__basicsize__, T.__itemsize__)
print([n for n in T.__dict__]); print(dir(T))
for n in T.__dict__:
    print(n, type(T.__dict__[n]), getattr(T.__dict__[n], '__text_signature__', 0))
show(T); show(T, 1, 2); show(lambda: type('S', (T,), {}))
show(setattr, new(A()), 'x', 1); show(lambda: T.x); show(setattr, T, 'x', 1)
print(repr(new(A())).split(' at ')[0]); import weakref
show(weakref.ref, new(A()))
import copy, pickle
show(copy.copy, new(A())); show(pickle.dumps, new(A()))
show(lambda: hash(new(A())) and 1); show(lambda: gc.is_tracked(new(A())))
import collections.abc as C
for n in 'Awaitable', 'Coroutine', 'Generator', 'Iterator', 'Iterable': print(n, isinstance(new(A()), getattr(C, n)))
print('OWN')
for m, args in ('send', (None,)), ('send', (1,)), ('send', ()), ('send', (1,2)), ('throw', (KeyError(),)), ('throw', (KeyError, 1, None)), ('throw', ()), ('throw', (1,)), ('close', ()), ('close', (1,)), ('__next__', ()), ('__iter__', ()), ('__await__', ()):
    print(m, args); show(lambda: getattr(new(A()), m)(*args))
class B(A):
    pass
del A.send, A.throw, A.close
print('NO METHODS')
for m, args in ('send', (None,)), ('send', (1,)), ('throw', (KeyError(),)), ('close', ()), ('__next__', ()):
    print(m, args); show(lambda: getattr(new(A()), m)(*args))
def raising(exc):
    class R:
        def __await__(s): return s
        def __iter__(s): return s
        def __next__(s): raise exc
        def send(s, v): raise exc
        def throw(s, *e): raise exc
        def close(s): raise exc
    return R()
for exc in (StopIteration(5), StopAsyncIteration(7), KeyError('k'), GeneratorExit('g'), StopIteration, StopAsyncIteration):
    print('RAISING', repr(exc))
    for d in 42, None, [1]:
        print(repr(d)); show(lambda: new(raising(exc), d).__next__())
    for m, args in ('send', (None,)), ('throw', (KeyError(),)), ('close', ()):
        print(m); show(lambda: getattr(new(raising(exc)), m)(*args))
print('NOT AWAITABLE')
class BadAwait:
    def __init__(s, v): s.v = v
    def __await__(s): return s.v
async def co(): return 'co'
def gen(): yield 'g1'; return 'g2'
@types.coroutine
def tgen():
    try: x = yield 't1'
    except KeyError as e: x = ('caught', e)
    y = yield x
    return 't2', y
async def ag(): yield 1
for v in (1, None, 'abc', [], gen(), iter([1,2]), I(1), BadAwait(1), BadAwait(None), BadAwait([]), BadAwait(gen()), BadAwait(iter([1,2])), BadAwait(tgen())):
    for m, args in ('send', (None,)), ('send', (1,)), ('throw', (KeyError('x'),)), ('throw', (StopAsyncIteration(),)), ('close', ()), ('__next__', ()):
        print(type(v).__name__, getattr(v, 'v', None).__class__.__name__, m, args); show(lambda: getattr(new(v), m)(*args))
def bad():
    c = co()
    show(lambda: new(BadAwait(c)).__next__()); show(lambda: new(BadAwait(c)).send(None)); c.close()
bad()
class Boom:
    def __await__(s): raise KeyError('boom')
for exc in (KeyError('boom'), StopAsyncIteration('boom'), StopIteration('boom')):
    class Boom:
        def __await__(s): raise exc
    for m, args in ('send', (None,)), ('throw', (KeyError('x'),)), ('close', ()), ('__next__', ()):
        print(m, repr(exc)); show(lambda: getattr(new(Boom()), m)(*args))
print('SEQ')
for make in (tgen, ):
    for seq in [('__next__',), ('__next__',), ('send', 5), ('send', 6)], [('send', 1)], [('send', None), ('send', 5), ('send', 6), ('send', 7)], [('throw', KeyError('x'))], [('send', None), ('throw', KeyError('x')), ('throw', ValueError('y')), ('throw', ValueError('y'))], [('close',), ('send', None)], [('send', None), ('close',), ('close',), ('__next__',)], [('send', None), ('throw', StopAsyncIteration('y')), ('__next__',)]:
        w = new(make()); print(seq)
        for m, *args in seq: show(getattr(w, m), *args)
async def aco(): return await tgen()
for seq in [('__next__',), ('__next__',), ('send', 5), ('send', 6)], [('send', 1)], [('send', None), ('send', 5), ('send', 6), ('send', 7)], [('throw', KeyError('x'))], [('send', None), ('throw', KeyError('x')), ('throw', ValueError('y')), ('throw', ValueError('y'))], [('close',), ('send', None)], [('send', None), ('close',), ('close',), ('__next__',)], [('send', None), ('throw', StopAsyncIteration('y')), ('__next__',)]:
    w = new(aco()); print('co', seq)
    for m, *args in seq: show(getattr(w, m), *args)
async def agen():
    x = await tgen()
    y = yield x
    yield y
for seq in [('__next__',), ('__next__',), ('send', 5), ('send', 6)], [('send', 1)], [('send', None), ('send', 5), ('send', 6), ('send', 7)], [('throw', KeyError('x'))], [('send', None), ('throw', KeyError('x')), ('throw', ValueError('y')), ('throw', ValueError('y'))], [('close',), ('send', None)], [('send', None), ('close',), ('close',), ('__next__',)], [('send', None), ('throw', StopAsyncIteration('y')), ('__next__',)]:
    g = agen()
    w = anext(g, 'default'); print('ag', seq)
    for m, *args in seq: show(getattr(w, m), *args)
    del w, g
async def empty():
    if 0: yield
async def main():
    print(await anext(empty(), 'dflt'))
    try: print(await anext(empty()))
    except StopAsyncIteration as e: print(repr(e))
    a = anext(ag(), 1)
    print(await a)
    try: print(await a)
    except BaseException as e: print(repr(e), repr(e.__context__))
    try: print(await anext(I(3), 1))
    except BaseException as e: print(repr(e), repr(e.__context__))
def drive(c):
    try:
        while 1: c.send(None)
    except StopIteration as e: return e.value
drive(main())
print('WARN')
warnings.simplefilter('always')
sys.stderr = sys.stdout
w = anext(agen(), 1); del w
w = anext(I(co()), 1); del w
w = anext(I(tgen()), 1); del w
# double use
w1 = new(c := aco()); w2 = new(c)
show(w1.__next__); show(w2.__next__); show(w2.close); show(w1.__next__)
# chain
show(lambda: new(new(tgen()), 1).send(None))
show(lambda: new(new(raising(StopAsyncIteration(1)), 'inner'), 'outer').send(None))
try:
    1/0
except Exception:
    show(lambda: new(raising(StopAsyncIteration(1)), 'x').send(None))
# tracebacks
import traceback
def rt():
    try: new(raising(KeyError(3))).send(None)
    except KeyError as e:
        print([f.name for f in traceback.extract_tb(e.__traceback__)])
    try: new(aco()).throw(ValueError(3))
    except ValueError as e:
        print([f.name for f in traceback.extract_tb(e.__traceback__)])
rt()
# cycles
class Y(A): pass
y = Y(); y.w = new(y); r = weakref.ref(y); del y; gc.collect(); print(r())
show(lambda: new(A()).nope)
print(gc.get_referents(new(A.__await__, 'D'))[1:])
