"""Abstract methods: computed once, changed by hand, recomputed, and what may be made of what."""
import abc
import functools


class Base(abc.ABC):
    @abc.abstractmethod
    def m(self):
        return "base m"

    @property
    @abc.abstractmethod
    def p(self):
        return "base p"

    @classmethod
    @abc.abstractmethod
    def c(cls):
        return "base c"

    @staticmethod
    @abc.abstractmethod
    def s():
        return "base s"

    @functools.cached_property
    def cached(self):
        return 1

    @p.setter
    def p(self, value):
        pass


class Half(Base):
    def m(self):
        return super().m()

    p = 5


class Full(Half):
    @classmethod
    def c(cls):
        return super().c()

    s = None


def make(cls, *args):
    try:
        return type(cls(*args)).__name__
    except TypeError as e:
        return str(e)


for cls in (Base, Half, Full):
    print(cls.__name__, sorted(cls.__abstractmethods__), make(cls))
print(Full().m(), Full.c(), Base.s())
Half.c = Half.s = lambda *a: 1
print(sorted(Half.__abstractmethods__), make(Half))
print(abc.update_abstractmethods(Half) is Half, sorted(Half.__abstractmethods__), make(Half))
del Half.c
abc.update_abstractmethods(Half)
print(sorted(Half.__abstractmethods__), make(Half), sorted(Full.__abstractmethods__), make(Full))
Full.new = abc.abstractmethod(lambda self: 1)
print(make(Full))
abc.update_abstractmethods(Full)
print(make(Full), sorted(Full.__abstractmethods__))


class Plain:
    @abc.abstractmethod
    def m(self):
        pass


print(make(Plain), hasattr(Plain, "__abstractmethods__"), abc.update_abstractmethods(Plain) is Plain, make(Plain))
Plain.__abstractmethods__ = {"x"}
print(make(Plain), Plain.__abstractmethods__)
Plain.__abstractmethods__ = ["one", "two"]
print(make(Plain))
for value in (5, None, "text", [5]):
    try:
        Plain.__abstractmethods__ = value
        print(make(Plain))
    except TypeError as e:
        print(type(e).__name__, e)
del Plain.__abstractmethods__
print(make(Plain))
try:
    del Plain.__abstractmethods__
except AttributeError as e:
    print(e)


class Ints(int, abc.ABC):
    @abc.abstractmethod
    def m(self):
        pass


class Lists(list, metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def m(self):
        pass


class Errors(Exception, abc.ABC):
    @abc.abstractmethod
    def m(self):
        pass


class Objects(abc.ABC):
    def __new__(cls, *args):
        return object.__new__(cls)

    @abc.abstractmethod
    def m(self):
        pass


print(make(Ints, 5), make(Lists), make(Errors), make(Objects), sep=" | ")


class Mixed(Objects, Base):
    pass


print(make(Mixed))
print(abc.ABC.__abstractmethods__, type(abc.ABC.__abstractmethods__).__name__)
for cls in (int, type, object):
    try:
        cls.__abstractmethods__
    except AttributeError as e:
        print(e)
