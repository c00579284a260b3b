"""Operations on decimals that few programs use. Part of decimal.

Each takes the number, the other operands as decimals, and the context.
"""

import decimal
from _decimal_context import (DivisionImpossible, DivisionUndefined, Inexact, InvalidOperation,
                              MAX_PREC, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Rounded,
                              Subnormal, Underflow, Clamped)
from _decimal_math import digits_of, exp_rounded, ln_scaled
from decimal import Decimal, _NAN, _converted, _make, _plain

_ONE = Decimal(1)


def _is_special(value):
    return type(value._exponent) is str


# Comparing

def compare_signal(a, b, context):
    if a.is_nan() or b.is_nan():
        nan = a if a.is_snan() or a.is_nan() and not b.is_snan() else b
        return context.signal(InvalidOperation, nan._quieted(context))
    return Decimal(a._compared(b))


def compare_total(a, b, context):
    """The order of all representations: NaNs are at the ends, 1.0 is before 1."""
    if a._sign != b._sign:
        return Decimal(-1 if a._sign else 1)
    key_a, key_b = _total_key(a), _total_key(b)
    order = (key_a > key_b) - (key_a < key_b)
    if not order and not a.is_nan():
        order = a.copy_abs()._compared(b.copy_abs())
        if not order and not _is_special(a):
            order = (a._exponent > b._exponent) - (a._exponent < b._exponent)
    return Decimal(-order if a._sign else order)


def _total_key(value):
    if value.is_nan():
        return 2 if value.is_qnan() else 1, value._coefficient
    return 0, 0


def compare_total_mag(a, b, context):
    return compare_total(a.copy_abs(), b.copy_abs(), context)


def _extreme(a, b, context, sign, magnitude):
    """max and min: a quiet NaN counts as missing."""
    if _is_special(a) or _is_special(b):
        if a.is_qnan() and not b.is_nan():
            return b._fixed(context)
        if b.is_qnan() and not a.is_nan():
            return a._fixed(context)
        nan = a._propagated(b, context)
        if nan is not None:
            return nan
    order = (a.copy_abs()._compared(b.copy_abs()) if magnitude else a._compared(b))
    if order == 0 and magnitude:
        order = a._compared(b)
    if order == 0:
        order = int(compare_total(a, b, context))
    chosen = a if order * sign >= 0 else b
    return _plain(chosen)._fixed(context)


def max(a, b, context):
    return _extreme(a, b, context, 1, False)


def min(a, b, context):
    return _extreme(a, b, context, -1, False)


def max_mag(a, b, context):
    return _extreme(a, b, context, 1, True)


def min_mag(a, b, context):
    return _extreme(a, b, context, -1, True)


def same_quantum(a, b, context):
    if _is_special(a) or _is_special(b):
        return a.is_nan() and b.is_nan() or a.is_infinite() and b.is_infinite()
    return a._exponent == b._exponent


def is_normal(a, context):
    return not _is_special(a) and bool(a) and a.adjusted() >= context.Emin


def is_subnormal(a, context):
    return not _is_special(a) and bool(a) and a.adjusted() < context.Emin


def number_class(a, context):
    if a.is_snan():
        return "sNaN"
    if a.is_qnan():
        return "NaN"
    sign = "-" if a._sign else "+"
    if a.is_infinite():
        return sign + "Infinity"
    if not a:
        return sign + "Zero"
    return sign + ("Subnormal" if is_subnormal(a, context) else "Normal")


# Neighbours

def _neighbour(a, context, upwards):
    nan = a._propagated(None, context)
    if nan is not None:
        return nan
    quiet = context.widened(context.prec, ROUND_CEILING if upwards else ROUND_FLOOR)
    quiet.Emin, quiet.Emax = context.Emin, context.Emax
    quiet.clamp = context.clamp
    away = a._sign == (0 if upwards else 1)
    if a.is_infinite():
        if away:
            return _plain(a)
        return _make(a._sign, 10 ** context.prec - 1, context.Etop())
    rounded = a._fixed(quiet)
    if rounded._compared(a):
        return rounded
    step = _make(0 if upwards else 1, 1, context.Etiny() - 1)
    return a._add(step, quiet)


def next_plus(a, context):
    return _neighbour(a, context, True)


def next_minus(a, context):
    return _neighbour(a, context, False)


def next_toward(a, b, context):
    nan = a._propagated(b, context)
    if nan is not None:
        return nan
    order = a._compared(b)
    if order == 0:
        return a.copy_sign(b)
    result = _neighbour(a, context, order < 0)
    if result.is_infinite():
        context.signal(decimal.Overflow)
        context.signal(Inexact)
        context.signal(Rounded)
    elif result.adjusted() < context.Emin:
        context.signal(Underflow)
        context.signal(Subnormal)
        context.signal(Inexact)
        context.signal(Rounded)
        if not result:
            context.signal(Clamped)
    return result


# Digits

def _logical_digits(a, context):
    if _is_special(a) or a._sign or a._exponent:
        return None
    digits = str(a._coefficient)
    if digits.strip("01"):
        return None
    return int(digits[-context.prec:], 2)


def _logical(a, b, context, combine):
    x = _logical_digits(a, context)
    y = _logical_digits(b, context)
    if x is None or y is None:
        return context.signal(InvalidOperation, _NAN)
    return _make(0, int(f"{combine(x, y):b}"), 0)


def logical_and(a, b, context):
    return _logical(a, b, context, lambda x, y: x & y)


def logical_or(a, b, context):
    return _logical(a, b, context, lambda x, y: x | y)


def logical_xor(a, b, context):
    return _logical(a, b, context, lambda x, y: x ^ y)


def logical_invert(a, context):
    return logical_xor(a, Decimal("1" * context.prec), context)


def _count(a, b, context, low, high):
    """The second operand as an int in a range; None if it is none."""
    if _is_special(b) or b._exponent != 0:
        return None
    number = int(b)
    return number if low <= number <= high else None


def rotate(a, b, context):
    nan = a._propagated(b, context)
    if nan is not None:
        return nan
    count = _count(a, b, context, -context.prec, context.prec)
    if count is None:
        return context.signal(InvalidOperation, _NAN)
    if a.is_infinite():
        return _plain(a)
    digits = str(a._coefficient)[-context.prec:].rjust(context.prec, "0")
    count %= context.prec
    return _make(a._sign, int(digits[count:] + digits[:count]), a._exponent)


def shift(a, b, context):
    nan = a._propagated(b, context)
    if nan is not None:
        return nan
    count = _count(a, b, context, -context.prec, context.prec)
    if count is None:
        return context.signal(InvalidOperation, _NAN)
    if a.is_infinite():
        return _plain(a)
    coefficient = a._coefficient % 10 ** context.prec
    if count < 0:
        coefficient //= 10 ** -count
    else:
        coefficient = coefficient * 10 ** count % 10 ** context.prec
    return _make(a._sign, coefficient, a._exponent)


def scaleb(a, b, context):
    nan = a._propagated(b, context)
    if nan is not None:
        return nan
    limit = 2 * (context.Emax + context.prec)
    count = _count(a, b, context, -limit, limit)
    if count is None:
        return context.signal(InvalidOperation, _NAN)
    if a.is_infinite():
        return _plain(a)
    return _make(a._sign, a._coefficient, a._exponent + count)._fixed(context)


def logb(a, context):
    nan = a._propagated(None, context)
    if nan is not None:
        return nan
    if a.is_infinite():
        return _make(0, 0, "F")
    if not a:
        return context.signal(decimal.DivisionByZero, _make(1, 0, "F"))
    return Decimal(a.adjusted())._fixed(context)


# Arithmetic

def fma(a, b, c, context):
    """a * b + c, rounded once."""
    if _is_special(a) or _is_special(b):
        nan = a._propagated(b, context) if a.is_snan() or b.is_snan() else None
        if nan is None and (a.is_nan() or b.is_nan()) and c.is_snan():
            nan = c._propagated(None, context)
        if nan is None:
            nan = a._propagated(b, context)
        if nan is not None:
            return nan
        if not a or not b:
            return context.signal(InvalidOperation, _NAN)
        product = _make(a._sign ^ b._sign, 0, "F")
    else:
        product = _make(a._sign ^ b._sign, a._coefficient * b._coefficient,
                        a._exponent + b._exponent)
    return product._add(c, context)


def remainder_near(a, b, context):
    """What is left of a after the multiple of b that is next to it."""
    nan = a._propagated(b, context)
    if nan is not None:
        return nan
    if a.is_infinite():
        return context.signal(InvalidOperation, _NAN)
    if not b:
        return context.signal(InvalidOperation if a else DivisionUndefined, _NAN)
    if b.is_infinite():
        return _plain(a)._fixed(context)
    ideal = a._exponent if a._exponent < b._exponent else b._exponent
    if not a:
        return _make(a._sign, 0, ideal)._fixed(context)
    distance = a.adjusted() - b.adjusted()
    if distance >= context.prec + 1:
        return context.signal(DivisionImpossible, _NAN)
    if distance <= -2:
        return a._rescaled(ideal, context.rounding)._fixed(context)
    x, y = a._coefficient, b._coefficient
    if a._exponent >= b._exponent:
        x *= 10 ** (a._exponent - b._exponent)
    else:
        y *= 10 ** (b._exponent - a._exponent)
    quotient, rest = divmod(x, y)
    if 2 * rest + (quotient & 1) > y:
        rest -= y
        quotient += 1
    if quotient >= 10 ** context.prec:
        return context.signal(DivisionImpossible, _NAN)
    sign = a._sign
    if rest < 0:
        sign = 1 - sign
        rest = -rest
    return _make(sign, rest, ideal)._fixed(context)


# Exponential, logarithms, powers

def _rounded(approximate, context, rounding=ROUND_HALF_EVEN):
    """Rounds what approximate(digits) gives, with so many digits that it can't be wrong.

    It returns a sign, a coefficient that is off by a few units at most, and an exponent.
    """
    extra = 8
    while True:
        sign, coefficient, exponent = approximate(context.prec + extra)
        surplus = digits_of(coefficient) - context.prec - 1
        if surplus > 1:
            # Near a tie, or near a number of the precision, more digits decide.
            rest = coefficient % (10 ** surplus)
            if 20 < rest < 10 ** surplus - 20:
                break
        extra += 8 + extra // 2
    context = context.copy_sharing_flags(rounding)
    return _make(sign, coefficient, exponent)._fixed(context)


def exp(a, context):
    nan = a._propagated(None, context)
    if nan is not None:
        return nan
    if a.is_infinite():
        return _make(0, 0, 0) if a._sign else _plain(a)
    if not a:
        return _ONE
    size = a.adjusted()
    inside = context.copy_sharing_flags(ROUND_HALF_EVEN)
    if not a._sign and size > len(str((context.Emax + 1) * 3)):
        return _make(0, 1, context.Emax + 1)._fixed(inside)
    if a._sign and size > len(str((-context.Etiny() + 1) * 3)):
        return _make(0, 1, context.Etiny() - 1)._fixed(inside)
    if size < -context.prec - 2:
        # Next to one.
        last = 10 ** (context.prec + 1)
        return _make(0, last - 1 if a._sign else last + 1, -context.prec - 1)._fixed(inside)

    def approximate(digits):
        coefficient, exponent = exp_rounded(a._coefficient, a._exponent, a._sign, digits)
        return 0, *_cut(coefficient, exponent, digits)

    return _rounded(approximate, context)


def _cut(coefficient, exponent, digits):
    """The number with about so many digits."""
    surplus = digits_of(coefficient) - digits
    if surplus > 0:
        return coefficient // 10 ** surplus, exponent + surplus
    return coefficient, exponent


def _log_special(a, context):
    nan = a._propagated(None, context)
    if nan is not None:
        return nan
    if not a:
        return _make(1, 0, "F")
    if a._sign:
        return context.signal(InvalidOperation, _NAN)
    if a.is_infinite():
        return _plain(a)
    return None


def _ln_digits(coefficient, exponent, digits):
    """ln as a sign, a coefficient of so many digits at least, and an exponent."""
    places = digits + 2
    while True:
        value = ln_scaled(coefficient, exponent, places)
        missing = digits - digits_of(abs(value))
        if value and missing <= 0:
            return int(value < 0), *_cut(abs(value), -places, digits)
        places += missing + 5 if value else 2 * places


def ln(a, context):
    special = _log_special(a, context)
    if special is not None:
        return special
    if a._compared(_ONE) == 0:
        return _make(0, 0, 0)
    return _rounded(lambda digits: _ln_digits(a._coefficient, a._exponent, digits), context)


def log10(a, context):
    special = _log_special(a, context)
    if special is not None:
        return special
    coefficient, exponent = a._coefficient, a._exponent
    while coefficient % 10 == 0:
        coefficient //= 10
        exponent += 1
    if coefficient == 1:
        return Decimal(exponent)._fixed(context.copy_sharing_flags(ROUND_HALF_EVEN))

    def approximate(digits):
        from _decimal_math import fixed_ln10
        sign, number, power = _ln_digits(a._coefficient, a._exponent, digits + 6)
        places = digits + 10
        quotient = number * 10 ** (places + 6) // fixed_ln10(places)
        return sign, *_cut(quotient, power - 6, digits)

    return _rounded(approximate, context)


def power(a, b, modulo, context):
    if modulo is not None:
        return _power_modulo(a, b, modulo, context)
    b = _converted(b)
    if b is NotImplemented:
        return b
    b = _plain(b)
    context = context or decimal.getcontext()
    nan = a._propagated(b, context)
    if nan is not None:
        return nan
    if not b:
        if not a:
            return context.signal(InvalidOperation, _NAN)
        return _ONE
    is_integer = not _is_special(b) and b._compared(b._rescaled(0, ROUND_FLOOR)) == 0
    sign = 0
    if a._sign:
        if is_integer:
            sign = int(b) & 1
        elif a:
            return context.signal(InvalidOperation, _NAN)
        a = a.copy_abs()
    if not a:
        return _make(sign, 0, 0) if not b._sign else _make(sign, 0, "F")
    if a.is_infinite():
        return _make(sign, 0, "F") if not b._sign else _make(sign, 0, 0)
    order = a._compared(_ONE)
    if order == 0:
        return _power_of_one(a, b, is_integer, sign, context)
    if b.is_infinite():
        return _make(0, 0, 0) if (order > 0) == bool(b._sign) else _make(0, 0, "F")
    exact = _exact_power(a, b, is_integer, context)
    if exact is not None:
        return _make(sign, *exact)._fixed(context)
    return _inexact_power(a, b, is_integer, sign, context)


def _power_of_one(a, b, is_integer, sign, context):
    """The exponent of one shows how many digits count."""
    if is_integer:
        if b._sign:
            times = 0
        else:
            times = int(b) if b._compared(Decimal(context.prec)) <= 0 else context.prec
        exponent = a._exponent * times
        if exponent < 1 - context.prec:
            exponent = 1 - context.prec
            context.signal(Rounded)
    else:
        context.signal(Inexact)
        context.signal(Rounded)
        exponent = 1 - context.prec
    return _make(sign, 10 ** -exponent, exponent) if exponent <= 0 else _make(sign, 1, 0)


def _exact_power(a, b, is_integer, context):
    """The exact power as coefficient and exponent, where it has few digits; else None."""
    limit = context.prec + 3
    x, exponent = a._coefficient, a._exponent
    if is_integer and not b._sign:
        n = int(b) if b.adjusted() < 20 else None
        if n is not None:
            stripped, zeros = _stripped(x)
            if stripped == 1:
                return _with_ideal(1, (exponent + zeros) * n, exponent * n, context)
            if (stripped.bit_length() - 1) * n <= 4 * limit:
                value = stripped ** n
                if digits_of(value) <= limit:
                    return _with_ideal(value, (exponent + zeros) * n, exponent * n, context)
        return None
    stripped, zeros = _stripped(x)
    exponent += zeros
    # b = p / q in lowest terms; a must be a q-th power.
    p, q = b.as_integer_ratio() if b._exponent > -limit * 4 else (None, None)
    if p is None or q > limit * 4:
        return None
    if exponent % q:
        return None
    root = _integer_root(stripped, q)
    if root is None:
        return None
    exponent = exponent // q
    if p > 0:
        if root != 1 and (digits_of(root) - 1) * p > limit:
            return None
        value = root ** p
        if digits_of(value) > limit:
            return None
        return _filled(value, exponent * p, is_integer, context)
    # 1 / (2**i * 5**j) is a decimal.
    p = -p
    if root != 1 and root.bit_length() * p > limit * 8:
        return None
    value = root ** p
    twos = fives = 0
    rest = value
    while rest % 2 == 0:
        rest //= 2
        twos += 1
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    if rest != 1:
        return None
    places = twos if twos > fives else fives
    coefficient = 10 ** places // value
    if digits_of(coefficient) > limit:
        return None
    return _filled(coefficient, -exponent * p - places, is_integer, context)


def _filled(coefficient, exponent, is_integer, context):
    """An exact result of an exponent that is no integer has all digits."""
    if not is_integer:
        missing = context.prec + 1 - digits_of(coefficient)
        if missing > 0:
            return coefficient * 10 ** missing, exponent - missing
    return coefficient, exponent


def _with_ideal(coefficient, exponent, ideal, context):
    """With zeros at the end down to the exponent that the factors have."""
    missing = exponent - ideal
    room = context.prec - digits_of(coefficient)
    if missing > room:
        missing = room if room > 0 else 0
    return coefficient * 10 ** missing, exponent - missing


def _stripped(number):
    zeros = 0
    while number % 10 == 0:
        number //= 10
        zeros += 1
    return number, zeros


def _integer_root(number, degree):
    """The root if it is an int, else None."""
    if degree == 1 or number == 1:
        return number
    if number.bit_length() < degree:
        return None
    guess = 1 << -(-number.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + number // guess ** (degree - 1)) // degree
        if better >= guess:
            break
        guess = better
    return guess if guess ** degree == number else None


def _inexact_power(a, b, is_integer, sign, context):
    """exp(b ln a), where that is no short decimal."""
    # Far outside of the limits the digits don't matter.
    log_sign, log_digits, log_exponent = _ln_digits(a._coefficient, a._exponent, 10)
    size = digits_of(log_digits) + log_exponent + b.adjusted()
    grows = log_sign == b._sign
    if size > len(str(context.Emax if grows else -context.Etiny())) + 3:
        if grows:
            return _make(sign, 1, context.Emax + 1)._fixed(context)
        if is_integer:
            # Multiplying comes to zero before anything is rounded as the context wants it.
            context = context.copy_sharing_flags(ROUND_HALF_EVEN)
        return _make(sign, 1, context.Etiny() - 1)._fixed(context)
    if size < -context.prec - 3:
        last = 10 ** (context.prec + 1)
        return _make(sign, last + 1 if grows else last - 1, -context.prec - 1)._fixed(context)

    def approximate(digits):
        wide = digits + 10 + (size if size > 0 else 0)
        own_sign, number, power = _ln_digits(a._coefficient, a._exponent, wide)
        coefficient, exponent = exp_rounded(number * b._coefficient, power + b._exponent,
                                            own_sign ^ b._sign, digits)
        return sign, *_cut(coefficient, exponent, digits)

    rounding = context.rounding
    if is_integer and not grows:
        _, coefficient, exponent = approximate(5)
        if exponent + digits_of(coefficient) < context.Etiny() - b.adjusted() - 2:
            rounding = ROUND_HALF_EVEN
    return _rounded(approximate, context, rounding)


def _power_modulo(a, b, modulo, context):
    b, modulo = _converted(b), _converted(modulo)
    if b is NotImplemented or modulo is NotImplemented:
        return NotImplemented
    b, modulo = _plain(b), _plain(modulo)
    context = context or decimal.getcontext()
    for value in (a, b, modulo):
        if value.is_snan():
            return value._propagated(None, context)
    for value in (a, b, modulo):
        if value.is_nan():
            return value._quieted(context)
    integers = all(not _is_special(value) and value._compared(
        value._rescaled(0, ROUND_FLOOR)) == 0 for value in (a, b, modulo))
    if (not integers or b._sign or not modulo or modulo.adjusted() >= context.prec
            or not a and not b):
        return context.signal(InvalidOperation, _NAN)
    sign = a._sign if int(b) & 1 else 0
    return _make(sign, pow(abs(int(a)), int(b), abs(int(modulo))), 0)
