"""Rational numbers of any size."""

import math
import numbers
import operator
import sys

__all__ = ["Fraction"]

_patterns = {}


def _pattern(name, source):
    """A compiled pattern; re is loaded only when the first one is wanted."""
    found = _patterns.get(name)
    if found is None:
        import re
        found = _patterns[name] = re.compile(source, re.VERBOSE | re.IGNORECASE)
    return found


_LITERAL = r"""
    \s*(?P<sign>[-+]?)
    (?=\d|\.\d)
    (?P<num>\d*|\d+(_\d+)*)
    (?:
        (?:\s*/\s*(?P<denom>\d+(_\d+)*))?
    |
        (?:\.(?P<decimal>\d*|\d+(_\d+)*))?
        (?:e(?P<exp>[-+]?\d+(_\d+)*))?
    )
    \s*\Z
"""

# [[fill]align][sign][#][width][grouping]
_GENERAL_FORMAT = r"""
    (?:(?P<fill>(?s:.))?(?P<align>[<>=^]))?
    (?P<sign>[-+ ]?)
    (?P<alt>\#)?
    (?P<minimumwidth>0|[1-9][0-9]*)?
    (?P<thousands_sep>[,_])?
    \Z
"""

# The same with z, zero padding, precision and a type of floats
_FLOAT_FORMAT = r"""
    (?:(?P<fill>(?s:.))?(?P<align>[<>=^]))?
    (?P<sign>[-+ ]?)
    (?P<no_neg_zero>z)?
    (?P<alt>\#)?
    (?P<zeropad>0(?=[0-9]))?
    (?P<minimumwidth>0|[1-9][0-9]*)?
    (?P<thousands_sep>[,_])?
    (?:\.(?P<precision>0|[1-9][0-9]*))?
    (?P<presentation_type>[eEfFgG%])
    \Z
"""


def _round_to_exponent(n, d, exponent, no_neg_zero=False):
    """n/d as (is it negative?, digits): the multiple of 10**exponent that is nearest.

    Halves go to the even one; no_neg_zero takes the sign from zero.
    """
    if exponent >= 0:
        d *= 10**exponent
    else:
        n *= 10**-exponent
    quotient, remainder = divmod(n + (d >> 1), d)
    if remainder == 0 and d & 1 == 0:
        quotient &= -2
    negative = quotient < 0 if no_neg_zero else n < 0
    return negative, abs(quotient)


def _round_to_figures(n, d, figures):
    """n/d as (is it negative?, digits, exponent) with so many significant digits."""
    if n == 0:
        return False, 0, 1 - figures
    digits_n, digits_d = str(abs(n)), str(d)
    magnitude = len(digits_n) - len(digits_d) + (digits_d <= digits_n)
    exponent = magnitude - figures
    negative, significand = _round_to_exponent(n, d, exponent)
    if len(str(significand)) == figures + 1:
        significand //= 10  # it was rounded up to a power of ten
        exponent += 1
    return negative, significand, exponent


def _padded(body, sign, width, fill, align):
    padding = fill * (width - len(sign) - len(body))
    if align == ">":
        return padding + sign + body
    if align == "<":
        return sign + body + padding
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return sign + padding + body


class Fraction(numbers.Rational):
    """A rational number: Fraction(3, 4), Fraction("-3/4"), Fraction("1.25e-2"), Fraction(0.5).

    It has lowest terms and a positive denominator, and can't be changed.
    """

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            self._numerator, self._denominator = _ratio(numerator)
            return self
        if type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        divisor = math.gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        self._numerator = numerator // divisor
        self._denominator = denominator // divisor
        return self

    @classmethod
    def from_float(cls, f):
        """The fraction that a float is: 0.1 isn't 1/10."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, "
                            f"not {f!r} ({type(f).__name__})")
        return cls._from_coprime_ints(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The fraction that a Decimal is."""
        from decimal import Decimal
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, "
                            f"not {dec!r} ({type(dec).__name__})")
        return cls._from_coprime_ints(*dec.as_integer_ratio())

    @classmethod
    def _from_coprime_ints(cls, numerator, denominator, /):
        self = super().__new__(cls)
        self._numerator = numerator
        self._denominator = denominator
        return self

    def is_integer(self):
        """Is it an integer?"""
        return self._denominator == 1

    def as_integer_ratio(self):
        """(numerator, denominator)"""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator isn't larger than that.

        >>> Fraction("3.141592653589793").limit_denominator(10)
        Fraction(22, 7)
        """
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The convergents of the continued fraction come ever closer. The
        # best is the last that isn't too large, or one between it and the next.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._from_coprime_ints(p1, q1)
        return Fraction._from_coprime_ints(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    # As text

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def __format__(self, format_spec, /):
        match = _pattern("general", _GENERAL_FORMAT).match(format_spec)
        if match:
            return self._format_general(match)
        match = _pattern("float", _FLOAT_FORMAT).match(format_spec)
        # Zeros as padding can't be asked for in two ways.
        if match and not (match["align"] and match["zeropad"]):
            return self._format_float_style(match)
        raise ValueError(f"Invalid format specifier {format_spec!r} "
                         f"for object of type {type(self).__name__!r}")

    def _format_general(self, match):
        n, d = self._numerator, self._denominator
        separator = match["thousands_sep"] or ""
        sign = "-" if n < 0 else "" if match["sign"] in ("-", "") else match["sign"]
        body = f"{abs(n):{separator}}"
        if d > 1 or match["alt"]:
            body += f"/{d:{separator}}"
        return _padded(body, sign, int(match["minimumwidth"] or "0"),
                       match["fill"] or " ", match["align"] or ">")

    def _format_float_style(self, match):
        fill = match["fill"] or " "
        align = match["align"] or ">"
        alternate = bool(match["alt"])
        width = int(match["minimumwidth"] or "0")
        separator = match["thousands_sep"]
        precision = int(match["precision"] or "6")
        kind = match["presentation_type"]
        trim_zeros = kind in "gG" and not alternate
        trim_point = not alternate
        exponent_letter = "E" if kind in "EFG" else "e"
        zeropad = bool(match["zeropad"])

        if kind in "fF%":
            exponent = -precision
            if kind == "%":
                exponent -= 2
            negative, significand = _round_to_exponent(
                self._numerator, self._denominator, exponent, bool(match["no_neg_zero"]))
            scientific = False
            point = precision
        else:
            figures = max(precision, 1) if kind in "gG" else precision + 1
            negative, significand, exponent = _round_to_figures(
                self._numerator, self._denominator, figures)
            scientific = (kind in "eE" or exponent > 0 or exponent + figures <= -4)
            point = figures - 1 if scientific else -exponent

        if kind == "%":
            suffix = "%"
        elif scientific:
            suffix = f"{exponent_letter}{exponent + point:+03d}"
        else:
            suffix = ""
        digits = f"{significand:0{point + 1}d}"
        sign = "-" if negative else "" if match["sign"] in ("-", "") else match["sign"]
        leading, decimals = digits[:len(digits) - point], digits[len(digits) - point:]
        if trim_zeros:
            decimals = decimals.rstrip("0")
        trailing = ("" if trim_point and not decimals else ".") + decimals + suffix
        if zeropad:
            # With separators a width may come out one larger than asked for.
            needed = width - len(sign) - len(trailing)
            leading = leading.zfill(3 * needed // 4 + 1 if separator else needed)
        if separator:
            first = 1 + (len(leading) - 1) % 3
            leading = leading[:first] + "".join(
                [separator + leading[i:i + 3] for i in range(first, len(leading), 3)])
        return _padded(leading + trailing, sign, width, fill, align)

    # Arithmetic

    def _operator_fallbacks(monomorphic_operator, fallback_operator, handle_complex=True):
        """The pair of methods of an operator: exact with rational numbers, else as floats."""
        def forward(a, b):
            if isinstance(b, Fraction):
                return monomorphic_operator(a, b)
            if isinstance(b, int):
                return monomorphic_operator(a, Fraction(b))
            if isinstance(b, float):
                return fallback_operator(float(a), b)
            if handle_complex and isinstance(b, complex):
                return fallback_operator(complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return monomorphic_operator(Fraction(a), b)
            if isinstance(a, numbers.Real):
                return fallback_operator(float(a), float(b))
            if handle_complex and isinstance(a, numbers.Complex):
                return fallback_operator(complex(a), float(b))
            return NotImplemented

        name = fallback_operator.__name__
        forward.__name__ = f"__{name}__"
        forward.__doc__ = monomorphic_operator.__doc__
        reverse.__name__ = f"__r{name}__"
        reverse.__doc__ = monomorphic_operator.__doc__
        return forward, reverse

    # Common divisors are taken out before multiplying, while numbers are small.

    def _add(a, b):
        """a + b"""
        return _sum(a._numerator, a._denominator, b._numerator, b._denominator)

    __add__, __radd__ = _operator_fallbacks(_add, operator.add)

    def _sub(a, b):
        """a - b"""
        return _sum(a._numerator, a._denominator, -b._numerator, b._denominator)

    __sub__, __rsub__ = _operator_fallbacks(_sub, operator.sub)

    def _mul(a, b):
        """a * b"""
        return _product(a._numerator, a._denominator, b._numerator, b._denominator)

    __mul__, __rmul__ = _operator_fallbacks(_mul, operator.mul)

    def _div(a, b):
        """a / b"""
        nb, db = b._numerator, b._denominator
        if nb == 0:
            raise ZeroDivisionError(f"Fraction({db}, 0)")
        if nb < 0:
            nb, db = -nb, -db
        return _product(a._numerator, a._denominator, db, nb)

    __truediv__, __rtruediv__ = _operator_fallbacks(_div, operator.truediv)

    def _floordiv(a, b):
        """a // b"""
        return (a._numerator * b._denominator) // (a._denominator * b._numerator)

    __floordiv__, __rfloordiv__ = _operator_fallbacks(_floordiv, operator.floordiv, False)

    def _divmod(a, b):
        """(a // b, a % b)"""
        da, db = a._denominator, b._denominator
        quotient, n_mod = divmod(a._numerator * db, da * b._numerator)
        return quotient, Fraction(n_mod, da * db)

    __divmod__, __rdivmod__ = _operator_fallbacks(_divmod, divmod, False)

    def _mod(a, b):
        """a % b"""
        da, db = a._denominator, b._denominator
        return Fraction((a._numerator * db) % (b._numerator * da), da * db)

    __mod__, __rmod__ = _operator_fallbacks(_mod, operator.mod, False)

    def __pow__(a, b):
        """a ** b: a Fraction if b is an integer, else a float or a complex."""
        if not isinstance(b, numbers.Rational):
            if isinstance(b, (float, complex)):
                return float(a) ** b
            return NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        n, d = a._numerator, a._denominator
        if power >= 0:
            return Fraction._from_coprime_ints(n ** power, d ** power)
        if n > 0:
            return Fraction._from_coprime_ints(d ** -power, n ** -power)
        if n == 0:
            raise ZeroDivisionError(f"Fraction({d ** -power}, 0)")
        return Fraction._from_coprime_ints((-d) ** -power, (-n) ** -power)

    def __rpow__(b, a):
        """a ** b"""
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        """+a"""
        return Fraction._from_coprime_ints(a._numerator, a._denominator)

    def __neg__(a):
        """-a"""
        return Fraction._from_coprime_ints(-a._numerator, a._denominator)

    def __abs__(a):
        """abs(a)"""
        return Fraction._from_coprime_ints(abs(a._numerator), a._denominator)

    def __int__(a, _index=operator.index):
        """int(a)"""
        if a._numerator < 0:
            return _index(-(-a._numerator // a._denominator))
        return _index(a._numerator // a._denominator)

    def __trunc__(a):
        """math.trunc(a)"""
        if a._numerator < 0:
            return -(-a._numerator // a._denominator)
        return a._numerator // a._denominator

    def __floor__(a):
        """math.floor(a)"""
        return a._numerator // a._denominator

    def __ceil__(a):
        """math.ceil(a)"""
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        """round(self, ndigits): halves go to the even number."""
        if ndigits is None:
            d = self._denominator
            floor, remainder = divmod(self._numerator, d)
            if remainder * 2 < d or (remainder * 2 == d and floor % 2 == 0):
                return floor
            return floor + 1
        shift = 10**abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        """Equal to the hash of an int, float or Decimal that is equal."""
        return _hash_of(self._numerator, self._denominator)

    # Comparing

    def __eq__(a, b):
        """a == b"""
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b  # as any finite number compares
            return a == a.from_float(b)
        return NotImplemented

    def _richcmp(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        """a < b"""
        return a._richcmp(b, operator.lt)

    def __gt__(a, b):
        """a > b"""
        return a._richcmp(b, operator.gt)

    def __le__(a, b):
        """a <= b"""
        return a._richcmp(b, operator.le)

    def __ge__(a, b):
        """a >= b"""
        return a._richcmp(b, operator.ge)

    def __bool__(a):
        """a != 0"""
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        if type(self) == Fraction:
            return self  # it can't change
        return self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        if type(self) == Fraction:
            return self
        return self.__class__(self._numerator, self._denominator)


def _is_decimal(value):
    # Where the module isn't loaded there are none.
    decimal = sys.modules.get("decimal")
    return decimal is not None and isinstance(value, decimal.Decimal)


def _ratio(value):
    """(numerator, denominator) of a number or a string, in lowest terms."""
    if type(value) is int:
        return value, 1
    if isinstance(value, numbers.Rational):
        return value.numerator, value.denominator
    if isinstance(value, float) or _is_decimal(value):
        return value.as_integer_ratio()
    if not isinstance(value, str):
        raise TypeError("argument should be a string or a Rational instance")
    match = _pattern("literal", _LITERAL).match(value)
    if match is None:
        raise ValueError(f"Invalid literal for Fraction: {value!r}")
    n = int(match["num"] or "0")
    if match["denom"]:
        d = int(match["denom"])
    else:
        d = 1
        if match["decimal"]:
            decimals = match["decimal"].replace("_", "")
            d = 10**len(decimals)
            n = n * d + int(decimals)
        if match["exp"]:
            exponent = int(match["exp"])
            if exponent >= 0:
                n *= 10**exponent
            else:
                d *= 10**-exponent
    if match["sign"] == "-":
        n = -n
    if d == 0:
        raise ZeroDivisionError(f"Fraction({n}, 0)")
    divisor = math.gcd(n, d)
    return n // divisor, d // divisor


def _sum(na, da, nb, db):
    divisor = math.gcd(da, db)
    if divisor == 1:
        return Fraction._from_coprime_ints(na * db + da * nb, da * db)
    reduced = da // divisor
    total = na * (db // divisor) + nb * reduced
    common = math.gcd(total, divisor)
    return Fraction._from_coprime_ints(total // common, reduced * (db // common))


def _product(na, da, nb, db):
    first = math.gcd(na, db)
    second = math.gcd(nb, da)
    return Fraction._from_coprime_ints((na // first) * (nb // second),
                                       (da // second) * (db // first))


def _hash_of(n, d):
    modulus = sys.hash_info.modulus
    try:
        inverse = pow(d, -1, modulus)
    except ValueError:
        result = sys.hash_info.inf  # d is a multiple of the modulus
    else:
        result = hash(hash(abs(n)) * inverse)
    if n < 0:
        result = -result
    return -2 if result == -1 else result
