# A class goes when the last object of it has been given another one, also while code of its own runs.
import gc
import weakref


class New:
    def __repr__(self):
        return "New()"


def made(**names):
    """A class that only its instance and a weak reference know."""
    cls = type("Old", (), names)
    return cls(), weakref.ref(cls, lambda r: print("   gone"))


def subclasses():
    return [c.__name__ for c in object.__subclasses__() if c.__module__ == __name__]


o, r = made(a=1)
print(r() is type(o), "Old" in subclasses())
o.__class__ = New
gc.collect()
print(r(), o, "Old" in subclasses())


def become(self, *rest):
    self.__class__ = New
    gc.collect()
    print("   became", r)
    return "answer"


def masked(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


r = None
hooks = {
    "__getattr__": lambda o: o.missing,
    "__getattribute__": lambda o: o.missing,
    "__call__": lambda o: o(1),
    "__eq__": lambda o: o == 5,
    "__lt__": lambda o: sorted([o, o]),
    "__add__": lambda o: o + 1,
    "__radd__": lambda o: 1 + o,
    "__getitem__": lambda o: o[1],
    "__contains__": lambda o: 1 in o,
    "__iter__": lambda o: list(o),
    "__len__": lambda o: len(o),
    "__bool__": lambda o: not o,
    "__hash__": lambda o: {o},
    "__str__": lambda o: str(o),
    "__repr__": lambda o: f"{o!r:>8}",
    "__format__": lambda o: f"{o:x}",
    "__index__": lambda o: [1, 2][o],
    "__enter__": lambda o: use(o),
    "__setattr__": lambda o: setattr(o, "a", 1),
    "__delattr__": lambda o: delattr(o, "a"),
    "__dir__": lambda o: dir(o),
    "__reversed__": lambda o: reversed(o),
    "__next__": lambda o: next(o),
    "__sizeof__": lambda o: o.__sizeof__(),
    "__round__": lambda o: round(o),
    "__divmod__": lambda o: divmod(o, 1),
    "__iadd__": lambda o: exec("o += 1", {"o": o}),
    "__length_hint__": lambda o: bytes(o),
    "__reduce_ex__": lambda o: __import__("copy").copy(o),
}


def use(o):
    with o:
        print("in")


def marked(log):
    return lambda reference: log.append("gone")


for name, action in hooks.items():
    log = []

    def hook(self, *rest, name=name, log=log):
        object.__setattr__(self, "__class__", New)
        gc.collect()
        log.append("back")
        return [] if name == "__dir__" else "answer"

    cls = type("Old", (), {name: hook})
    o = cls()
    r = weakref.ref(cls, marked(log))
    del cls, hook
    print(name, end=": ")
    masked(lambda: action(o))
    gc.collect()
    print("  ", log, type(o).__name__, r())


class Meta(type):
    pass


def generations():
    cls = Meta("Old", (), {})
    return cls(), weakref.ref(cls), weakref.ref(Meta)


o, r, m = generations()
del Meta
o.__class__ = New
gc.collect()
print(r(), m())

for i in range(2000):
    cls = type("Old", (), {"__slots__": ()} if i % 2 else {"x": i})
    other = type("Other", (), {"__slots__": ()} if i % 2 else {})
    o = cls()
    o.__class__ = other
    o.__class__ = cls
    o.__class__ = other
del cls, other, o
gc.collect()
print("Old" in subclasses(), "Other" in subclasses())


class First:
    @property
    def p(self):
        self.__class__ = New
        global First
        First = None
        gc.collect()
        return super_of(self)


def super_of(o):
    return type(o).__mro__


print(First().p)
