"""Metaclasses with an mro() of their own: cells are filled, bases may change meanwhile."""
class Meta(type):
    def mro(self):
        print(self.__name__, self.__mro__, self.__dict__["f"]() is self if "f" in self.__dict__ else "")
        return super().mro()
class A(metaclass=Meta):
    def f(): return __class__
print(A.__mro__)
class Gone(type):
    def mro(cls):
        del Gone.mro
        return (B,)
class B: pass
try:
    class X(metaclass=Gone): pass
except TypeError as e: print(e)
ready = False
class M(type):
    def mro(cls):
        global ready
        if ready and cls.__name__ == "C":
            ready = False
            C.__bases__ = (B2,)
        return type.mro(cls)
class A(metaclass=M): pass
class B1(A): pass
class B2(A): pass
class C(A): pass
ready = True
C.__bases__ = (B1,)
try: B1.__bases__ = (C,)
except TypeError as e: print(e)
print(C.__bases__, C.__mro__, B1.__bases__, B2.__subclasses__(), B1.__subclasses__())
print(C.__mro__ is C.__mro__, C.__bases__ is C.__bases__)
