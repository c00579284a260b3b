# A module's annotations and its dir() are those of what its class shows as __dict__.
import types


def tell(function):
    try:
        print(function())
    except BaseException as e:
        print(type(e).__name__, e)


class Loud(dict):
    def __getitem__(self, k):
        print("get", k)
        return super().__getitem__(k)

    def __setitem__(self, k, v):
        print("set", k)
        super().__setitem__(k, v)


class Shown:
    def __init__(self, what):
        self.what = what

    def __get__(self, o, t=None):
        if isinstance(self.what, Exception):
            raise self.what
        return self.what


for shown in 12, None, Loud(), Loud(x=1), {"__annotations__": 5}, {"__name__": "x"}, {"__dir__": lambda: ["from", "it"]}, AttributeError("shown"), ValueError("shown"):
    print("----", shown if not isinstance(shown, dict) else list(shown))

    class Base:
        __dict__ = Shown(shown)

    class Module(Base, types.ModuleType):
        pass

    m = Module("m")

    def annotate():
        m.__annotations__ = {"a": 1}

    def forget():
        del m.__annotations__

    for look in (lambda: m.__annotations__), annotate, (lambda: m.__annotations__), forget, forget, (lambda: dir(m)), (lambda: m.__name__), (lambda: m.q):
        tell(look)
    tell(lambda: list(vars(m)))
    tell(lambda: types.ModuleType.__dir__(m))
    tell(lambda: m.__annotations__ is m.__annotations__)
    tell(lambda: sorted(vars(classmethod(m))))
    print(list(shown) if isinstance(shown, dict) else "")


class Asks(types.ModuleType):
    def __getattribute__(self, name):
        print("asked for", name)
        return super().__getattribute__(name)


m = Asks("m")
m.__annotations__ = {}
print(m.__annotations__)
del m.__annotations__
print(m.__annotations__, dir(m))
