"""What a class no longer holds is gone at once, however often it was looked up there before."""
import functools
import warnings
import types
import weakref


warnings.simplefilter("ignore")


class Watched:
    pass


class Plain:
    pass


class Slotted:
    __slots__ = ("s",)


class Derived(Slotted):
    pass


class Meta(type):
    pass


class Made(metaclass=Meta):
    pass


def read(thing):
    return thing.a


def call(thing):
    return thing.a()


def use(*things):
    for _ in range(4):
        for thing in things:
            read(thing)
            try:
                call(thing)
            except TypeError:
                pass
            hasattr(thing, "a")
            getattr(thing, "a", None)


def check(what, cls, value, *things, end=lambda cls: setattr(cls, "a", 1)):
    watched = Watched()
    gone = weakref.ref(watched)
    cls.a = value(watched)
    use(*things)
    end(cls)
    del watched
    print(what, gone() is None)


VALUES = {
    "bound method": lambda o: types.MethodType(len, o),
    "function": lambda o: lambda *a: o,
    "itself": lambda o: o,
    "partial": lambda o: functools.partial(len, o),
    "property": lambda o: property(lambda self: o),
    "classmethod": lambda o: classmethod(lambda cls: o),
    "staticmethod": lambda o: staticmethod(lambda *a: o),
    "list": lambda o: [o],
}
for name, value in VALUES.items():
    check(name, Plain, value, Plain, Plain())
    check(name, Slotted, value, Slotted, Slotted(), Derived, Derived())
    check(name, Meta, value, Meta, Made)
    check(name, Slotted, value, Derived, Derived(), end=lambda cls: delattr(cls, "a"))


class Late:
    """Its finaliser looks at the class that is being changed."""

    def __del__(self):
        print("finaliser sees", Plain.a, Below.a, Below().a, Below.__dict__.get("a"))


class Below(Plain):
    pass


late = Late()
Plain.a = lambda *a, late=late: late
del late
use(Plain, Plain(), Below, Below())
Plain.a = "new"
late = Late()
Plain.a = late
del late
use(Plain, Plain(), Below, Below())
Plain.a = "newer"
