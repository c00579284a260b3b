"""Rounding: what a coefficient becomes when digits are taken off it. Part of decimal."""

from _decimal_context import (ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN,
                              ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP)

# Whether to add one: from the quotient, twice the rest compared with the divisor, the sign.
# The rest is not zero.
_ADDS_ONE = {
    ROUND_DOWN: lambda quotient, half, sign: False,
    ROUND_UP: lambda quotient, half, sign: True,
    ROUND_HALF_UP: lambda quotient, half, sign: half >= 0,
    ROUND_HALF_DOWN: lambda quotient, half, sign: half > 0,
    ROUND_HALF_EVEN: lambda quotient, half, sign: half > 0 or half == 0 and quotient & 1,
    ROUND_CEILING: lambda quotient, half, sign: not sign,
    ROUND_FLOOR: lambda quotient, half, sign: sign,
    ROUND_05UP: lambda quotient, half, sign: quotient % 5 == 0,
}


def without_digits(coefficient, count, sign, rounding):
    """The coefficient without so many digits, and whether they were not all zero."""
    if count > 5000 and 10 * coefficient.bit_length() < 33 * count:
        # All digits go: the power of ten would only be large.
        quotient, rest, half = 0, coefficient, -1
    else:
        divisor = 10 ** count
        quotient, rest = divmod(coefficient, divisor)
        half = 2 * rest - divisor
    if not rest:
        return quotient, False
    return quotient + bool(_ADDS_ONE[rounding](quotient, half, sign)), True
