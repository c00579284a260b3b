"""math.sumprod adds ints and floats in runs, as soon as they come."""
import math
from decimal import Decimal
from fractions import Fraction

big = 1 << 62
for p, q in [
    ((-5, -5, 10), (big, 1.5, big // 2)),
    ((1, 2.5, 3), (4, 5, 6.5)),
    ((big, big), (4, 1.5)),
    ((1e308, 1e308, -1e308), (10, 1, 10)),
    ((1.5, True, 2), (True, 2.5, False)),
    ((True, True), (3, 4)),
    ((10**400, 1), (1, 2)),
    ((10**400, 1.0), (1.0, 2)),
    ((0.1,) * 10, (1,) * 10),
    ((0.1,) * 10, (3.0,) * 10),
    ((1e16, 1.0, -1e16), (1.0, 1.0, 1.0)),
    ((Fraction(1, 3), 2.0), (3, 1.0)),
    ((Decimal("0.1"), 2), (3, 5)),
    ((2.0, 3, 4.0), (1, 2, 3)),
    ((float("inf"), 1.0), (1.0, 1.0)),
    ((float("nan"), 1), (1.0, 1)),
    ((), ()),
]:
    try:
        print(p[:3], q[:3], repr(math.sumprod(p, q))[:80])
    except Exception as error:
        print(type(error).__name__, error)
try:
    math.sumprod([1], [1, 2])
except ValueError as error:
    print(error)
