"""from m import *: __all__, underscores, missing names, packages with submodules in __all__."""
before = set(globals()) | {"before"}
from _nameless import *
print(sorted(set(globals()) - before))
from _pkg import *
print(alpha.NAME, VALUE, _listed, "HIDDEN" in globals())
from _pkg.beta import *
print(public, "_private" in globals(), NAME)
try:
    from _allbad import *
except AttributeError as error:
    print(error)
print("present" in globals())
import sys, types
for all_ in (["x", 5], "xy", None, 5, (), ["x", "x"]):
    m = types.ModuleType("made")
    m.x, m.y, m._z = 1, 2, 3
    m.__all__ = all_
    sys.modules["made"] = m
    space = {}
    try:
        exec("from made import *", space)
        print(all_, sorted(k for k in space if k != "__builtins__"))
    except (TypeError, AttributeError) as error:
        print(all_, type(error).__name__, error)
class Fake:
    a, _b = 1, 2
    __dict__ = {"from_dict": 1}
sys.modules["fake"] = Fake()
try:
    exec("from fake import *", space := {})
    print(sorted(k for k in space if k != "__builtins__"))
except (ImportError, AttributeError) as error: print(error)
class NoDict: __slots__ = ()
sys.modules["nodict"] = NoDict()
try: exec("from nodict import *")
except ImportError as error: print(error)
m = types.ModuleType("getattr_all")
m.__getattr__ = lambda name: ["lazy"] if name == "__all__" else f"value of {name}"
sys.modules["getattr_all"] = m
exec("from getattr_all import *", space := {})
print(space.get("lazy"))
