"""When classes go away, and what shows it."""
import gc
import weakref

gc.disable()


class Meta(type):
    def __del__(cls):
        print("class gone:", cls.__name__)


class Root(metaclass=Meta):
    pass


def names():
    return [cls.__name__ for cls in Root.__subclasses__()]


def make(name, *bases):
    return Meta(name, bases or (Root,), {})


A = make("A")
B = make("B")
print(names())
r = weakref.ref(A)
del A
print(names(), r() is not None)
gc.collect()
print(names(), r())
o = B()
del B
gc.collect()
print(names())
kept = type(o)
del o
print(kept.__name__)
del kept
gc.collect()
print(names())
C = make("C")
D = make("D", C)
del C
gc.collect()
print(names(), [c.__name__ for c in D.__mro__])
D.__bases__ = (Root,)
gc.collect()
print(names())
D.cycle = D()
w = weakref.WeakSet([D, D.cycle])
del D
print(len(w), len(names()))
gc.collect()
print(len(w), names())


class Local:
    def method(self):
        return __class__


r = weakref.ref(Local)
m = Local().method
del Local
gc.collect()
print(r() is not None)
print(m().__name__)
del m
gc.collect()
print(r())


def function():
    class Inner:
        pass
    return weakref.ref(Inner)


r = function()
print(r() is not None)
gc.collect()
print(r())
registry = weakref.WeakValueDictionary()
for i in range(3):
    cls = make(f"R{i}")
    registry[i] = cls
print(sorted(registry))
del cls
gc.collect()
print(sorted(registry), names())
print("end")
