"""What calling a class does when its metaclass has a `__call__`, gets one, or has none."""
import abc
import functools


class Meta(type):
    pass


class Late(Meta):
    pass


class Plain(metaclass=Late):
    def __init__(self, x=0, *, y=None):
        self.x = x, y


class Empty(metaclass=Late):
    pass


class Abstract(abc.ABC):
    def __init__(self, x):
        self.x = x

    @abc.abstractmethod
    def area(self): ...


class Concrete(Abstract):
    def area(self):
        return self.x


class Returning(metaclass=Late):
    def __init__(self):
        return 5


def say(what, f, *args, **kwargs):
    try:
        print(what, f(*args, **kwargs))
    except Exception as error:
        print(what, type(error).__name__, error)


def use(title):
    for turn in range(3):
        say(f"{title} plain {turn}", lambda: vars(Plain(turn)))
        say(f"{title} names {turn}", lambda: vars(Plain(turn, y=1)))
        say(f"{title} wrong {turn}", lambda: Plain(1, 2))
        say(f"{title} empty {turn}", lambda: type(Empty()).__name__)
        say(f"{title} filled {turn}", lambda: type(Empty(1)))
        say(f"{title} abstract {turn}", lambda: Abstract(1))
        say(f"{title} concrete {turn}", lambda: Concrete(turn).area())
        say(f"{title} returning {turn}", lambda: Returning())
        say(f"{title} mapped {turn}", lambda: [vars(p) for p in map(Plain, "ab")])
        say(f"{title} partial {turn}", lambda: vars(functools.partial(Plain, 7, y=8)()))
        say(f"{title} type {turn}", lambda: vars(type.__call__(Plain, 3)))


use("none")
Meta.__call__ = lambda cls, *args, **kwargs: (cls.__name__, args, sorted(kwargs))
use("late")
Late.__call__ = lambda cls, *args, **kwargs: type.__call__(cls, *args, **kwargs)
use("own")
del Late.__call__
use("inherited")
del Meta.__call__
use("gone")
Late.__bases__ = (type("Other", (Meta,), {"__call__": lambda cls, *args, **kwargs: "other"}),)
use("bases")
Late.__bases__ = (Meta,)
Concrete.__init__ = lambda self, x: setattr(self, "x", -x)
Plain.__new__ = lambda cls, *args, **kwargs: print("new", args, sorted(kwargs)) or object.__new__(cls)
Empty.__init__ = lambda self, *args: print("init", args)
use("changed")
Abstract.area = None
abc.update_abstractmethods(Abstract)
say("updated", lambda: type(Abstract(1)).__name__)


class Singleton(type):
    made = {}

    def __call__(cls, *args):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*args)
        return cls.made[cls]


class Single(metaclass=Singleton):
    def __init__(self, x):
        self.x = x


print([Single(x).x for x in range(3)], Single(9) is Single(8))
