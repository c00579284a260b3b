"""The most derived metaclass is taken; unrelated ones conflict."""
class M1(type): pass
class M2(M1): pass
class N(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(A, B): pass
class D(A, metaclass=M2): pass
print(type(C).__name__, type(D).__name__, type(type("T", (A, B), {})).__name__)
class X(metaclass=N): pass
for f in (lambda: type("T", (A, X), {}), lambda: M1("T", (X,), {}), lambda: M1("T", (B,), {})):
    try:
        print(type(f()).__name__)
    except TypeError as e:
        print(e)
try:
    class Z(A, metaclass=N): pass
except TypeError as e:
    print(e)
