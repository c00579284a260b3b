"""__class__ of modules can change, that of functions can't."""
import types
class Mod(types.ModuleType):
    def __getattr__(self, name): return f"<{name}>"
    def __call__(self): return "module called"
m = types.ModuleType("m")
m.__class__ = Mod
print(m.x, m(), type(m) is Mod)
m.__class__ = types.ModuleType
try:
    m.x
except AttributeError as e:
    print(e)
def f(): pass
for o in (f, f.__code__, print):
    try:
        o.__class__ = Mod
    except TypeError as e:
        print(e)
