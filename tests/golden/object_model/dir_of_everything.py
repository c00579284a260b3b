"""dir: where names come from, and what overridden __dir__, __dict__ and __class__ do to it."""
import types


class Meta(type):
    in_meta = 1

    def meta_method(cls):
        pass


class Base(metaclass=Meta):
    in_base = 1


class A(Base):
    __slots__ = ("slot",)
    in_class = 1


class WithDict(A):
    def __init__(self):
        self.own = 1


class Dir:
    def __dir__(self):
        return ("z", "a", 5) if self.__dict__ else iter("ba")


class MetaDir(type):
    def __dir__(cls):
        return ["from meta"]


class OfMetaDir(metaclass=MetaDir):
    x = 1


class FakeDict:
    @property
    def __dict__(self):
        return {"faked": 1, 5: 6}


class WrongDict:
    __dict__ = 5


class FakeClass:
    extra = 1

    @property
    def __class__(self):
        return int


class NoClass:
    @property
    def __class__(self):
        raise AttributeError("none")


class InstanceDir:
    def __init__(self):
        self.__dir__ = lambda: ["instance"]


def public(names):
    return [name for name in names if not str(name).startswith("__")]


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(public(dir(A)), public(dir(A())), public(dir(WithDict())), public(dir(Base)), public(dir(Meta)) == sorted(public(dir(type)) + ["in_meta", "meta_method"]))
o = Dir()
print(attempt(lambda: dir(o)), o.__dir__().__class__.__name__)
o.x = 1
print(attempt(lambda: dir(o)))
for cls in (OfMetaDir, FakeDict, WrongDict, FakeClass, NoClass, InstanceDir):
    print(cls.__name__, attempt(lambda: public(dir(cls))), attempt(lambda: public(dir(cls()))[:8]))
for answer in (None, 5, "text", ["b", "a"], {"y": 1, "x": 2}, [1, "a"], [2, 1], (), [None]):
    cls = type("C", (), {"__dir__": lambda self: answer})
    print(repr(answer), attempt(lambda: dir(cls())))
m = types.ModuleType("m")
m.b = m.a = 1
print(public(dir(m)))
m.__dir__ = lambda: ["custom", "aaa"]
print(dir(m))
m.__dir__ = 5
print(attempt(lambda: dir(m)))
del m.__dir__
m.__dict__[5] = 1
print(attempt(lambda: dir(m)))
print(object.__dir__(WithDict()) == dir(WithDict()), sorted(object.__dir__(WithDict())) == dir(WithDict()), set(type.__dir__(A)) == set(dir(A)))


def scope(b, a):
    local = 1
    return dir()


print(scope(1, 2), [attempt(lambda: dir(1, 2))])


class Body:
    y = 1
    x = 2
    names = [n for n in dir() if not n.startswith("__")]


print(Body.names, attempt(lambda: vars(5)), attempt(lambda: vars(FakeDict())), attempt(lambda: vars(A())), attempt(lambda: vars(1, 2)))
A.added = 1
print("added" in dir(WithDict()), "added" in dir(WithDict))
WithDict.__bases__ = (Base,) if False else (A,)
