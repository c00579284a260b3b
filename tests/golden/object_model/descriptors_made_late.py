"""Attributes of classes that become descriptors, or end being some, when caches are hot; slots and methods replaced then."""


class D: pass
class C:
    x = D()
    def __init__(self, x, y): self.x = x; self.y = y
for i in range(5): C(i, i)
D.__set__ = lambda s,o,v: print('set',v)
c = C(9, 1); print(vars(c))
class N:
    pass
class DD:
    def __set__(s,o,v): print('DD', v)
class E:
    x = N()
    def __init__(self, x, y): self.x = x; self.y = y
for i in range(5): E(i, i)
E.__dict__['x'].__class__ = DD
e = E(3, 4); print(vars(e))
def put(o, v): o.x = v
class F:
    x = N()
    def __init__(self, x): self.x = x
class G:
    x = N()
for i in range(5): put(G(), i)
G.__dict__['x'].__class__ = DD
g = G(); put(g, 8); print(vars(g))
class H:
    x = D2 = N()
for i in range(5): put(H(), i)
N.__set__ = lambda s, o, v: print('late', v)
h = H(); put(h, 8); print(vars(h)); f = F(1); print(vars(f))
class S:
    __slots__ = ('a', 'b')
    def __init__(self, a, b): self.a = a; self.b = b
for i in range(4): S(i, i)
m = S.a; S.a = 5
try: S(1, 2)
except AttributeError as e: print(e)
S.a = m; print(S(1, 2).a)
class T:
    def __init__(self, a): self.a = a
for i in range(4): T(i)
T.__setattr__ = lambda s, n, v: print('setattr', n, v)
T(7)
del T.__setattr__; print(vars(T(7)))
T.__init__ = lambda self, a: None
print(vars(T(8)))
class U(T):
    def __init__(self, a): self.a = a
    def __new__(cls, a): print('new'); return super().__new__(cls)
U(1); U(2)
try: T()
except TypeError as e: print(e)


class Plain:
    pass


class Setting:
    def __set__(self, obj, value):
        print("Setting", value)


class Late(Plain):
    pass


class V:
    x = Late()


for i in range(5):
    put(V(), i)
Late.__bases__ = (Setting,)
put(V(), 8)
Late.__bases__ = (Plain,)
v = V()
put(v, 9)
print(vars(v))


class Got:
    pass


class W:
    y = Got()


def get(o):
    return type(o.y).__name__


for i in range(5):
    get(W())
Got.__get__ = lambda self, obj, owner: 1.5
print(get(W()))
del Got.__get__
print(get(W()))
