"""staticmethod and classmethod: callable, carry the function's attributes, wrap anything."""
def f(*args):
    """words"""
    return args
s, c = staticmethod(f), classmethod(f)
print(s(1), s.__func__ is f, s.__wrapped__ is f, s.__name__, s.__doc__, c.__name__)
try:
    c(1)
except TypeError as e:
    print(e)
class C:
    s, c = s, c
    n = staticmethod(5)
    cl = classmethod(len)
    nested = classmethod(staticmethod(f))
print(C.s(1), C().s(1), C.c(1) == (C, 1), C().c(1)[0] is C, C.n, C().n)
for g in (lambda: C.cl(), lambda: C().nested(1), lambda: staticmethod(), lambda: classmethod(1, 2), lambda: staticmethod(x=1)):
    try:
        print(g())
    except TypeError as e:
        print(e)
s.extra = 1
print(s.__dict__["extra"], c.__isabstractmethod__, s.__get__(5) is f)
class Sub(staticmethod): pass
print(Sub(f)(2), type(Sub(f)).__name__)
