"""Special methods that are properties, static methods, class methods, partials and other descriptors."""
import functools
import warnings

warnings.simplefilter("ignore")


class Bound:
    def __init__(self, value):
        self.value = value

    def __get__(self, obj, owner=None):
        return lambda *args: (self.value, type(obj).__name__, args)


class Failing:
    def __get__(self, obj, owner=None):
        raise AttributeError("no method today")


class Raising:
    def __get__(self, obj, owner=None):
        raise KeyError("broken")


class Callable:
    def __call__(self, *args):
        return ("callable", args)


FORMS = {
    "property": property(lambda self: lambda *args: ("property", args)),
    "staticmethod": staticmethod(lambda *args: ("static", args)),
    "classmethod": classmethod(lambda cls, *args: ("class", cls.__name__, args)),
    "partialmethod": functools.partialmethod(lambda self, *args: ("partialmethod", args), 0),
    "partial": functools.partial(lambda *args: ("partial", args), 0),
    "bound": Bound("b"),
    "failing": Failing(),
    "raising": Raising(),
    "callable": Callable(),
    "builtin": max,
    "number": 5,
    "none": None,
    "class": list,
}
USES = {
    "__add__": lambda o: o + 1, "__radd__": lambda o: 1 + o, "__call__": lambda o: o(1), "__getitem__": lambda o: o[1], "__eq__": lambda o: o == 1,
    "__lt__": lambda o: o < 1, "__neg__": lambda o: -o, "__iter__": lambda o: iter(o), "__len__": lambda o: len(o), "__bool__": lambda o: bool(o),
    "__contains__": lambda o: 1 in o, "__repr__": lambda o: repr(o), "__hash__": lambda o: hash(o), "__enter__": lambda o: o.__enter__(),
    "__getattr__": lambda o: o.missing, "__setitem__": lambda o: o.__setitem__(1, 2), "__iadd__": lambda o: o.__iadd__(1), "__pow__": lambda o: pow(o, 2, 3),
    "__format__": lambda o: format(o, "x"), "__index__": lambda o: [1][o], "__next__": lambda o: next(o), "__missing__": lambda o: o.__missing__(1),
    "__reversed__": lambda o: reversed(o), "__dir__": lambda o: dir(o),
}
for form, value in FORMS.items():
    for name, use in USES.items():
        cls = type("C", (), {name: value})
        try:
            result = repr(use(cls()))
        except Exception as e:
            result = f"{type(e).__name__}: {e}"
        print(form, name, result.split(" object at 0x")[0].split(" at 0x")[0])
