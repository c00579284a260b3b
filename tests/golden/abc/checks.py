import abc
from collections.abc import *
from abc import ABC, ABCMeta, abstractmethod, get_cache_token

print([isinstance(x, c) for c in (Sized, Iterable, Mapping, Sequence, Hashable, Callable)
       for x in (1, '', [], {}, (), set(), len, iter([]))])
for repeat in range(2):
    print(issubclass(dict, Mapping), issubclass(list, Mapping), isinstance({}, Mapping), isinstance([], Mapping))

class A(ABC):
    @abstractmethod
    def f(self): ...
    @property
    @abstractmethod
    def g(self): ...
class B(A):
    def f(self): ...
class C(B):
    g = 1
for c in (A, B, C):
    try:
        print(sorted(c.__abstractmethods__), type(c()))
    except TypeError as e:
        print(e)
    except AttributeError as e:
        print(e)

class V: pass
print(isinstance(V(), A), issubclass(V, A), isinstance(C.__new__(C), A))
before = get_cache_token()
print(A.register(V) is V, get_cache_token() == before + 1)
print(isinstance(V(), A), issubclass(V, A))
class W(V): pass
print(issubclass(W, A), isinstance(W(), B))
for f in (lambda: A.register(1), lambda: V.__class__ and issubclass(1, A), lambda: C.register(A), lambda: isinstance(1, 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# An object that claims another class
class Claims:
    @property
    def __class__(self): return dict
print(isinstance(Claims(), Mapping), isinstance(Claims(), Mapping), isinstance(Claims(), Sequence))

class Hook(ABC):
    calls = 0
    @classmethod
    def __subclasshook__(cls, other):
        Hook.calls += 1
        return hasattr(other, 'quack') or NotImplemented
class Duck: quack = 1
class Dog: pass
for i in range(3):
    print(isinstance(Duck(), Hook), isinstance(Dog(), Hook))
print(issubclass(Dog, Hook), issubclass(Duck, Hook))
class Odd(ABC):
    @classmethod
    def __subclasshook__(cls, other): return 5
try: isinstance(1, Odd)
except AssertionError as e: print('AssertionError', e)

class Meta(ABCMeta):
    def __instancecheck__(cls, other):
        print('asked'); return super().__instancecheck__(other)
class M(metaclass=Meta): pass
for i in range(2): print(isinstance(1, M))
class Meta2(ABCMeta):
    def __subclasscheck__(cls, other):
        print('asked sub'); return super().__subclasscheck__(other)
class M2(metaclass=Meta2): pass
for i in range(2): print(isinstance(1, M2), issubclass(int, M2))

# A class that changes
class Later: pass
print(isinstance(Later(), Sized)); Later.__len__ = lambda self: 0
class Sub(ABC): pass
class SubSub(Sub): pass
SubSub.register(int)
print(isinstance(1, Sub), abc.update_abstractmethods(Sub) is Sub)
