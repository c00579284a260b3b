"""The suggestions that come with AttributeError when an exception is formatted."""
import traceback
import types


def suggestion(o, name):
    try:
        getattr(o, name)
    except AttributeError as e:
        return traceback.format_exception_only(e)[-1].rstrip()
    return "found"


class A:
    a = 1
    bb = 2
    long_name = 3
    _hidden = 4

    def method(self):
        pass


class Slots:
    __slots__ = ("first", "second")


class Dir:
    def __dir__(self):
        return ["aa", 5, "zzz"]


class BadDir:
    def __dir__(self):
        raise ValueError


module = types.ModuleType("m")
module.value = 1
a = A()
a.own = 5
for o in [a, A, Slots(), Dir(), BadDir(), module, 5, "text", [], len, A.method, a.method]:
    print(type(o).__name__)
    for name in ["aa", "a1", "b", "own_", "Own", "metod", "longname", "long_nam", "hidden", "_hiden", "first_", "secnd",
                 "ab", "valeu", "ap", "appendd", "uper", "__nam__", "x"]:
        text = suggestion(o, name)
        if "Did you mean" in text or text == "found":
            print("   ", name, "->", text)
