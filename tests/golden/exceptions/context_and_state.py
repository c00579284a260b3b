"""sys.exception(), implicit chaining across functions, generators, finally and __exit__."""
import sys
def state(): return repr(sys.exception()), sys.exc_info()[0]
print(state())
try: raise ValueError("v")
except ValueError:
    print(state())
    try: raise KeyError("k")
    except KeyError: print(state())
    print(state())
    def inner(): return state()
    print(inner())
print(state())
def in_finally():
    try: raise ValueError("f")
    finally: print("in finally", state())
try: in_finally()
except ValueError: pass
def returns_in_except():
    try: raise ValueError
    except ValueError: return state()
print(returns_in_except(), state())
class CM:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print("exit", state(), t, v, tb is not None and tb.tb_lineno > 0)
        return True
with CM(): raise OSError("in with")
print(state())
def gen():
    try: raise KeyError("in gen")
    except KeyError:
        yield state()
        yield state()
    yield state()
g = gen()
print(next(g), state())
try: raise TypeError("outside")
except TypeError: print(next(g), state(), next(g))
def chain():
    try: raise ValueError(1)
    except ValueError:
        try: raise KeyError(2)
        except KeyError:
            raise TypeError(3)
try: chain()
except TypeError as e: print(repr(e.__context__), repr(e.__context__.__context__), e.__context__.__context__.__context__)
def called_from_handler(): raise OSError("from callee")
try:
    try: raise ValueError("handled")
    except ValueError: called_from_handler()
except OSError as e: print(repr(e.__context__))
def suppressed_inside():
    try: {}["x"]
    except KeyError: pass
    raise ValueError("after")
try: suppressed_inside()
except ValueError as e: print(e.__context__)
class Raises:
    def __enter__(self): pass
    def __exit__(self, *a): raise RuntimeError("exit")
try:
    with Raises(): raise ValueError("body")
except RuntimeError as e: print(repr(e.__context__))
try:
    with Raises(): pass
except RuntimeError as e: print(e.__context__)
for _ in range(2):
    try: raise ValueError("loop")
    except ValueError as e: last = e
    print(last.__context__, end=" ")
print()
try:
    try: raise ValueError("x")
    except ValueError as e: raise e
except ValueError as e: print(e.__context__)
try:
    try: raise ValueError("x")
    except ValueError as e: raise KeyError("y") from e.__cause__
except KeyError as e: print(e.__cause__, repr(e.__context__), e.__suppress_context__)
t, v, tb = (lambda: sys.exc_info())()
print(t, v, tb)
try: raise ValueError("tb")
except ValueError as e:
    tb = e.__traceback__
    print(tb.tb_lineno > 0, tb.tb_next, tb.tb_frame.f_code.co_name, sys.exc_info()[2] is tb)
def depth(n):
    if n == 0: raise ValueError
    depth(n - 1)
try: depth(3)
except ValueError as e:
    tb, names = e.__traceback__, []
    while tb: names.append(tb.tb_frame.f_code.co_name); tb = tb.tb_next
    print(names)
    print(e.with_traceback(None).__traceback__)
def attr_error_context():
    class A:
        @property
        def p(self): raise AttributeError("inner")
        def __getattr__(self, n): raise AttributeError("outer")
    A().p
try: attr_error_context()
except AttributeError as e: print(e, repr(e.__context__))
class It:
    def __iter__(self): return self
    def __next__(self):
        try: raise KeyError
        except KeyError: raise StopIteration
print(list(It()), state())
