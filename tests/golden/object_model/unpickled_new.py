# NEWOBJ makes an object as a call of the class does: what its layout asks for, whatever __new__ it finds.
import abc
import pickle
import types


def loaded(cls, args=(), keywords=None, name=None):
    code = b"\x80\x04c" + (name or f"{cls.__module__}\n{cls.__qualname__}").encode() + b"\n" + pickle.dumps(args, 2)[2:-1]
    code += b"\x81." if keywords is None else pickle.dumps(keywords, 2)[2:-1] + b"\x92."
    try:
        made = pickle.loads(code)
        print(cls.__name__, args, type(made).__name__, "" if "object at" in repr(made) else made)
    except Exception as error:
        print(cls.__name__, args, type(error).__name__, error)


class Plain:
    pass


class Own(Plain):
    def __new__(cls, *args):
        print("Own.__new__", args)
        return object.__new__(cls)


class Meta(type):
    def __getattribute__(cls, name):
        print("looked up", name)
        return super().__getattribute__(name)


class WithMeta(metaclass=Meta):
    pass


class Number(int):
    pass


class Borrowed:
    __new__ = int.__new__


class Objects(dict):
    __new__ = object.__new__


class Dictionary(dict):
    def __new__(cls, *args):
        print("Dictionary.__new__", args)
        return dict.__new__(cls)


class Property:
    @property
    def __new__(self):
        return 3


class NoneNew:
    __new__ = None


class Patched(int):
    pass


Patched.__new__ = lambda cls, *args: 7
del Patched.__new__


class Abstract(abc.ABC):
    @abc.abstractmethod
    def method(self):
        pass


class Error(Exception):
    pass


for cls in (Plain, Own, WithMeta, Number, Borrowed, Objects, Dictionary, Property, NoneNew, Patched, Abstract, Error,
            object, int, type):
    for args in ((), (1,), (1, 2, 3)):
        loaded(cls, args)
    loaded(cls, (), {"a": 1})
loaded(types.GeneratorType, name="types\nGeneratorType")
loaded(types.NoneType, name="types\nNoneType")
