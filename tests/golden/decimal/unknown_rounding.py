"""A rounding that there isn't is refused, also where nothing is rounded."""
from decimal import Decimal

for method in "quantize", "to_integral_value", "to_integral_exact", "to_integral":
    for value in "1", "1.5", "NaN", "Infinity":
        for rounding in "x", 1, "ROUND_UP", None:
            given = [Decimal(1)] if method == "quantize" else []
            try:
                print(method, value, getattr(Decimal(value), method)(*given, rounding=rounding))
            except Exception as error:
                print(method, value, type(error).__name__, error)
