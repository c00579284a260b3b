"""Operators and contexts' methods under random contexts, and the signals that they raise."""
import operator
import random
from decimal import *

ROUNDINGS = [ROUND_DOWN, ROUND_UP, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_CEILING,
             ROUND_FLOOR, ROUND_05UP]
OPERATORS = [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv,
             operator.mod, operator.pow, operator.pow, divmod]
METHODS = ["add", "subtract", "multiply", "divide", "divide_int", "remainder", "power", "quantize",
           "plus", "minus", "abs", "divmod", "max"]
ODD = ["0", "-0", "0E+5", "0E-9", "-0.000", "1", "1.0", "10", "100", "1e3", "-1"]
r = random.Random(7)


def number():
    kind = r.random()
    if kind < 0.05:
        return Decimal(r.choice(["NaN", "sNaN", "Infinity", "-Infinity"]))
    if kind < 0.15:
        return Decimal(r.choice(ODD))
    if kind < 0.35:
        return r.randrange(-20, 50)
    digits = str(r.randrange(10 ** r.choice([1, 2, 3, 5, 9, 17, 28, 40])))
    power = r.choice(["", "e-2", f"e{r.randrange(-30, 30)}", f"e{r.randrange(-6, 3)}"])
    return Decimal(r.choice(["", "-"]) + digits + power)


def context():
    return Context(prec=r.choice([3, 9, 28]), rounding=r.choice(ROUNDINGS),
                   Emax=r.choice([99, 999999]), Emin=-r.choice([99, 999999]),
                   clamp=r.choice([0, 0, 1]), traps=r.choice([[], [], None]))


def operation(c):
    a, b = number(), number()
    kind = r.random()
    if kind < 0.5:
        chosen = r.choice(OPERATORS)
        if chosen is operator.pow:
            a, b = Decimal(a), r.randrange(-40, 60)
        elif not isinstance(a, Decimal) and not isinstance(b, Decimal):
            b = Decimal(b)
        return chosen.__name__, a, b, lambda: chosen(a, b)
    if kind < 0.9:
        name = r.choice(METHODS)
        if name in ("plus", "minus", "abs"):
            return name, a, b, lambda: getattr(c, name)(a)
        if name == "power":
            b = r.randrange(-40, 60)
        return name, a, b, lambda: getattr(c, name)(a, b)
    a, b = Decimal(a), Decimal(b)
    options = r.choice([{"context": Context(prec=9, traps=[])}, {"rounding": r.choice(ROUNDINGS)}, {}])
    return "quantize", a, b, lambda: a.quantize(b, **options)


for _ in range(1500):
    setcontext(context())
    c = getcontext()
    name, a, b, call = operation(c)
    try:
        result = repr(call())
    except ArithmeticError as e:
        result = repr(e)
    print(name, a, b, c.prec, c.rounding, c.Emax, c.Emin, c.clamp, result,
          [signal.__name__ for signal, raised in c.flags.items() if raised])

for rounding in ROUNDINGS:
    c = Context(prec=5, Emax=99, Emin=-99, rounding=rounding, traps=[])
    print(rounding, c.power(11, Decimal("99.5")), c.power(-11, 999), c.power(Decimal("0.01"), -224),
          c.power(2, Decimal("0.5")), c.power(7, -116), c.power(7, Decimal("-500.5")), c.flags)
c = Context(traps=[Overflow, Clamped, Inexact])
print(c, list(c.traps), c.__reduce__(), c.traps.copy() == c.traps)
for wrong in (lambda: c.add(1), lambda: c.add(1, "2"), lambda: c.plus(None), lambda: c.quantize(1.5, 2)):
    try:
        wrong()
    except TypeError as e:
        print("TypeError")
