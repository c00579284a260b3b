"""Exceptions keep frames alive; what they hold goes when they go."""
import sys
sys.unraisablehook = lambda u: print("ignored:", type(u.exc_value).__name__, u.exc_value)
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
def f():
    d = D("in frame")
    raise ValueError("x")
try:
    f()
except ValueError as e:
    print("handling")
print("after")
class Raises:
    def __del__(self): raise KeyError("from del")
r = Raises()
del r
print("still running")
try:
    d = D("unbound on the way out")
    raise TypeError
except TypeError:
    del d
    print("handled")
def gen():
    d = D("in generator")
    yield 1
    print("never")
g = gen()
next(g)
g.close()
print("closed")
class BadDel: __del__ = None
b = BadDel()
del b
print("end")
