"""__dict__ is live and replaceable; __class__ can be assigned."""
class A:
    kind = "A"
    def who(self): return f"A({self.__dict__})"
class B:
    kind = "B"
    def who(self): return f"B({self.__dict__})"
    def __eq__(self, other): return "B eq"
a = A()
a.x, a.y = 1, 2
d = a.__dict__
d["z"] = 3
print(a.z, d is a.__dict__, vars(a) is d, list(d))
del a.x
d["y"] += 10
print(d, a.y)
a.__dict__ = {"fresh": True}
print(a.fresh, d, hasattr(a, "y"), vars(a))
a.__dict__.clear()
a.back = 1
print(vars(a))
b = A()
b.__dict__ = a.__dict__
b.shared = "both"
print(a.shared, a.__dict__ is b.__dict__)
a.__class__ = B
print(a.who(), type(a).__name__, a.kind, isinstance(a, A), a == 1, b.who())
for target in (int, 5, None, list, type, Exception, object):
    try:
        b.__class__ = target
        print("ok", target)
    except TypeError as error:
        print(error)
class S1: __slots__ = ("p", "q")
class S2: __slots__ = ("p", "q")
class S3: __slots__ = ("p", "r")
class S4: __slots__ = ("q", "p")
class S5(S1): __slots__ = ()
s = S1()
s.p = 1
s.__class__ = S2
print(s.p, type(s).__name__)
for cls in (S3, S4, S5, A):
    try:
        s.__class__ = cls
        print("ok", cls.__name__)
    except TypeError as error:
        print(error)
for value in (5, None, [], "x"):
    try:
        b.__dict__ = value
    except TypeError as error:
        print(error)
del b.__dict__
print(b.__dict__, hasattr(b, "shared"), a.shared)
class Sub(dict): pass
sub = Sub(k=1)
b.__dict__ = sub
print(b.k, type(b.__dict__).__name__)
b.new = 2
print(sub)
class Liar:
    @property
    def __class__(self): return int
liar = Liar()
print(liar.__class__, type(liar).__name__, isinstance(liar, int), isinstance(liar, Liar), isinstance(liar, str))
class Missing(dict):
    def __missing__(self, k): return "missing"
    def __getitem__(self, k): return "getitem"
c = A()
c.__dict__ = Missing(z=1)
print(c.z, hasattr(c, "nothing"))
print(A.__dict__.__class__.__name__, sorted(k for k in A.__dict__ if k[:2] != "__"))
try:
    A.__dict__["x"] = 1
except TypeError as error:
    print(error)
a.__dict__[5] = "int key"
print(a.__dict__, sorted(map(str, vars(a))))
def f(self): return "instance function", self
c.__dict__ = {"f": f}
print(c.f(1))
