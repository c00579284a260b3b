"""__subclasses__, __base__, __bases__ and __mro__ as classes come and go."""
import gc
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
names = lambda classes: [k.__name__ for k in classes]
print(names(A.__subclasses__()), names(D.__bases__), D.__base__.__name__, names(D.__mro__))
del D
gc.collect()
print(names(B.__subclasses__()), names(A.__subclasses__()))
D = type("D", (C,), {})
print(names(C.__subclasses__()))
for name in ("__mro__", "__base__", "__subclasses__"):
    try:
        setattr(A, name, ())
        print("set", name)
    except (AttributeError, TypeError) as e:
        print(e)
print(type.__subclasses__(A) == [B, C], object.__base__, object.__bases__, type.__mro__)
