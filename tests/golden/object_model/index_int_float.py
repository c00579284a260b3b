"""__index__, __int__, __float__, __complex__ and who asks for them."""
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
class N:
    def __int__(self): return 3
class F:
    def __float__(self): return 2.5
class C:
    def __complex__(self): return 1j
i = I(2)
print([5, 6, 7][i], "abc"[i:], range(5)[i], int(i), float(i), complex(i), hex(i), bin(i), round(1.2345, i), "x" * i, list(range(i)), int(N()), float(F()), complex(F()), complex(C()))
for f in (lambda: [1][I("x")], lambda: int(I("x")), lambda: [1][N()], lambda: float(N()), lambda: int(F()), lambda: float(I(2**5000)), lambda: range(F()), lambda: int(C()), lambda: complex("x")):
    try:
        print(f())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
class T:
    def __trunc__(self): return 1
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __round__(self, n=None): return ("round", n)
import math
print(math.floor(T()), math.ceil(T()), round(T()), round(T(), 2), math.trunc(T()))
