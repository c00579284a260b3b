"""C3 linearisation and its conflicts."""
class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(A, B): pass
class E(B, C): pass
class F(D, E): pass
print(" ".join(k.__name__ for k in F.__mro__))
class X(A, B): pass
class Y(B, A): pass
def attempt(*bases):
    try:
        print([k.__name__ for k in type("T", bases, {}).__mro__])
    except TypeError as e:
        print(e)
attempt(X, Y)
attempt(object, A)
attempt(O, A)
attempt(A, O)
attempt(A, A)
attempt(D, E, C)
attempt(C, D, E)
attempt(int, float)
attempt(bool)
attempt(5)
