"""What a member that can't be made raises, and that the class's namespace lives as long as a collection is due."""

import enum
import gc


class Own(Exception):
    def __init__(self, *args):
        print("made", args)
        super().__init__(*args)

    def __str__(self):
        return "own"


class Noisy:
    def __del__(self):
        print("gone")


gc.disable()
for error in Own(1, 2), KeyError(5), OSError(1, "text"):
    class Base(enum.Enum):
        def __new__(cls, *args):
            raise error

    class Named:
        def __set_name__(self, owner, name):
            raise error

    for base, value in (Base, 1), (enum.Enum, enum.nonmember(Named())):
        try:
            class Made(base):
                a = value
                noisy = enum.nonmember(Noisy())
        except Exception as e:
            print(type(e), e.args, e is error, repr(e.__context__), e.__suppress_context__, hasattr(e, "__notes__"))
        print("before")
        gc.collect()
        print("after")
