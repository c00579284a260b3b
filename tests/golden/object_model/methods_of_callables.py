"""types.MethodType over all sorts of callables."""
import functools
import types


class Callable:
    def __call__(self, *args, **kwargs):
        return ("called", args, kwargs)

    def __repr__(self):
        return "callable"


class Named:
    __name__ = "named"
    __qualname__ = "Q.named"
    __doc__ = "about"
    extra = 5

    def __call__(self, *args):
        return args

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


def function(*args, **kwargs):
    """a function"""
    return args, kwargs


for f in [function, Callable(), Named(), len, functools.partial(function, 1), int, "".join, types.MethodType(function, 1), staticmethod(function)]:
    method = types.MethodType(f, "ab")
    try:
        print(method(), method.__self__, method.__func__ is f)
    except (TypeError, ValueError) as e:
        print(e)
    print("   ", repr(method).split(" at 0x")[0])
    for name in ("__name__", "__qualname__", "__doc__", "extra", "__module__", "__dict__", "__wrapped__"):
        try:
            value = getattr(method, name)
            print("   ", name, type(value).__name__, value if name in ("__name__", "__qualname__", "extra") else "")
        except AttributeError as e:
            print("   ", name, str(e).split(" at 0x")[0])
for args in [(), (function,), (5, 5), (function, None), (None, 5), (function, 1, 2)]:
    try:
        print(types.MethodType(*args)())
    except TypeError as e:
        print(e)
try:
    types.MethodType(function, self=1)
except TypeError as e:
    print(e)
m, n = types.MethodType(Named(), "x"), types.MethodType(Named(), "x")
text = "".join(["x", "y"])
print(m == n, m == types.MethodType(Named(), text), hash(m) == hash(types.MethodType(m.__func__, "x")), m != n, m == 5)
print(types.MethodType(function, 1) == types.MethodType(function, True), types.MethodType(function, text) == types.MethodType(function, text))
for operation in ["m < n", "m + n", "m.extra", "m.__get__(5)", "m.new", "m.__func__.__name__"]:
    try:
        print(operation, eval(operation))
    except (TypeError, AttributeError) as e:
        print(operation, e)
for name, value in [("new", 1), ("__name__", "n"), ("__self__", 1), ("__func__", len), ("__doc__", "d"), ("extra", 1)]:
    try:
        setattr(m, name, value)
    except (AttributeError, TypeError) as e:
        print(name, e)
print(types.MethodType(function, 1).__reduce__()[1][1], sorted(set(dir(m)) - set(dir(object())))[:6])
