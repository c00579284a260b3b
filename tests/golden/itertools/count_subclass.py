import itertools
class P(int):
    def __add__(self, other): print("add"); return P(int(self) + other)
    def __repr__(self): return f"P({int(self)})"
class F(float):
    def __float__(self): return 9.0
class C(complex):
    def __complex__(self): return 5j
for args in ((P(2),), (P(2), 1), (P(2), P(1)), (2, P(1)), (P(2), 2), (True, True), (P(2**64),), (1, P(3))):
    counter = itertools.count(*args)
    print(counter, [(type(x).__name__, x) for x in (next(counter), next(counter))], counter)
import cmath
print(complex(F(1.5)), complex(F(1.5), F(2.5)), complex(2, F(1)), complex(C(1)), complex(C(1), C(2)))
print(cmath.sqrt(C(4)), cmath.sqrt(F(4.0)), cmath.phase(C(-1)))
class X(bytearray):
    def __init__(self, *args): print(args); super().__init__(*args)
class Y(bytes):
    def __new__(cls, *args): print(args); return super().__new__(cls, *args)
print(X.fromhex("aa"), Y.fromhex("aa"), bytearray.fromhex("aa"), bytes.fromhex("aa"))
class I:
    def __index__(self): print("index"); return 2
print(slice(I(), I(), I()).indices(I()))


class SubComplex(complex):
    pass


# A complex number of a subclass is a number too.
print(next(itertools.count(SubComplex(1j))))
