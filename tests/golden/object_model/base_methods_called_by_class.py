# Special methods taken from a class: type's own come second unless they are data descriptors.
class Meta(type):
    pass

class A(metaclass=Meta):
    def __init__(self, x): self.x = x
    def __eq__(self, other): return ('A.__eq__', self.x)
    def __call__(self): return 'A.__call__'
    def __repr__(self): return 'A.__repr__'
    __hash__ = None

class B(A):
    def __init__(self, x):
        A.__init__(self, x)
        self.y = x

def use(times=4):
    b = B(1)
    seen = [(b.x, b.y, A.__eq__(b, 2), B.__call__(b), A.__repr__(b), B.__hash__) for _ in range(times)]
    print(seen[0], all(s == seen[0] for s in seen))

use()
Meta.__eq__ = lambda cls, *a: ('Meta.__eq__', a)
Meta.__call__ = lambda cls, *a: type.__call__(cls, *a)
use()
Meta.__repr__ = property(lambda cls: lambda *a: ('property', len(a)))
use()
del Meta.__repr__, Meta.__eq__
use()
class Data:
    def __get__(self, obj, cls): return lambda *a: 'data'
    def __set__(self, obj, value): pass
Meta.__call__ = Data()
try: use()
except AttributeError as e: print(e)
del Meta.__call__
use()
del A.__eq__
try: use()
except TypeError as e: print(e)
A.__init__ = classmethod(lambda cls, *a: print(cls.__name__, len(a)))
try: use(2)
except AttributeError as e: print(e)
def other(c): return [c.__lt__, c.__new__, c.__init__][1] is object.__new__, c.__name__, c.__bases__[0].__name__
for _ in range(3): print(other(B), other(int))
B.__name__ = 'C'
print(other(B))
