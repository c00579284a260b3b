"""Attributes of modules: own ones, __getattr__, the type's, and the error."""
import types
m = types.ModuleType("m", "about m")
m.x = 1
print(m.x, m.__name__, m.__doc__, m.__dict__["x"])
try:
    m.y
except AttributeError as e:
    print(e, e.name, e.obj is m)
m.__getattr__ = lambda name: f"made {name}"
print(m.y, m.z)
del m.x
print(m.x)
del m.__getattr__
m.__dir__ = lambda: ["b", "a"]
print(dir(m))
class Loud(types.ModuleType):
    @property
    def volume(self): return 11
    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)
m.__class__ = Loud
m.volume2 = 1
print(m.volume, m.volume2, type(m).__name__)
try:
    m.__class__ = int
except TypeError as e:
    print(e)
