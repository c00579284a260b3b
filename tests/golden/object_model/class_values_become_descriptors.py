# What is remembered of a class's attribute ends when the value becomes a descriptor or the metaclass has a say.
class Value:
    pass

class Other:
    def __get__(self, obj, cls): return 'other', obj is None

class Meta(type):
    pass

class A(metaclass=Meta):
    v = Value()
    kind = Value
    def f(self): return 'f'
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return 's'

class B(A):
    pass

def kind(x):
    return 'value' if isinstance(x, Value) else x.__name__ if isinstance(x, type) else x

def look(obj, times=5):
    seen = []
    for _ in range(times):
        seen.append(kind(obj.v))
        seen.append(kind(obj.kind))
        seen.append(obj.c())
        seen.append(obj.s())
    print(seen[:4], all(seen[i] == seen[i % 4] for i in range(len(seen))))

def all_of():
    for obj in (A, B, A(), B()):
        look(obj)

all_of()
Value.__get__ = lambda self, obj, cls: ('get', obj is None, cls.__name__)
all_of()
del Value.__get__
all_of()
A.__dict__['v'].__class__ = Other
all_of()
A.__dict__['v'].__class__ = Value
all_of()
Meta.v = property(lambda cls: 'of the metaclass')
Meta.c = property(lambda cls: lambda: 'c of the metaclass')
all_of()
del Meta.v, Meta.c
all_of()
Meta.v = 'no data'
all_of()
Meta.__getattribute__ = lambda cls, name: str
all_of()
del Meta.__getattribute__
all_of()
class Second(type):
    v = property(lambda cls: 'second')
A.__class__ = Second
for obj in (A, A()): look(obj)
A.__class__ = Meta
all_of()

class Ends:
    def __del__(self): print('ends')
class C:
    e = Ends()
for _ in range(5): C.e; C().e
print('deleting')
del C.e
print('deleted')
import enum
class E(enum.Enum):
    X = 1
    Y = 2
    @classmethod
    def first(cls): return cls.X
for _ in range(5): E.X, E.first(), E.X.first()
try: E.X = 3
except AttributeError as e: print(e)
type.__setattr__(E, 'X', 7)
print(E.X, E.first(), E.Y.X)
