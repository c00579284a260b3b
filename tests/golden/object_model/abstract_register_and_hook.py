"""Virtual subclasses: register and __subclasshook__."""
import abc
class A(abc.ABC): pass
@A.register
class B: pass
class C(B): pass
print(issubclass(B, A), issubclass(C, A), isinstance(C(), A), A in C.__mro__, B.__name__)
class Sized(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Sized:
            return any("size" in k.__dict__ for k in other.__mro__) or NotImplemented
        return NotImplemented
class S: size = 1
class T: pass
print(issubclass(S, Sized), issubclass(T, Sized), isinstance(S(), Sized))
try:
    A.register(5)
except TypeError as e:
    print(e)
try:
    B.register
except AttributeError as e:
    print(e)
class D(A): pass
try:
    D.register(A)
except RuntimeError as e:
    print(e)
print(abc.get_cache_token() == abc.get_cache_token())
