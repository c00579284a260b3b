"""A descriptor's AttributeError in a module's class is the same as no attribute."""
import types


class Slotted(types.ModuleType):
    __slots__ = ("slot",)

    @property
    def failing(self):
        raise AttributeError("the property's own")

    @property
    def broken(self):
        raise ValueError("not swallowed")


class NoInit(types.ModuleType):
    __slots__ = ("slot",)

    def __init__(self):
        pass


class Hook(types.ModuleType):
    @property
    def failing(self):
        raise AttributeError("hidden")

    def __getattr__(self, name):
        return ("class hook", name)


def show(o, name):
    try:
        return getattr(o, name)
    except Exception as e:
        return type(e).__name__, str(e), getattr(e, "name", None), type(getattr(e, "obj", None)).__name__


for o in [Slotted("m"), NoInit(), Hook("h"), types.ModuleType("plain")]:
    for name in ["slot", "failing", "broken", "nothing", "__doc__", "__name__"]:
        print(type(o).__name__, name, show(o, name))
m = Slotted("m")
m.__getattr__ = lambda name: ("module hook", name)
for name in ["slot", "failing", "broken", "nothing"]:
    print(name, show(m, name))
m.slot = 5
print(show(m, "slot"), sorted(vars(m)))
del m.slot
print(show(m, "slot"))
m.__name__ = 5
del m.__getattr__
print(show(m, "slot"))
del m.__name__
print(show(m, "slot"))
h = Hook("h")
h.__getattr__ = lambda name: ("module hook", name)
print(show(h, "nothing"), show(h, "failing"))
for name in ["slot", "nothing"]:
    print(hasattr(m, name), getattr(m, name, "default"))
