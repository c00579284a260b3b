"""Module-level __getattr__ and __dir__, and modules as objects."""
import sys, types
import _dynamic as d
print(d.defined, d.made_x, dir(d), d.asked)
from _dynamic import made_y, defined
print(made_y, defined, d.asked)
for act in ("d.nope", "from _dynamic import nope", "getattr(d, 'nope', 'default')", "hasattr(d, 'made_z')", "hasattr(d, 'zzz')", "del d.made_x", "d.__nothing__"):
    try:
        print(act, eval(act) if not act.startswith(("from", "del")) else exec(act))
    except (AttributeError, ImportError) as error:
        print(act, "->", type(error).__name__, str(error).split(" (/")[0])
d.made_x = "really there"
print(d.made_x, "made_x" in vars(d), d.__dict__ is vars(d), d.__name__)
m = types.ModuleType("m", "its doc")
print(m.__name__, m.__doc__, m.__package__, m.__loader__, m.__spec__, sorted(vars(m)), m, repr(types.ModuleType("n")))
m.x = 1
m.f = lambda *a: a
print(m.f(1), m.x, type(m), isinstance(m, types.ModuleType))
del m.x
for act in ("m.x", "del m.x", "m.__dict__ = {}", "m.__class__ = int", "types.ModuleType()", "types.ModuleType(5)", "types.ModuleType('a', 'b', 'c')", "m()", "m[0]", "m.__name__ = 5; m.zzz", "del m.__name__; m.zzz", "m.__dict__['y'] = 2; print(m.y)", "sys.nothing", "object.__getattribute__(m, 'q')"):
    try:
        exec(act)
        print(act, "fine")
    except (AttributeError, TypeError) as error:
        print(act, "->", type(error).__name__, error)
class Smart(types.ModuleType):
    @property
    def prop(self): return f"computed in {self.__name__}"
    def __call__(self, x): return x * 2
    def __setattr__(self, n, v): print("set", n, end=" "); super().__setattr__(n, v)
s = Smart("smart")
sys.modules["smart"] = s
import smart
smart.v = 1
print(smart.prop, smart(21), smart.v)
from smart import prop, v
print(prop, v)
plain = types.ModuleType("plain")
plain.__class__ = Smart
print(plain.prop, plain(4))
me = sys.modules[__name__]
print(me.me is me, me.__name__, "me" in dir(me))
def __getattr__(name): return f"main made {name}"
print(me.unknown_thing)
try: unknown_global
except NameError as error: print(error)
class Obj:
    attr = "from an object"
sys.modules["obj"] = Obj
import obj
from obj import attr
print(obj is Obj, attr)
