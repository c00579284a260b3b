"""Decimals by format specifications, chosen by random numbers."""
import random
import warnings
from decimal import *

warnings.simplefilter("ignore")
ROUNDINGS = [ROUND_DOWN, ROUND_UP, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_CEILING,
             ROUND_FLOOR, ROUND_05UP]
r = random.Random(20)


def number():
    kind = r.random()
    if kind < 0.08:
        return r.choice(["NaN", "-NaN", "sNaN", "NaN123", "Infinity", "-Infinity", "-sNaN77"])
    if kind < 0.2:
        return r.choice(["0", "-0", "0E+5", "0E-9", "-0.000", "0e-30"])
    digits = "".join(r.choice("0123456789") for _ in range(r.choice([1, 2, 3, 5, 9, 17, 40])))
    if r.random() < 0.3:
        digits = digits[:len(digits) // 2] + r.choice("59") * (len(digits) - len(digits) // 2)
    power = r.choice(["", "", f"e{r.randrange(-30, 30)}", f"e{r.randrange(-6, 3)}"])
    return r.choice(["", "-"]) + digits + power


def specification():
    parts = [
        (0.3, lambda: r.choice(["", "*", "0", "é", " ", "<"]) + r.choice("<>^=")),
        (0.3, lambda: r.choice("+- ")),
        (0.15, lambda: "z"),
        (0.1, lambda: "#"),
        (0.25, lambda: "0"),
        (0.5, lambda: str(r.choice([1, 5, 10, 20, 33]))),
        (0.3, lambda: r.choice(",,,_")),
        (0.6, lambda: "." + str(r.choice([0, 1, 2, 3, 5, 10, 30]))),
        (1, lambda: r.choice(["", "", "e", "E", "f", "f", "F", "g", "G", "n", "N", "%", "d"])),
        (0.02, lambda: r.choice("xyz \ud800é")),
    ]
    return "".join(part() for share, part in parts if r.random() < share)


def told(number, specification):
    try:
        return ascii(format(Decimal(number), specification))
    except (ValueError, OverflowError) as e:
        return f"{type(e).__name__} {e}"


context = getcontext()
for _ in range(1500):
    context.rounding = r.choice(ROUNDINGS)
    context.capitals = r.choice([0, 1, 1])
    value, spec = number(), specification()
    print(value, ascii(spec), context.rounding, context.capitals, told(value, spec))

for spec in ("٣", "5٣", ".٣f", "zz", "0<5", "a<05", "<05", "=05", "9" * 20, "\0<5", "\ud800<5",
             "1000,", "010,.2f", "n,", ",n", "_"):
    print(ascii(spec), told("1234.5", spec), told("-NaN", spec))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    format(Decimal(1), "N")
print([str(warning.message) for warning in caught])


class Priced(Decimal):
    def __str__(self):
        return "priced"


print(f"{Priced('1.255')}", f"{Priced('1.255'):.2f}", f"{Priced('NaN')}")
