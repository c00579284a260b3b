"""__class_getitem__ and subscription of classes."""
class A:
    def __class_getitem__(cls, key): return cls.__name__, key
class B(A): pass
print(A[1], B["x", 2], B[()])
class Plain: pass
for f in (lambda: Plain[1], lambda: A()[1], lambda: int[1]):
    try:
        print(f())
    except TypeError as e:
        print(e)
class Meta(type):
    def __getitem__(cls, key): return "meta wins"
class C(A, metaclass=Meta): pass
print(C[1])
Plain.__class_getitem__ = lambda key: ("late", key)
print(Plain[5])
import types
class G:
    __class_getitem__ = classmethod(types.GenericAlias)
print(G[int], G[int].__origin__ is G, G[int, str].__args__, G[int]().__class__.__name__)
class S(A):
    def __class_getitem__(cls, key): return ("S", super().__class_getitem__(key))
print(S[3])
