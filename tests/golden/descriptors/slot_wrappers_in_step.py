"""Dunder methods and type slots agree, on user classes and built-ins, before and after changes."""
class C: pass
c = C()
def has(): return [n for n in ("__len__", "__call__", "__iter__", "__next__", "__add__", "__hash__", "__eq__", "__lt__", "__bool__", "__getitem__") if n in dir(C) and n not in dir(object)]
print(has(), callable(c))
C.__call__ = lambda self, *a: ("called", a)
C.__len__ = lambda self: 4
print(has(), callable(c), c(1), len(c), bool(c))
C.__bool__ = lambda self: False
print(bool(c), not c)
del C.__bool__
print(bool(c))
C.__len__ = None
try:
    len(c)
except TypeError as error:
    print(error)
del C.__len__, C.__call__
print(callable(c), has())
class Base:
    def __getitem__(self, i): return ("base", i)
    def __setitem__(self, i, v): print("base set", i, v)
class Derived(Base): pass
d = Derived()
print(d[1])
Derived.__getitem__ = lambda self, i: ("derived", i)
print(d[1])
del Derived.__getitem__
Base.__getitem__ = lambda self, i: ("new base", i)
print(d[1])
d[2] = 3
class L(list):
    def __len__(self): return 99
    def __bool__(self): return False
    def __eq__(self, o): return "eq"
l = L([1, 2])
print(len(l), bool(l), l == 5, list.__len__(l), l.__len__(), list.__eq__(l, [1, 2]), l != 5, hash.__name__, L.__hash__)
class I(int):
    __add__ = lambda self, o: ("I add", int(o))
    def __int__(self): return 77
    def __index__(self): return 66
    def __float__(self): return 5.5
    def __str__(self): return "I str"
    def __hash__(self): return 1
i = I(3)
print(i + 1, 1 + i, sum([i]), int(i), float(i), [0, 1, 2, 3][i], range(100)[i], str(i), repr(i), f"{i}", f"{i:d}", "%s %d" % (i, i), hash(i), i == 3, {3: "x"}.get(i), i * 2, max(i, 2))
for t, name in [(int, "__add__"), (int, "x"), (list, "append"), (object, "__init__"), (type, "__call__"), (str, "upper")]:
    try:
        setattr(t, name, 1)
    except TypeError as error:
        print(error)
    try:
        delattr(t, name)
    except TypeError as error:
        print(error)
print(int.__add__(2, 3), (2).__add__(3), int.__dict__["__add__"](2, 3), int.__radd__(2, 3), list.__getitem__([5], 0), str.__contains__("abc", "b"), dict.__len__({}), type.__call__(int, "5"), object.__eq__(c, c), object.__eq__(c, d), object.__ne__(c, c), tuple.__new__(tuple, "ab"), int.__bool__(0), float.__neg__(1.5), list.__iter__([1]).__next__(), range.__contains__(range(5), 3))
class N:
    def __next__(self): return "next"
print(next(N()))
try:
    iter(N())
except TypeError as error:
    print(error)
N.__iter__ = lambda self: self
print(next(iter(N())), [x for x, _ in zip(N(), range(2))])
class Inherit(N):
    __next__ = None
try:
    next(Inherit())
except TypeError as error:
    print(error)
