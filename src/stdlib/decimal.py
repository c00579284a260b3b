"""Decimal numbers: exact as written, rounded to a precision that the program chooses.

>>> Decimal("1.10") + Decimal("2.20")
Decimal('3.30')
>>> getcontext().prec = 6
>>> Decimal(1) / 7
Decimal('0.142857')

Contexts and signals are in _decimal_context, the text forms in _decimal_text; functions that
few programs use are in _decimal_more.
"""

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext",
           "ExtendedContext", "DecimalException", "Clamped", "InvalidOperation",
           "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow",
           "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax",
           "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN",
           "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP",
           "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN",
           "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]

import math as _math
import numbers as _numbers
import sys as _sys
from collections import namedtuple as _namedtuple

import _decimal_quick
import _decimal_text
import _seal
from _seal import fill as _fill
from _decimal_context import *
from _decimal_context import ROUNDINGS as _ROUNDINGS, _current
from _decimal_context import (
    MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR,
    ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, getcontext, localcontext,
    setcontext)
from _decimal_math import digits_of as _digits_of
from _decimal_round import without_digits as _without_digits

HAVE_THREADS = True
HAVE_CONTEXTVAR = True
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")

_MODULUS = _sys.hash_info.modulus
_HASH_10_INVERSE = pow(10, _MODULUS - 2, _MODULUS)


class Decimal:
    """A decimal number: sign, coefficient and exponent; or an infinity, or not a number."""

    # The exponent of specials is "F" (infinity), "n" (NaN) or "N" (signaling NaN).
    __slots__ = ("_sign", "_coefficient", "_exponent")

    # The operators, comparisons, text forms and quantize() come from _decimal_quick, which leaves what
    # it can't do quickly to the methods here: _add for __add__ and so on.

    def __new__(cls, value="0", context=None):
        if cls is Decimal:
            made = _decimal_quick.new(value)
            if made is not None:
                return made
        if isinstance(value, Decimal):
            if cls is Decimal and type(value) is Decimal:
                return value
            parts = value._sign, value._coefficient, value._exponent
        elif isinstance(value, str):
            parts = _decimal_text.parse(value)
            if parts is None:
                context = context or getcontext()
                return context.signal(ConversionSyntax, _NAN)
            exponent = parts[2]
            if type(exponent) is int and not (
                    MIN_ETINY <= exponent
                    and exponent + _digits_of(parts[1]) - 1 <= MAX_EMAX):
                context = context or getcontext()
                return context.signal(InvalidOperation, _NAN)
        elif isinstance(value, int):
            value = int.__index__(value)
            parts = int(value < 0), abs(value), 0
        elif isinstance(value, float):
            context = context or getcontext()
            context.flags[FloatOperation] = True
            if context.traps[FloatOperation]:
                raise FloatOperation([FloatOperation])
            exact = Decimal.from_float(value)
            parts = exact._sign, exact._coefficient, exact._exponent
        elif isinstance(value, (list, tuple)):
            parts = _from_tuple(value)
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        return _make(*parts) if cls is Decimal else _make_of(cls, *parts)

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float or an int."""
        exact = _of_float(f)
        return exact if cls is Decimal else cls(exact)

    # What kind of number it is

    def _is_special(self):
        return type(self._exponent) is str

    def is_nan(self):
        return self._exponent == "n" or self._exponent == "N"

    def is_qnan(self):
        return self._exponent == "n"

    def is_snan(self):
        return self._exponent == "N"

    def is_infinite(self):
        return self._exponent == "F"

    def is_finite(self):
        return type(self._exponent) is not str

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return type(self._exponent) is not str and not self._coefficient

    def _bool(self):
        return type(self._exponent) is str or self._coefficient != 0

    def adjusted(self):
        """The exponent of the first digit."""
        if type(self._exponent) is str:
            return 0
        return self._exponent + _digits_of(self._coefficient) - 1

    def _propagated(self, other, context):
        """The NaN that an operation with a NaN gives; None if there is none."""
        a = self._exponent
        b = other._exponent if other is not None else 0
        if a == "N":
            return context.signal(InvalidOperation, self._quieted(context))
        if b == "N":
            return context.signal(InvalidOperation, other._quieted(context))
        if a == "n":
            return self._quieted(context)
        if b == "n":
            return other._quieted(context)
        return None

    def _quieted(self, context):
        limit = context.prec - context.clamp
        coefficient = self._coefficient
        if coefficient and _digits_of(coefficient) > limit:
            coefficient %= 10 ** limit
        return _make(self._sign, coefficient, "n")

    # Rounding to the context

    def _fixed(self, context):
        """The number rounded to the precision and limits of a context."""
        exponent = self._exponent
        if type(exponent) is str:
            return self._quieted(context) if exponent == "n" else self
        coefficient = self._coefficient
        lowest = context.Emin - context.prec + 1
        highest = context.Emax - context.prec + 1
        if not coefficient:
            limit = highest if context.clamp else context.Emax
            fitting = min(max(exponent, lowest), limit)
            if fitting == exponent:
                return self
            return context.signal(Clamped, _make(self._sign, 0, fitting))
        keep = _digits_of(coefficient) + exponent - context.prec
        if keep > highest:
            return self._overflowed(context)
        subnormal = keep < lowest
        if subnormal:
            keep = lowest
        if exponent < keep:
            return self._shortened(keep, subnormal, highest, context)
        if subnormal:
            context.signal(Subnormal)
        if context.clamp and exponent > highest:
            context.signal(Clamped)
            return _make(self._sign, coefficient * 10 ** (exponent - highest), highest)
        return self

    def _shortened(self, keep, subnormal, highest, context):
        coefficient, inexact = _without_digits(
            self._coefficient, keep - self._exponent, self._sign, context.rounding)
        if coefficient == 10 ** context.prec:
            coefficient //= 10
            keep += 1
        if keep > highest:
            return self._overflowed(context)
        result = _make(self._sign, coefficient, keep)
        # All is reported before anything is raised.
        context.flags[Rounded] = True
        if inexact:
            context.flags[Inexact] = True
        if inexact and subnormal:
            context.signal(Underflow)
        if subnormal:
            context.signal(Subnormal)
        if inexact:
            context.signal(Inexact)
        context.signal(Rounded)
        if not coefficient:
            context.signal(Clamped)
        return result

    def _overflowed(self, context):
        rounding = context.rounding
        to_infinity = rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP) or (
            rounding == (ROUND_FLOOR if self._sign else ROUND_CEILING))
        if to_infinity:
            result = _make(self._sign, 0, "F")
        else:
            result = _make(self._sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)
        # All is reported before anything is raised.
        context.flags[Inexact] = context.flags[Rounded] = True
        context.signal(Overflow)
        context.signal(Inexact)
        context.signal(Rounded)
        return result

    # Text

    def _repr(self):
        return f"Decimal('{self}')"

    def _text(self, eng=False, context=None):
        sign = "-" if self._sign else ""
        exponent = self._exponent
        if type(exponent) is str:
            if exponent == "F":
                return sign + "Infinity"
            payload = _decimal_quick.digits(self._coefficient) if self._coefficient else ""
            return f"{sign}{'s' if exponent == 'N' else ''}NaN{payload}"
        digits = _decimal_quick.digits(self._coefficient)
        left = exponent + len(digits)
        if exponent <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif digits == "0":
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, fraction = "0", "." + "0" * -point + digits
        elif point >= len(digits):
            whole, fraction = digits + "0" * (point - len(digits)), ""
        else:
            whole, fraction = digits[:point], "." + digits[point:]
        if left == point:
            return sign + whole + fraction
        letter = "E" if (context or getcontext()).capitals else "e"
        return f"{sign}{whole}{fraction}{letter}{left - point:+}"

    def to_eng_string(self, context=None):
        """The text with an exponent that is a multiple of three."""
        return self._text(eng=True, context=context)

    def _rescaled(self, exponent, rounding):
        """The number with that exponent, without regard to a context."""
        if not self._coefficient:
            return _make(self._sign, 0, exponent)
        if self._exponent >= exponent:
            return _make(self._sign, self._coefficient * 10 ** (self._exponent - exponent),
                         exponent)
        coefficient, _ = _without_digits(self._coefficient, exponent - self._exponent,
                                         self._sign, rounding)
        return _make(self._sign, coefficient, exponent)

    # Parts and conversions

    def as_tuple(self):
        """The sign, digits and exponent."""
        if self._exponent == "F":
            digits = (0,)
        elif type(self._exponent) is str and not self._coefficient:
            digits = ()
        else:
            digits = tuple(map(int, _decimal_quick.digits(self._coefficient)))
        return DecimalTuple(self._sign, digits, self._exponent)

    def as_integer_ratio(self):
        """The number as a fraction in lowest terms."""
        if type(self._exponent) is str:
            if Decimal.is_nan(self):
                raise ValueError("cannot convert NaN to integer ratio")
            raise OverflowError("cannot convert Infinity to integer ratio")
        if not self._coefficient:
            return 0, 1
        numerator, denominator = self._coefficient, 1
        if self._exponent >= 0:
            numerator *= 10 ** self._exponent
        else:
            denominator = 10 ** -self._exponent
            divisor = _math.gcd(numerator, denominator)
            numerator //= divisor
            denominator //= divisor
        return (-numerator if self._sign else numerator), denominator

    def __int__(self):
        if type(self._exponent) is str:
            if Decimal.is_nan(self):
                raise ValueError("cannot convert NaN to integer")
            raise OverflowError("cannot convert Infinity to integer")
        if self._exponent >= 0:
            value = self._coefficient * 10 ** self._exponent
        else:
            value = _without_digits(self._coefficient, -self._exponent, 0, ROUND_DOWN)[0]
        return -value if self._sign else value

    __trunc__ = __int__

    def __float__(self):
        if self._exponent == "N":
            raise ValueError("cannot convert signaling NaN to float")
        if self._exponent == "n":
            return float("-nan" if self._sign else "nan")
        return float(Decimal.__str__(self))

    def __complex__(self):
        return complex(Decimal.__float__(self))

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def _to_integral(self, rounding):
        if type(self._exponent) is str:
            if Decimal.is_nan(self):
                raise ValueError("cannot convert NaN to integer")
            raise OverflowError("cannot convert Infinity to integer")
        return int(self._rescaled(0, rounding))

    def __round__(self, ndigits=None, /):
        if ndigits is not None:
            if not isinstance(ndigits, int):
                raise TypeError("optional arg must be an integer")
            return Decimal.quantize(self, _make(0, 1, -ndigits))
        return self._to_integral(ROUND_HALF_EVEN)

    def __floor__(self):
        return self._to_integral(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_integral(ROUND_CEILING)

    def __reduce__(self):
        return type(self), (Decimal.__str__(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    # Comparing

    def _hash(self):
        if type(self._exponent) is str:
            if self._exponent == "N":
                raise TypeError("Cannot hash a signaling NaN value")
            if self._exponent == "n":
                return object.__hash__(self)
            return -_sys.hash_info.inf if self._sign else _sys.hash_info.inf
        if self._exponent >= 0:
            scale = pow(10, self._exponent, _MODULUS)
        else:
            scale = pow(_HASH_10_INVERSE, -self._exponent, _MODULUS)
        result = self._coefficient * scale % _MODULUS
        result = -result if self._sign else result
        return -2 if result == -1 else result

    def _compared(self, other):
        """-1, 0 or 1; neither is a NaN."""
        a, b = self._exponent, other._exponent
        if type(a) is str or type(b) is str:
            mine = 0 if type(a) is not str else -1 if self._sign else 1
            theirs = 0 if type(b) is not str else -1 if other._sign else 1
            return (mine > theirs) - (mine < theirs)
        if not self._coefficient or not other._coefficient or self._sign != other._sign:
            mine = 0 if not self._coefficient else -1 if self._sign else 1
            theirs = 0 if not other._coefficient else -1 if other._sign else 1
            return (mine > theirs) - (mine < theirs)
        sign = -1 if self._sign else 1
        mine, theirs = Decimal.adjusted(self), Decimal.adjusted(other)
        if mine != theirs:
            return sign if mine > theirs else -sign
        x, y = self._coefficient, other._coefficient
        if a > b:
            x *= 10 ** (a - b)
        else:
            y *= 10 ** (b - a)
        return sign * ((x > y) - (x < y))

    def _comparable(self, other, equality):
        """Both as decimals that can be compared exactly; or NotImplemented."""
        if isinstance(other, Decimal):
            return self, other
        if isinstance(other, int):
            return self, _make(int(other < 0), abs(int(other)), 0)
        if isinstance(other, float):
            context = getcontext()
            context.flags[FloatOperation] = True
            if context.traps[FloatOperation] and not equality:
                raise FloatOperation([FloatOperation])
            return self, Decimal.from_float(other)
        if isinstance(other, _numbers.Rational):
            if type(self._exponent) is str:
                return self, _make(0, 0, 0)
            scaled = _make(self._sign, self._coefficient * other.denominator, self._exponent)
            return scaled, Decimal(other.numerator)
        if equality and isinstance(other, _numbers.Complex) and other.imag == 0:
            return self._comparable(other.real, equality)
        return NotImplemented

    def _eq(self, other):
        pair = self._comparable(other, True)
        if pair is NotImplemented:
            return pair
        a, b = pair
        if a.is_nan() or b.is_nan():
            if a.is_snan() or b.is_snan():
                getcontext().signal(InvalidOperation)
            return False
        return a._compared(b) == 0

    def _ne(self, other):
        equal = self._eq(other)
        return equal if equal is NotImplemented else not equal

    def _ordered(self, other, accepts):
        pair = self._comparable(other, False)
        if pair is NotImplemented:
            return pair
        a, b = pair
        if a.is_nan() or b.is_nan():
            getcontext().signal(InvalidOperation)
            return False
        return accepts(a._compared(b))

    def _lt(self, other):
        return self._ordered(other, lambda order: order < 0)

    def _le(self, other):
        return self._ordered(other, lambda order: order <= 0)

    def _gt(self, other):
        return self._ordered(other, lambda order: order > 0)

    def _ge(self, other):
        return self._ordered(other, lambda order: order >= 0)

    def compare(self, other, context=None):
        """-1, 0 or 1 as a Decimal, or NaN."""
        other = _converted(other, True)
        nan = self._propagated(other, context or getcontext())
        return Decimal(self._compared(other)) if nan is None else nan

    # Arithmetic

    def _neg(self, context=None):
        context = context or getcontext()
        if type(self._exponent) is str:
            nan = self._propagated(None, context)
            if nan is not None:
                return nan
        if not self._coefficient and context.rounding != ROUND_FLOOR \
                and type(self._exponent) is not str:
            return self.copy_abs()._fixed(context)
        return self.copy_negate()._fixed(context)

    def _pos(self, context=None):
        context = context or getcontext()
        if type(self._exponent) is str:
            nan = self._propagated(None, context)
            if nan is not None:
                return nan
        elif not self._coefficient and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fixed(context)
        return _plain(self)._fixed(context)

    def _abs(self, context=None):
        return self._neg(context) if self._sign else self._pos(context)

    def _add(self, other, context=None):
        other = _converted(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        a, b = self._exponent, other._exponent
        if type(a) is str or type(b) is str:
            nan = self._propagated(other, context)
            if nan is not None:
                return nan
            if a == "F":
                if b == "F" and self._sign != other._sign:
                    return context.signal(InvalidOperation, _NAN)
                return _plain(self)
            return _plain(other)
        x = -self._coefficient if self._sign else self._coefficient
        y = -other._coefficient if other._sign else other._coefficient
        if a != b:
            if x and y and abs(a - b) > context.prec + 50:
                return self._added_far(other, context)
            if not x or not y:
                return self._added_zero(other, context)
            if a > b:
                x *= 10 ** (a - b)
                a = b
            else:
                y *= 10 ** (b - a)
        total = x + y
        if total:
            return _make(int(total < 0), abs(total), a)._fixed(context)
        # The sign of zero.
        if self._sign == other._sign:
            sign = self._sign
        else:
            sign = int(context.rounding == ROUND_FLOOR)
        return _make(sign, 0, a)._fixed(context)

    _radd = _add

    def _added_zero(self, other, context):
        """The sum if one number is zero: the exponent goes down as far as digits allow."""
        exponent = min(self._exponent, other._exponent)
        if not self._coefficient and not other._coefficient:
            sign = self._sign if self._sign == other._sign else int(
                context.rounding == ROUND_FLOOR)
            return _make(sign, 0, exponent)._fixed(context)
        value = other if not self._coefficient else self
        exponent = max(exponent, value.adjusted() - context.prec)
        if exponent < value._exponent:
            value = value._rescaled(exponent, context.rounding)
        return _plain(value)._fixed(context)

    def _added_far(self, other, context):
        """The sum if the smaller number is far below the digits of the larger."""
        large, small = (self, other) if self.adjusted() >= other.adjusted() else (other, self)
        exponent = min(large._exponent, large.adjusted() - context.prec - 3)
        if small.adjusted() >= exponent:
            low = min(large._exponent, small._exponent)
            x = large._coefficient * 10 ** (large._exponent - low)
            y = small._coefficient * 10 ** (small._exponent - low)
        else:
            # Any digit stands for it.
            low = exponent - 1
            x = large._coefficient * 10 ** (large._exponent - low)
            y = 1
        total = (-x if large._sign else x) + (-y if small._sign else y)
        return _make(int(total < 0), abs(total), low)._fixed(context)

    def _sub(self, other, context=None):
        other = _converted(other)
        if other is NotImplemented:
            return other
        if other.is_nan() or self.is_nan():
            nan = self._propagated(other, context or getcontext())
            if nan is not None:
                return nan
        return self._add(other.copy_negate(), context)

    def _rsub(self, other, context=None):
        other = _converted(other)
        return other if other is NotImplemented else other._sub(self, context)

    def _mul(self, other, context=None):
        other = _converted(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        sign = self._sign ^ other._sign
        a, b = self._exponent, other._exponent
        if type(a) is str or type(b) is str:
            nan = self._propagated(other, context)
            if nan is not None:
                return nan
            if not self or not other:
                return context.signal(InvalidOperation, _NAN)
            return _make(sign, 0, "F")
        return _make(sign, self._coefficient * other._coefficient, a + b)._fixed(context)

    _rmul = _mul

    def _truediv(self, other, context=None):
        other = _converted(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        sign = self._sign ^ other._sign
        a, b = self._exponent, other._exponent
        if type(a) is str or type(b) is str:
            nan = self._propagated(other, context)
            if nan is not None:
                return nan
            if a == "F":
                if b == "F":
                    return context.signal(InvalidOperation, _NAN)
                return _make(sign, 0, "F")
            context.signal(Clamped)
            return _make(sign, 0, context.Etiny())
        if not other._coefficient:
            if not self._coefficient:
                return context.signal(DivisionUndefined, _NAN)
            return context.signal(DivisionByZero, _make(sign, 0, "F"))
        if not self._coefficient:
            return _make(sign, 0, a - b)._fixed(context)
        shift = _digits_of(other._coefficient) - _digits_of(self._coefficient) + context.prec + 1
        exponent = a - b - shift
        if shift >= 0:
            quotient, rest = divmod(self._coefficient * 10 ** shift, other._coefficient)
        else:
            quotient, rest = divmod(self._coefficient, other._coefficient * 10 ** -shift)
        if rest:
            # A digit that keeps what follows from being a tie.
            if quotient % 5 == 0:
                quotient += 1
        else:
            # An exact result has the exponent that fits best.
            ideal = a - b
            while exponent < ideal and quotient % 10 == 0:
                quotient //= 10
                exponent += 1
        return _make(sign, quotient, exponent)._fixed(context)

    def _rtruediv(self, other, context=None):
        other = _converted(other)
        return other if other is NotImplemented else other._truediv(self, context)

    def _divided(self, other, context):
        """The integer quotient and the remainder, of finite numbers that are not zero."""
        sign = self._sign ^ other._sign
        ideal = self._exponent if other._exponent == "F" else min(self._exponent,
                                                                  other._exponent)
        distance = Decimal.adjusted(self) - Decimal.adjusted(other)
        if not self._coefficient or other._exponent == "F" or distance <= -2:
            return _make(sign, 0, 0), self._rescaled(ideal, context.rounding)
        if distance <= context.prec:
            x, y = self._coefficient, other._coefficient
            if self._exponent >= other._exponent:
                x *= 10 ** (self._exponent - other._exponent)
            else:
                y *= 10 ** (other._exponent - self._exponent)
            quotient, rest = divmod(x, y)
            if quotient < 10 ** context.prec:
                return _make(sign, quotient, 0), _make(self._sign, rest, ideal)
        return None

    def _integer_division(self, other, context):
        """(quotient, remainder), of any numbers but NaNs."""
        sign = self._sign ^ other._sign
        if self._exponent == "F":
            quotient = (context.signal(InvalidOperation, _NAN) if other._exponent == "F"
                        else _make(sign, 0, "F"))
            return quotient, lambda: context.signal(InvalidOperation, _NAN)
        if other._exponent != "F" and not other._coefficient:
            if not self._coefficient:
                return (lambda: context.signal(DivisionUndefined, _NAN),) * 2
            return (lambda: context.signal(DivisionByZero, _make(sign, 0, "F")),
                    lambda: context.signal(InvalidOperation, _NAN))
        result = self._divided(other, context)
        if result is None:
            return (lambda: context.signal(DivisionImpossible, _NAN),) * 2
        return result

    def _integer_operation(self, other, context, wanted):
        other = _converted(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if type(self._exponent) is str or type(other._exponent) is str:
            nan = self._propagated(other, context)
            if nan is not None:
                return nan if len(wanted) == 1 else (nan, nan)
        if (len(wanted) == 2 and other._exponent != "F" and not other._coefficient
                and self._exponent != "F" and self._coefficient):
            # Both results have a condition; they are reported together.
            context.flags[DivisionByZero] = True
            context.flags[InvalidOperation] = True
            for kind in (InvalidOperation, DivisionByZero):
                if context.traps[kind]:
                    raise kind([InvalidOperation, DivisionByZero])
        results = self._integer_division(other, context)
        values = []
        for at in wanted:
            value = results[at]
            if callable(value):
                value = value()
            values.append(value._fixed(context) if at == 1 else value)
        return values[0] if len(wanted) == 1 else tuple(values)

    def _floordiv(self, other, context=None):
        return self._integer_operation(other, context, (0,))

    def _rfloordiv(self, other, context=None):
        other = _converted(other)
        return other if other is NotImplemented else Decimal._floordiv(other, self, context)

    def _mod(self, other, context=None):
        return self._integer_operation(other, context, (1,))

    def _rmod(self, other, context=None):
        other = _converted(other)
        return other if other is NotImplemented else Decimal._mod(other, self, context)

    def __divmod__(self, other, context=None):
        return self._integer_operation(other, context, (0, 1))

    def __rdivmod__(self, other, context=None):
        other = _converted(other)
        return other if other is NotImplemented else Decimal.__divmod__(other, self, context)

    def _pow(self, other, modulo=None, context=None):
        from _decimal_more import power
        return power(_plain(self), other, modulo, context)

    def __rpow__(self, other, context=None):
        other = _converted(other)
        return other if other is NotImplemented else Decimal._pow(other, self, context=context)

    def _quantize(self, exp, rounding=None, context=None):
        """The number with the exponent of another: rounded to cents by quantize(Decimal('.01'))."""
        exp = _converted(exp, True)
        context = context or getcontext()
        rounding = _rounding_of(rounding, context)
        if type(self._exponent) is str or type(exp._exponent) is str:
            nan = self._propagated(exp, context)
            if nan is not None:
                return nan
            if self._exponent == exp._exponent:
                return _plain(self)
            return context.signal(InvalidOperation, _NAN)
        target = exp._exponent
        if not context.Etiny() <= target <= context.Emax:
            return context.signal(InvalidOperation, _NAN)
        if not self._coefficient:
            return _make(self._sign, 0, target)._fixed(context)
        if (self.adjusted() > context.Emax
                or self.adjusted() - target + 1 > context.prec):
            return context.signal(InvalidOperation, _NAN)
        if self._exponent >= target:
            result = self._rescaled(target, rounding)
            inexact = rounded = False
        else:
            coefficient, inexact = _without_digits(self._coefficient, target - self._exponent,
                                                   self._sign, rounding)
            result = _make(self._sign, coefficient, target)
            rounded = True
        if result.adjusted() > context.Emax or _digits_of(result._coefficient) > context.prec:
            return context.signal(InvalidOperation, _NAN)
        if result._coefficient and result.adjusted() < context.Emin:
            context.signal(Subnormal)
        if rounded:
            context.flags[Rounded] = True
            if inexact:
                context.signal(Inexact)
            context.signal(Rounded)
        return result._fixed(context)

    def to_integral_value(self, rounding=None, context=None):
        """The number rounded to an integer, without a signal for what is lost."""
        context = context or getcontext()
        rounding = _rounding_of(rounding, context)
        if type(self._exponent) is str:
            nan = self._propagated(None, context)
            return _plain(self) if nan is None else nan
        if self._exponent >= 0:
            return _plain(self)
        return self._rescaled(0, rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """The number rounded to an integer; what is lost is signaled."""
        context = context or getcontext()
        result = Decimal.to_integral_value(self, rounding, context)
        if type(self._exponent) is not str and self._exponent < 0:
            if self._compared(result):
                context.signal(Inexact)
            context.signal(Rounded)
        return result

    def normalize(self, context=None):
        """The number without zeros at the end."""
        context = context or getcontext()
        nan = self._propagated(None, context)
        if nan is not None:
            return nan
        value = _plain(self)._fixed(context)
        if type(value._exponent) is str:
            return value
        if not value._coefficient:
            return _make(value._sign, 0, 0)
        highest = context.Etop() if context.clamp else context.Emax
        coefficient, exponent = value._coefficient, value._exponent
        while coefficient % 10 == 0 and exponent < highest:
            coefficient //= 10
            exponent += 1
        return _make(value._sign, coefficient, exponent)

    def sqrt(self, context=None):
        """The square root."""
        context = context or getcontext()
        if type(self._exponent) is str:
            nan = self._propagated(None, context)
            if nan is not None:
                return nan
            if self._sign == 0:
                return _plain(self)
        if type(self._exponent) is not str and not self._coefficient:
            return _make(self._sign, 0, self._exponent >> 1)._fixed(context)
        if self._sign:
            return context.signal(InvalidOperation, _NAN)
        # With one digit more than wanted, and one that says whether there is a rest.
        prec = context.prec + 1
        exponent = self._exponent >> 1
        coefficient = self._coefficient * (10 if self._exponent & 1 else 1)
        length = (_digits_of(coefficient) + 1) >> 1
        shift = prec - length
        if shift >= 0:
            coefficient *= 100 ** shift
            exact = True
        else:
            coefficient, rest = divmod(coefficient, 100 ** -shift)
            exact = not rest
        exponent -= shift
        root = _math.isqrt(coefficient)
        exact = exact and root * root == coefficient
        if exact:
            ideal = self._exponent >> 1
            if shift >= 0:
                root //= 10 ** shift
            else:
                root *= 10 ** -shift
            exponent = ideal
        elif root % 5 == 0:
            root += 1
        context = context.copy_sharing_flags(ROUND_HALF_EVEN)
        return _make(0, root, exponent)._fixed(context)

    def copy_abs(self):
        return _make(0, self._coefficient, self._exponent)

    def copy_negate(self):
        return _make(1 - self._sign, self._coefficient, self._exponent)

    def copy_sign(self, other, context=None):
        """The number with the sign of another."""
        return _make(_converted(other, True)._sign, self._coefficient, self._exponent)

    def canonical(self):
        return self

    def is_canonical(self):
        return True

    def radix(self):
        return Decimal(10)


_make = _decimal_quick.make


def _make_of(cls, *parts):
    # They are no attributes to a subclass, whose __setattr__ isn't asked.
    self = object.__new__(cls)
    _fill(self, _SLOTS, parts)
    return self


_SLOTS = Decimal._sign, Decimal._coefficient, Decimal._exponent


def _of_float(f):
    """The exact value of a float or an int."""
    if isinstance(f, int):
        f = int.__index__(f)
        return _make(int(f < 0), abs(f), 0)
    if not isinstance(f, float):
        raise TypeError("argument must be int or float")
    f = float.__float__(f)
    if f - f != 0:
        return Decimal(repr(f))
    sign = int(_math.copysign(1.0, f) < 0)
    numerator, denominator = abs(f).as_integer_ratio()
    power = denominator.bit_length() - 1
    return _make(sign, numerator * 5 ** power, -power)


def _plain(value):
    """The number as a Decimal, whatever subclass it is of."""
    if type(value) is Decimal:
        return value
    return _make(value._sign, value._coefficient, value._exponent)


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if sign not in (0, 1) or not isinstance(sign, int):
        raise ValueError("sign must be an integer with the value 0 or 1")
    coefficient = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
        coefficient = coefficient * 10 + digit
    if exponent == "F":
        return sign, 0, "F"
    if exponent in ("n", "N"):
        return sign, coefficient, exponent
    if isinstance(exponent, str):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    if not isinstance(exponent, int):
        raise ValueError("exponent must be an integer")
    return sign, coefficient, exponent


def _rounding_of(given, context):
    """The rounding that was asked for, or the context's."""
    if given is None:
        return context.rounding
    if given not in _ROUNDINGS:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, "
                        "ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, "
                        "ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return given


def _converted(value, strictly=False):
    """The other operand as a Decimal; NotImplemented, or TypeError, if it is no number."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        value = int.__index__(value)
        return _make(int(value < 0), abs(value), 0)
    if strictly:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return NotImplemented


_decimal_quick.install(Decimal, Context, _current, getcontext, Inexact, Rounded)
_NAN = _make(0, 0, "n")
_numbers.Number.register(Decimal)

import _decimal_methods

_seal.seal(Decimal, closed=True)
_seal.seal(Context)
