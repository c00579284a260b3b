"""C3 linearisation, its failures, and how the MRO is used."""
class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(A, B): pass
class E(B, C): pass
class F(D, E): pass
def names(cls): return " ".join(c.__name__ for c in cls.__mro__)
print(names(F)); print(names(D)); print(F.mro() == list(F.__mro__))
class X(O): pass
class Y(O): pass
class XY(X, Y): pass
class YX(Y, X): pass
for bases in [(XY, YX), (O, A), (A, O, B), (object, A), (X, XY), (XY, X), (A, A)]:
    try:
        print(names(type("T", bases, {})))
    except TypeError as error:
        print(str(error).replace("\n", "|"))
class Root:
    def hello(self): return ["Root"]
class L(Root):
    def hello(self): return ["L"] + super().hello()
class R(Root):
    def hello(self): return ["R"] + super().hello()
class Diamond(L, R):
    def hello(self): return ["Diamond"] + super().hello()
print(Diamond().hello(), super(L, Diamond()).hello(), super(R, Diamond()).hello(), L().hello())
Diamond.__bases__ = (R, L)
print(Diamond().hello(), names(Diamond))
class Other: pass
L.__bases__ = (Other, Root)
print(names(Diamond), names(L))
try:
    Root.__bases__ = (Diamond,)
except TypeError as error:
    print(error)
class Custom(type):
    def mro(cls):
        default = type.mro(cls)
        return [default[0]] + default[1:][::-1] if cls.__name__ == "Reversed" else default
class P(metaclass=Custom): v = "P"
class Q(metaclass=Custom): v = "Q"
class Reversed(P, Q): pass
print([c.__name__ for c in Reversed.__mro__])
class BadMro(type):
    result = ()
    def mro(cls): return cls.result
for result in (5, (1,), (object, list)):
    BadMro.result = result
    try:
        class Bad(metaclass=BadMro): pass
        print(Bad.__mro__)
    except TypeError as error:
        print(error)
print(O.__subclasses__()[:3], [c.__name__ for c in O.__subclasses__()])
class M1: x = "M1"
class M2: x = "M2"
class N(M1, M2): pass
del M1.x
print(N.x)
M1.x = "back"
print(N.x)
print(issubclass(F, O), issubclass(F, (int, B)), isinstance(F(), C), issubclass(bool, int), issubclass(int, object), issubclass(type, object), isinstance(object, type), isinstance(type, object), isinstance(type, type), issubclass(F, F))
