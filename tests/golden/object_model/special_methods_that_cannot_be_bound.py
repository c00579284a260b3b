"""Special methods whose __get__ fails, or that are native methods of a foreign class: who binds them before calling
them, and who goes on as if there were none."""
import contextlib
import copy
import math
import operator
import os
import sys
import warnings

warnings.simplefilter("ignore")
sys.unraisablehook = lambda report: print("   unraisable", report.exc_value)


class Failing:
    def __get__(self, instance, owner=None):
        raise OSError("no binding")


def tried(name, work):
    results = set()
    for _ in range(2):
        try:
            result = work()
            if isinstance(result, str) and " object at " in result:
                result = result.partition(" at ")[0]
            results.add(str(result))
        except Exception as error:
            results.add(f"{type(error).__name__}: {error}")
    print("  ", name, *results)


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


async def over(x):
    async for _ in x:
        pass


async def awaited(x):
    return await x


async def inside(x):
    async with x:
        pass


def within(x):
    with x:
        pass


def deleted(kind):
    x = kind()
    del x
    return "gone"


uses = {
    "__aiter__": {"async for": lambda x: run(over(x)), "aiter": aiter},
    "__anext__": {"anext": lambda x: run(anext(x))},
    "__await__": {"await": lambda x: run(awaited(x))},
    "__aenter__": {"async with": lambda x: run(inside(x))},
    "__enter__": {"with": within},
    "__exit__": {"with": within},
    "__del__": {"del": lambda x: deleted(type(x))},
    "__repr__": {"repr": repr, "str": str, "format": format, "%s": lambda x: "%s" % (x,), "f": lambda x: f"{x}",
                 "in a list": lambda x: str([x]).partition(" at ")[0]},
    "__str__": {"str": str, "f": lambda x: f"{x}"},
    "__format__": {"format": format, "f": lambda x: f"{x:5}", "str.format": "{:5}".format},
    "__bytes__": {"bytes": bytes, "%b": lambda x: b"%b" % x},
    "__fspath__": {"fspath": os.fspath},
    "__dir__": {"dir": lambda x: len(dir(x))},
    "__hash__": {"hash": hash},
    "__len__": {"len": len, "bool": bool, "length_hint": operator.length_hint},
    "__length_hint__": {"length_hint": operator.length_hint},
    "__bool__": {"bool": bool},
    "__iter__": {"iter": iter, "in": lambda x: 1 in x},
    "__next__": {"next": next},
    "__reversed__": {"reversed": reversed},
    "__contains__": {"in": lambda x: 1 in x},
    "__getitem__": {"item": lambda x: x[0], "iter": list},
    "__missing__": {"item": lambda x: x["missing"]},
    "__int__": {"int": int},
    "__float__": {"float": float},
    "__complex__": {"complex": complex},
    "__index__": {"index": operator.index, "int": int},
    "__trunc__": {"trunc": math.trunc, "int": int},
    "__floor__": {"floor": math.floor},
    "__ceil__": {"ceil": math.ceil},
    "__round__": {"round": round, "digits": lambda x: round(x, 1)},
    "__neg__": {"neg": lambda x: -x},
    "__add__": {"add": lambda x: x + 1},
    "__radd__": {"radd": lambda x: [] + x},
    "__iadd__": {"iadd": lambda x: operator.iadd(x, 1)},
    "__eq__": {"eq": lambda x: x == 1, "in": lambda x: x in [1]},
    "__lt__": {"lt": lambda x: x < 1},
    "__call__": {"call": lambda x: x(), "callable": callable},
    "__getattr__": {"read": lambda x: x.missing, "hasattr": lambda x: hasattr(x, "missing")},
    "__getattribute__": {"read": lambda x: x.missing, "hasattr": lambda x: hasattr(x, "missing")},
    "__setattr__": {"write": lambda x: setattr(x, "a", 1)},
    "__delattr__": {"delete": lambda x: delattr(x, "a")},
    "__get__": {"read": lambda x: type("Holder", (), {"x": x}).x},
    "__set__": {"write": lambda x: setattr(type("Holder", (), {"x": x})(), "x", 1)},
    "__set_name__": {"class": lambda x: type("Holder", (), {"x": x}).__name__},
    "__instancecheck__": {"isinstance": lambda x: isinstance(1, x)},
    "__subclasscheck__": {"issubclass": lambda x: issubclass(int, x)},
    "__copy__": {"copy": lambda x: type(copy.copy(x)).__name__},
    "__sizeof__": {"getsizeof": sys.getsizeof},
}
for special, work in uses.items():
    for name, method in {"failing": Failing(), "of int": int.__neg__, "of str": str.title, "one": lambda self: 1}.items():
        print(special, name)
        for base in object, dict:
            Kind = type("Kind", (base,), {special: method})
            x = Kind()
            for how, use in work.items():
                if not (special == "__iter__" and base is dict and name == "failing"):
                    tried(f"{base.__name__} {how}", lambda: use(x))


class Big:
    def __length_hint__(self):
        return 2 ** 70


tried("length_hint", lambda: operator.length_hint(Big()))


class Index(tuple):
    def __index__(self):
        return len(self)


for key in Index(), Index((1, 2)), Index((slice(1), slice(2))):
    tried("memoryview", lambda: memoryview(b"abc")[key])


class Text(str):
    def __str__(self):
        return self


class Gives:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text

    def __format__(self, spec):
        return Text(spec)


for value in Text("a"), Text(""), Gives(Text("b")), Gives("c"):
    print(*[type(made).__name__ for made in (f"{value}", f"{value!s}", f"{value:>3}", f"{value!r}", f"{value}.", f"{value:{'>4'}}",
                                             str(value), "%s" % value, "".join([f"{value}"]))])


class Number(int):
    pass


for name in "function", "classmethod", "staticmethod", "descriptor", "fresh", "failing", "bound":
    class Fresh:
        def __get__(self, instance, owner=None):
            return lambda other: f"fresh {instance is None}"

    class Same:
        def __get__(self, instance, owner=None):
            return Same.method

        def method(other):
            return "same"

    kind = {"function": lambda self, other: "function", "classmethod": classmethod(lambda cls, other: f"class {cls.__name__}"),
            "staticmethod": staticmethod(lambda other: "static"), "descriptor": Same(), "fresh": Fresh(),
            "failing": Failing(), "bound": Gives("x").__format__}[name]
    for base in int, object, float:
        Left = type("Left", (base,), {"__radd__": kind})
        Right = type("Right", (Left,), {})
        tried(f"{name} {base.__name__}", lambda: Left() + Right())
        tried(f"{name} {base.__name__} reversed", lambda: Right() + Left())
for exit in Gives("x"), print, 5, None, contextlib.ExitStack(), type("No", (), {"__exit__": None})(), type("P", (), {"__exit__": 5})():
    tried("push", lambda: contextlib.ExitStack().push(exit) is exit)


class Path:
    def __fspath__(self):
        return "path"


path = Path()
path.__fspath__ = lambda: "of the instance"
tried("fspath", lambda: os.fspath(path))
