"""Several built-in bases at once."""
def attempt(*bases):
    try:
        c = type("C", bases, {})
        print([b.__name__ for b in bases], "->", c.__base__.__name__, c.__new__ is c.__base__.__new__)
        return c
    except TypeError as e:
        print([b.__name__ for b in bases], e)
class Plain: pass
class Slots: __slots__ = ("s",)
import types
attempt(Plain, int)
attempt(int, Plain)
attempt(Slots, int)
attempt(Slots, Plain)
attempt(dict, list)
attempt(Exception, ValueError)
attempt(ValueError, Exception)
attempt(ValueError, KeyError)
attempt(OSError, ValueError)
attempt(OSError, StopIteration)
attempt(Exception, dict)
attempt(types.SimpleNamespace, Exception)
attempt(types.ModuleType, dict)
C = attempt(Plain, dict)
print(C(a=1), object.__new__(Plain).__class__.__name__)
class W: __new__ = object.__new__
print(attempt(W, dict)(), attempt(W, list)("ab"))
try:
    object.__new__(C)
except TypeError as e:
    print(e)
