"""__slots__: storage, inheritance, descriptors, errors, __dict__ and __weakref__ in slots."""
class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2)
print(p.x, p.y, hasattr(p, "__dict__"), P.x, P.__slots__, type(P.x).__name__)
for act in ("p.z = 1", "p.z", "p.__dict__", "del p.x; p.x", "del p.x", "p.x = 9; print(p.x)", "P.x.__get__(p)", "P.x.__get__(5)", "P.x.__set__(5, 1)", "P.__slots__ = 1", "vars(p)", "P.x.__get__(None, P)", "P.x.__set__(p)", "P.x.__delete__(p); p.x", "import weakref; weakref.ref(p)", "p.__weakref__", "p.x.real"):
    try:
        exec(act)
        print(act, "fine")
    except (AttributeError, TypeError) as error:
        print(act, "->", type(error).__name__, error)
class Q(P):
    __slots__ = ("z",)
    def __init__(self): super().__init__(1, 2); self.z = 3
class R(P):
    pass
class S(P):
    __slots__ = ("x", "__dict__")
class T:
    __slots__ = ("__weakref__",)
class U:
    __slots__ = "single"
class V:
    __slots__ = {"a": "doc of a", "b": None}
class W:
    __slots__ = (name for name in ["g1", "g2"])
class X(int):
    __slots__ = ()
class Y(list):
    __slots__ = ("extra",)
q, r, s = Q(), R(5, 6), S(7, 8)
q.z = 4
r.free = "dict"
s.also = "dict too"
print(q.z, vars(r), r.x, s.x, vars(s), P.__dict__["y"].__get__(s))
y = Y([1])
y.extra = 5
print(y, y.extra, X(3) + 1, hasattr(X(3), "__dict__"), U.single, V.a.__doc__, V.__slots__, W.__slots__ is not None, sorted(n for n in vars(W) if n[0] == "g"))
import weakref
t = T()
print(weakref.ref(t)() is t, hasattr(t, "__dict__"))
for source in ["class Z:\n __slots__ = ('a', 'a')\nprint('dup ok')", "class Z:\n __slots__ = ('a',)\n a = 1", "class Z:\n __slots__ = (1,)", "class Z:\n __slots__ = ('1a',)", "class Z(int):\n __slots__ = ('a',)", "class Z(P, U): pass", "class Z(P, T):\n __slots__ = ()", "class Z:\n __slots__ = ('__dict__', '__dict__')", "class Z(R):\n __slots__ = ('__dict__',)", "class Z(T):\n __slots__ = ('__weakref__',)", "class Z:\n __slots__ = 5", "class Z(tuple):\n __slots__ = ('a',)", "class Z(str):\n __slots__ = ('a',)", "class Z(bytes):\n __slots__ = ('a',)", "class Z(type):\n __slots__ = ('a',)", "class Z:\n __slots__ = ('',)", "class Z:\n __slots__ = ('class',)\nprint(Z.__slots__)", "class Z:\n __slots__ = ('__module__',)", "class Z:\n __slots__ = ('__slots__',)"]:
    try:
        exec(source)
    except (TypeError, ValueError) as error:
        print(source.replace("\n", ";"), "->", error)
class Empty: __slots__ = ()
try:
    Empty().a = 1
except AttributeError as error:
    print(error)
class Prop:
    __slots__ = ("_v",)
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x
o = Prop()
o.v = 5
print(o.v, o._v)
