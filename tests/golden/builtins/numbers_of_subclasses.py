"""Which of a number's own value and its special methods counts."""
import array
import decimal
import math
import struct


def t(f):
    try:
        print(f())
    except BaseException as error:
        print(type(error).__name__, error)



class F(float):
    def __float__(self): return 3.0


class J(int):
    def __float__(self): return 2.5


class I(int):
    def __int__(self): return 8
    def __lt__(self, other): return "lt"
    def __abs__(self): return 9


t(lambda: ("%f" % F(1), math.sqrt(F(4)), struct.pack("f", F(1)), array.array("d", [F(1)]), math.isnan(F(2)), float(F(1))))
t(lambda: (format(J(5), "f"), format(J(5), ".1%"), f"{J(5):g}", f"{J(5):e}", "%f" % J(5), f"{J(5):d}", f"{J(5):x}", f"{True:f}"))
t(lambda: (math.log(J(1)), math.log2(J(4)), math.log10(J(10)), math.sqrt(J(4))))
t(lambda: [f(2 ** n) for f in (math.log, math.log2, math.log10) for n in (1000, 1023, 1024, 1025, 2000, 5001)])
t(lambda: math.log(2 ** 1024 - 1))
t(lambda: (decimal.Decimal(I(3)), decimal.Decimal(1) + I(4), decimal.Decimal.from_float(I(-2))))
