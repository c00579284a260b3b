"""What messages call a built-in function whose __module__ was changed."""

import math, operator, _functools, sys, itertools, gc, weakref, os, time, copy
def T(f, *a, **k):
    try: f(*a, **k)
    except TypeError as e: print(e)
for f in (math.floor, operator.neg, len, gc.is_tracked, weakref.getweakrefcount, time.time, globals, abs, time.sleep, operator.add, os.getpid, sys.getrefcount, id, callable, repr, hash, [].append, {}.keys, 'a'.upper, dict.fromkeys, 'x'.__add__, str.maketrans, object.__new__, math.sqrt, gc.isenabled, sys.exc_info, operator.truth, ord):
    print(f.__qualname__, getattr(f, '__module__', 0))
    T(f, 1, 2, 3, 4); T(f, x=5)
    try: f.__module__ = 'q'
    except AttributeError as e: print(e); continue
    T(f, 1, 2, 3, 4); T(f, x=5)
    f.__module__ = 5
    T(f, 1, 2, 3, 4); T(f, x=5)
    f.__module__ = None
    T(f, 1, 2, 3, 4); T(f, x=5)
    f.__module__ = 'builtins'
    T(f, 1, 2, 3, 4); T(f, x=5)
    del f.__module__
    T(f, 1, 2, 3, 4); T(f, x=5)
    print(f.__module__)
