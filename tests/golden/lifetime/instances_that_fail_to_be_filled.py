import gc, sys, functools, collections, types, weakref, itertools, io
gc.disable()
sys.unraisablehook = lambda u: print('unraisable', u.exc_value)
def t(f, *a, **k):
    try: f(*a, **k); print('fine')
    except BaseException as e: print(type(e).__name__, e)
def part(o): return functools.partial(o, 1)()
def deco(o):
    @o
    def f(): pass
for base in (frozenset, enumerate, set, list, tuple, collections.deque, zip, reversed, Exception, bytearray):
    try:
        class C(base):
            def __del__(self): print('~', base.__name__)
    except TypeError as e: print(e); continue
    for args in ((), (1,), (1,2), ('a',), (deco,), ([1],),('x', [ValueError(1)]), (5, 6, 7, 8)):
        print(base.__name__, len(args)); t(C, *args)
        t(lambda: C(k=1))
        t(part, C) 
        t(functools.partial(C, *args))
        t(deco, C)
        t(lambda: C.__new__(C, *args))
