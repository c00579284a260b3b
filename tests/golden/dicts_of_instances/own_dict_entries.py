"""A class's own __dict__ and __weakref__, and replacing or deleting an instance's."""
import types
def tell(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Shown:
    __dict__ = property(lambda self: {"shown": 1})
    __weakref__ = 5
s = Shown()
s.x = 1
print(vars(s), s.x, s.__weakref__, "shown" in dir(s), "x" in dir(s))
class Plain: pass
p = Plain()
p.a = 1
before = p.__dict__
p.__dict__ = {"b": 2}
print(before, p.__dict__, hasattr(p, "a"), p.b)
del p.__dict__
print(p.__dict__)
for bad in (None, [], 1): tell(lambda: setattr(p, "__dict__", bad))
class E(Exception): pass
e = E()
e.__dict__ = {"a": 1}
print(e.a)
tell(lambda: delattr(e, "__dict__"))
def f(): pass
tell(lambda: delattr(f, "__dict__"))
class Base: pass
class Module1(types.ModuleType, Base): pass
class Module2(Base, types.ModuleType): pass
class Meta1(type, Base): pass
class Meta2(Base, type): pass
class C1(metaclass=Meta1): pass
class C2(metaclass=Meta2): pass
for x in (Module1("m"), Module2("n"), C1, C2):
    tell(lambda: setattr(x, "__dict__", {}))
    tell(lambda: delattr(x, "__dict__"))
    tell(lambda: Base.__dict__["__dict__"].__set__(x, {}))
    tell(lambda: type(x.__dict__))
