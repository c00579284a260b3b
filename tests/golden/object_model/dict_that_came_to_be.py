import functools, operator, collections, gc, types, copy
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e, type(e.__context__).__name__)
# partial's dict
def f(): pass
p = functools.partial(len)
t(lambda: p.__reduce__()[2])
try: del p.x
except AttributeError as e: print(e)
t(lambda: p.__reduce__()[2])
p = functools.partial(len); p.__dict__; t(lambda: p.__reduce__()[2])
p = functools.partial(len); p.x=1; del p.x; t(lambda: p.__reduce__()[2])
p = functools.partial(len); hasattr(p,'x'); dir(p); t(lambda: p.__reduce__()[2])
p = copy.copy(functools.partial(len)); t(lambda: p.__reduce__()[2])
class P(functools.partial): pass
p = P(len);  t(lambda: p.__reduce__()[2])
try: del p.x
except AttributeError as e: print(e)
t(lambda: p.__reduce__()[2])
for K in (KeyError, OSError, type('E', (ValueError,), {})):
    e = K(1); t(lambda: len(e.__reduce__()))
    try: del e.x
    except AttributeError as x: print(x)
    t(lambda: len(e.__reduce__()))
    e = K(1); e.__dict__; t(lambda: e.__reduce__()[1:])
    e = K(1); e.x = 1; del e.x; t(lambda: e.__reduce__()[1:])
    e = K(1); dir(e); hasattr(e, 'y'); t(lambda: e.__reduce__()[1:])
    e = K(1); e.add_note('x');del e.__notes__; t(lambda: e.__reduce__()[1:])
    e = K(1); e.__setstate__({}); t(lambda: e.__reduce__()[1:])
    e = K(1); e.__setstate__(None); t(lambda: e.__reduce__()[1:])
    e = K(1); e.__dict__.clear(); t(lambda: e.__reduce__()[1:])
    e = K(1); e.__dict__ = {}; t(lambda: e.__reduce__()[1:])
    e = K(1); t(vars, e); t(lambda: e.__reduce__()[1:])
    e = K(1); t(lambda: e.__getstate__()); t(lambda: e.__reduce__()[1:])
    e = K(1); t(lambda: gc.get_referents(e)); t(lambda: e.__reduce__()[1:])
class E(Exception):
    args = 5
e = E(1,2)
t(lambda: e.__reduce__())
class E(Exception):
    def __init__(self, *a): self.__dict__['args'] = 5
e = E(1,2)
t(lambda: e.__reduce__())
t(lambda: e.args)
