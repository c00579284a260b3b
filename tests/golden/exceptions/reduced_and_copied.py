import copy, pickle
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
class A(AttributeError): pass
for K in (AttributeError, A):
    for e in (K(), K('x'), K('x', name='n'), K(name='n', obj=5), K('x', 'y')):
        t(e.__reduce__); t(e.__getstate__); t(e.__reduce_ex__, 2)
        e.z = 1
        t(e.__reduce__); t(e.__getstate__)
        del e.z
        t(e.__reduce__); t(e.__getstate__)
class B(Exception): pass
for e in (B(), NameError(name="x"), ImportError("a", name="n", path="p"), OSError(1,2,3), StopIteration(5)):
    t(e.__reduce__); t(e.__getstate__); t(e.__reduce_ex__, 2); e.x = 1; t(e.__reduce__); t(e.__getstate__); del e.x; t(e.__reduce__); t(e.__getstate__); e.args = (9,); t(e.__reduce__); t(repr, copy.copy(e)); t(lambda: vars(copy.copy(e)))
