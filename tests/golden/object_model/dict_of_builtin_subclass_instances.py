"""Instances of classes derived from built-in ones, and their __dict__."""
import collections
import functools
import types

CASES = [(int, (5,)), (str, ("s",)), (list, ([1],)), (dict, ({"k": 1},)), (tuple, ((1, 2),)), (set, ({1},)), (frozenset, ({1},)),
         (float, (1.5,)), (complex, (1j,)), (bytes, (b"b",)), (bytearray, (b"b",)), (Exception, ("e",)), (object, ()), (property, (len,)),
         (staticmethod, (len,)), (classmethod, (len,)), (enumerate, ("ab",)), (zip, ()), (map, (str, "a")), (reversed, ("ab",)),
         (types.ModuleType, ("m",)), (types.SimpleNamespace, ()), (functools.partial, (len,)), (collections.deque, ((1,),)),
         (collections.OrderedDict, ()), (collections.defaultdict, (int,)), (type, ("T", (), {})), (super, (int, 5))]
for base, args in CASES:
    class Sub(base):
        in_class = "class"

    o = Sub(*args)
    before = [k for k in vars(o) if not k.startswith("__")]
    o.x = 1
    o.y = 2
    o.in_class = "own"
    del o.x
    names = [k for k in vars(o) if not k.startswith("__")]
    print(base.__name__, before, names, o.in_class, type(o.__dict__).__name__, end=" ")
    try:
        o.__dict__ = {"z": 3}
        print(vars(o), hasattr(o, "y"), end=" ")
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e, end=" ")
    try:
        del o.__dict__
        print(vars(o))
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


class Number(int):
    def __init__(self, value, unit="m"):
        self.unit = unit

    def __new__(cls, value, unit="m"):
        return super().__new__(cls, value)


n = Number(3, "km")
print(n, n.unit, n + 1, type(n + 1).__name__, vars(n))


class Dict(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__


d = Dict(a=1)
d.b = 2
print(d, d.a, vars(d), d.b)
try:
    d.missing
except KeyError as e:
    print("KeyError", e)
