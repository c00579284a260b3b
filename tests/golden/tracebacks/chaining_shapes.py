"""Chains printed by sys.excepthook: cycles, causes that never had a traceback, nested contexts."""
import sys
def show(error): sys.excepthook(type(error), error, error.__traceback__)
def attempt(f):
    try: f()
    except BaseException as error: return error
def cause_without_traceback():
    raise ValueError("effect") from KeyError("never raised")
def both():
    try: {}["context"]
    except KeyError: raise ValueError("effect") from OSError("explicit cause")
def three():
    try:
        try: 1 / 0
        except ZeroDivisionError: [][1]
    except IndexError: None.x
show(attempt(cause_without_traceback))
show(attempt(both))
show(attempt(three))
a, b = ValueError("a"), ValueError("b")
a.__cause__, b.__cause__ = b, a
show(a)
c = ValueError("self"); c.__cause__ = c
show(c)
d = ValueError("shared"); e = KeyError("top"); e.__cause__ = d; e.__context__ = d
show(e)
f = KeyError("suppressed"); f.__context__ = d; f.__suppress_context__ = True
show(f)
g = KeyError("not suppressed"); g.__cause__ = None; g.__context__ = d; g.__suppress_context__ = False
show(g)
def in_finally():
    try: raise KeyError("body")
    finally: raise ValueError("finally")
show(attempt(in_finally))
def re_raise_same():
    try: raise KeyError("k")
    except KeyError as k: raise k
show(attempt(re_raise_same))
def bare():
    try: raise KeyError("k")
    except KeyError: raise
show(attempt(bare))
def handler_chain(n):
    if n == 0: raise ValueError("bottom")
    try: handler_chain(n - 1)
    except ValueError as v: raise ValueError(f"level {n}") from v
show(attempt(lambda: handler_chain(2)))
def with_exit():
    class CM:
        def __enter__(self): return self
        def __exit__(self, *a): raise RuntimeError("exit")
    with CM(): raise KeyError("body")
show(attempt(with_exit))
def from_class():
    raise ValueError from KeyError
show(attempt(from_class))
