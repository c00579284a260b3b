"""An abstract class asks for __class__ also where it knows the real class well."""
import collections.abc


class Listed(collections.UserList):
    __class__ = int


class Keeping(Listed):
    def __setattr__(self, name, value):
        self.__dict__[name] = (value, 9)


def told(f):
    try:
        return f()
    except TypeError as e:
        return f"TypeError: {e}"


o = Keeping()
print([isinstance(o, collections.UserList) for _ in range(3)], o < o)
o.__class__ = Keeping
print(o.__class__)
for _ in range(3):
    print(told(lambda: isinstance(o, collections.UserList)), told(lambda: o < o))


class Asked(collections.UserDict):
    reads = 0

    @property
    def __class__(self):
        Asked.reads += 1
        return type(self) if Asked.reads % 2 else int


o = Asked()
print([isinstance(o, collections.abc.Mapping) for _ in range(4)], Asked.reads)
print([isinstance(o, collections.UserDict) for _ in range(4)], Asked.reads)


class Hooked(collections.UserString):
    def __getattribute__(self, name):
        if name == "__class__":
            raise LookupError("not told")
        return super().__getattribute__(name)


for _ in range(2):
    try:
        print(isinstance(Hooked("x"), collections.abc.Sequence))
    except LookupError as e:
        print("LookupError", e)
