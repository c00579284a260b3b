"""getset and member descriptors of built-in types, used by hand."""
def report(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def f(a, b=1): pass
F = type(f)
report(lambda: F.__dict__["__defaults__"].__get__(f))
report(lambda: F.__dict__["__defaults__"].__set__(f, (7,)))
report(lambda: f.__defaults__)
report(lambda: F.__dict__["__defaults__"].__delete__(f))
report(lambda: f.__defaults__)
report(lambda: F.__dict__["__globals__"].__set__(f, {}))
report(lambda: F.__dict__["__closure__"].__get__(f))
report(lambda: type.__dict__["__name__"].__get__(int))
report(lambda: type.__dict__["__name__"].__set__(int, "x"))
report(lambda: type.__dict__["__mro__"].__get__(bool))
report(lambda: type.__dict__["__doc__"].__get__(5))
report(lambda: int.imag.__get__(3))
report(lambda: int.imag.__delete__(3))
report(lambda: complex.real.__set__(1j, 2))
report(lambda: slice.start.__get__(slice(1, 2)))
report(lambda: slice.start.__get__(5))
e = ValueError(1)
report(lambda: BaseException.__dict__["args"].__set__(e, [4, 5]))
report(lambda: e.args)
report(lambda: BaseException.__dict__["args"].__delete__(e))
