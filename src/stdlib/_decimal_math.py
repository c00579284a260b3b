"""Exponential, logarithms and powers of decimals, by integer arithmetic. Part of decimal.

Each function gives an approximation with so many digits that rounding it is sure to round
the true value: it is repeated with more digits where it is not.
"""


def digits_of(number):
    """How many decimal digits an int has; 1 for 0."""
    if number < 10 ** 15:
        return len(str(number))
    guess = int((number.bit_length() - 1) * 0.30102999566398120) + 1
    return guess + (number >= 10 ** guess)


def divided(number, divisor):
    """number / divisor, rounded to the nearest."""
    quotient, rest = divmod(number, divisor)
    return quotient + (2 * rest >= divisor)


def fixed_exp(number, scale):
    """exp(number / scale) * scale, for a number of at most a few scales."""
    # exp(x) = exp(x / 2**k) ** (2**k), and a short series.
    halvings = 8 + int(scale.bit_length() ** 0.5)
    extra = 1 << (2 * halvings + 10)
    wide = scale * extra
    x = number * extra >> halvings
    term = total = wide
    n = 1
    while term:
        term = term * x // (wide * n)
        total += term
        n += 1
        if -1 <= term <= 0:
            break
    for _ in range(halvings):
        total = total * total // wide
    return total // extra


def fixed_ln(number, scale):
    """ln(number / scale) * scale, for a number between about half and twice the scale."""
    # Newton's method on exp, with atanh's series for what is near one.
    extra = 1 << 20
    wide = scale * extra
    number *= extra
    roots = 0
    import math
    # Square roots bring it near one; each halves the logarithm.
    steps = 4 + int(scale.bit_length() ** 0.5 / 2)
    while roots < steps:
        number = math.isqrt(number * wide)
        roots += 1
    # ln(x) = 2 atanh((x - 1) / (x + 1))
    y = (number - wide) * wide // (number + wide)
    square = y * y // wide
    term = total = y
    n = 3
    while term not in (0, -1):
        term = term * square // wide
        total += term // n
        n += 2
    return (total << (roots + 1)) // extra


_ln10 = {}


def fixed_ln10(digits):
    """ln(10) * 10**digits."""
    known = _ln10.get(digits)
    if known is None:
        scale = 10 ** (digits + 10)
        # ln 10 = 10 ln 1.25 + ... is not needed: 10 = 1.25 * 8
        two = fixed_ln(2 * scale, scale)
        known = (fixed_ln(scale * 5 // 4, scale) + 3 * two) // 10 ** 10
        if len(_ln10) > 20:
            _ln10.clear()
        _ln10[digits] = known
    return known


def ln_scaled(coefficient, exponent, digits):
    """ln(coefficient * 10**exponent) * 10**digits, off by a few units at most."""
    size = digits_of(coefficient)
    # coefficient * 10**exponent = m * 10**shift, 0.3 < m <= 3 or so
    shift = size + exponent
    guard = digits + 15 + len(str(abs(shift)))
    scale = 10 ** guard
    # as a number between 0.1 and 1
    m = coefficient * scale // 10 ** size if size <= guard else (
        coefficient // 10 ** (size - guard))
    if m * 3 < scale:
        m *= 10
        shift -= 1
        if size > guard:
            m = coefficient // 10 ** (size - guard - 1)
    result = fixed_ln(m, scale) + shift * fixed_ln10(guard)
    return result // 10 ** (guard - digits)


def exp_rounded(coefficient, exponent, sign, digits):
    """exp of a number: a coefficient of about so many digits, and its exponent."""
    # exp(x) = exp(x - k ln 10) * 10**k
    size = max(digits_of(coefficient) + exponent, 0)
    guard = digits + 15 + size
    scale = 10 ** guard
    if exponent >= 0:
        x = coefficient * 10 ** exponent * scale
    elif -exponent <= guard:
        x = coefficient * 10 ** (guard + exponent)
    else:
        x = coefficient // 10 ** (-exponent - guard)
    if sign:
        x = -x
    k, rest = divmod(x, fixed_ln10(guard))
    return fixed_exp(rest, scale), k - guard
