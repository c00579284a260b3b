# What __class__ gives while the same place asks again and again and classes change.
class A: pass
class B(A): pass
class Shows:
    @property
    def __class__(self): return int
class Meta(type):
    @property
    def __class__(cls): return str
class M(metaclass=Meta): pass
def see(o):
    found = [o.__class__ for _ in range(4)]
    print(found[-1].__name__, all(f is found[0] for f in found), o.__class__ is type(o), o.__class__.__name__)
a, b = A(), B()
for o in (a, b, Shows(), M(), M, A, 5, 'x', None, len, see):
    see(o)
a.__class__ = B
see(a)
a.__dict__['__class__'] = 'in the dict'
see(a)
a.__dict__.clear()
class Own(A):
    __class__ = list
see(Own()), see(b)
B.__bases__ = (Own,)
see(a), see(b)
B.__bases__ = (A,)
see(a), see(b)
B.__getattribute__ = lambda self, name: dict
see(b)
del B.__getattribute__
see(b)
B.__getattr__ = lambda self, name: dict
see(b)
class S:
    __slots__ = ()
see(S())
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, other):
        if other.__class__ is self.__class__: return self.v == other.v
        return NotImplemented
print([T(1) == T(1), T(1) == 1, T(1) == T(2)] * 2)
for f in (object.__setattr__, dict.get, str.lower, int.__new__, list.append):
    pass
def uses():
    object.__setattr__(b, 'q', 1)
    return str.lower('AbC'), dict.get({1: 2}, 1), int.__add__(1, 2), list.copy([1]), b.__dict__['q']
del B.__getattr__
for _ in range(4): print(uses())
class Str(str):
    lower = str.upper
def up(c): return [c.lower('aB') for _ in range(3)]
print(up(str), up(Str))
Str.lower = classmethod(lambda cls, s: (cls.__name__, s))
print(up(str), up(Str))
del Str.lower
print(up(str), up(Str))
