"""isinstance and issubclass ask the metaclass."""
class Meta(type):
    def __instancecheck__(cls, obj): return obj == 42 or type.__instancecheck__(cls, obj)
    def __subclasscheck__(cls, sub): return sub is int or type.__subclasscheck__(cls, sub)
class A(metaclass=Meta): pass
class B(A): pass
print(isinstance(42, A), isinstance(41, A), isinstance(B(), A), isinstance(42, B))
print(issubclass(int, A), issubclass(str, A), issubclass(B, A), issubclass(A, A))
print(isinstance(42, (str, A)), isinstance(42, (str, (A,))), isinstance(42, str | A))
for f in (lambda: isinstance(1, 5), lambda: isinstance(1, (int, 5)), lambda: isinstance("", (int, 5)), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: issubclass(int, ())):
    try:
        print(f())
    except TypeError as e:
        print(e)
class Odd(type):
    def __instancecheck__(cls, obj): return []
class C(metaclass=Odd): pass
print(isinstance(1, C), isinstance(C(), C))
class NoMeta:
    def __instancecheck__(self, obj): return True
print(isinstance(5, NoMeta()))
class FakeBases:
    __bases__ = (int,)
print(issubclass(bool, FakeBases()) if False else "skip")
