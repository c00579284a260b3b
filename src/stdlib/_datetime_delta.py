"""timedelta: a length of time. Part of datetime."""

import _datetime_quick
from _datetime_parts import _with_inequality
from _seal import fill as _fill

# The module of the class below.
__name__ = "datetime"

_DAY = 86_400_000_000

# The arguments of timedelta(), and how many microseconds one of each is.
_UNITS = (("days", _DAY), ("seconds", 1_000_000), ("microseconds", 1), ("milliseconds", 1000),
          ("minutes", 60_000_000), ("hours", 3_600_000_000), ("weeks", 7 * _DAY))


def divide_rounding(a, b):
    """a / b as an int, halves to the even neighbour."""
    quotient, rest = divmod(a, b)
    rest *= 2
    if (rest > b if b > 0 else rest < b) or (rest == b and quotient % 2):
        quotient += 1
    return quotient


@_with_inequality
class timedelta:
    """A length of time: days, seconds and microseconds.

    >>> timedelta(hours=36)
    datetime.timedelta(days=1, seconds=43200)
    """

    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,
                weeks=0):
        if cls is timedelta:
            made = _datetime_quick.new_timedelta(days, seconds, microseconds, milliseconds,
                                                 minutes, hours, weeks)
            if made is not None:
                return made
        total = 0
        # What floats leave below a microsecond.
        rest = 0.0
        arguments = (days, seconds, microseconds, milliseconds, minutes, hours, weeks)
        for at in (2, 3, 1, 4, 5, 0, 6):
            value = arguments[at]
            if value == 0 and type(value) is int:
                continue
            name, unit = _UNITS[at]
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                total += whole * unit
                fraction = (value - whole) * unit
                whole = int(fraction)
                total += whole
                rest += fraction - whole
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: "
                                f"{type(value).__name__}")
        if rest:
            rounded = round(rest)
            if abs(rest - rounded) == 0.5 or abs(rest - int(rest)) == 0.5:
                odd = total & 1
                rounded = 2 * round((rest + odd) * 0.5) - odd
            total += rounded
        return _of(total, cls)

    def __repr__(self):
        shown = [f"{name}={value}" for name, value in (
            ("days", self._days), ("seconds", self._seconds),
            ("microseconds", self._microseconds)) if value]
        kind = type(self)
        module = f"{kind.__module__}." if kind.__module__ == "datetime" else ""
        return f"{module}{kind.__qualname__}({', '.join(shown) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02}:{seconds:02}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        if self._microseconds:
            text += f".{self._microseconds:06}"
        return text

    def total_seconds(self):
        """The whole length in seconds."""
        return _micro(self) / 1_000_000

    @property
    def days(self):
        """Number of days (between -999999999 and 999999999 inclusive)."""
        return self._days

    @property
    def seconds(self):
        """Number of seconds (>= 0 and less than 1 day)."""
        return self._seconds

    @property
    def microseconds(self):
        """Number of microseconds (>= 0 and less than 1 second)."""
        return self._microseconds

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _of(_micro(self) + _micro(other))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _of(_micro(self) - _micro(other))
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return _of(_micro(other) - _micro(self))
        return NotImplemented

    def __neg__(self):
        return _of(-_micro(self))

    def __pos__(self):
        return _of(_micro(self))

    def __abs__(self):
        return _of(abs(_micro(self)))

    def __mul__(self, other):
        if isinstance(other, int):
            return _of(_micro(self) * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _of(divide_rounding(_micro(self) * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return _micro(self) // _divisor(_micro(other))
        if isinstance(other, int):
            return _of(_micro(self) // _divisor(other))
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return _micro(self) / _micro(other)
        if isinstance(other, int):
            return _of(divide_rounding(_micro(self), _divisor(other)))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _of(divide_rounding(_micro(self) * b, _divisor(a)))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _of(_micro(self) % _divisor(_micro(other)))
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(_micro(self), _divisor(_micro(other)))
            return quotient, _of(rest)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return _micro(self) == _micro(other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return _micro(self) < _micro(other)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return _micro(self) <= _micro(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return _micro(self) > _micro(other)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return _micro(self) >= _micro(other)
        return NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._days != 0 or self._seconds != 0 or self._microseconds != 0

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


def _divisor(number):
    if number == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    return number


def _micro(delta):
    return (delta._days * 86400 + delta._seconds) * 1_000_000 + delta._microseconds


def _of(microseconds, cls=timedelta):
    """The timedelta of so many microseconds."""
    days, rest = divmod(microseconds, _DAY)
    if not -999_999_999 <= days <= 999_999_999:
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    delta = object.__new__(cls)
    _fill(delta, _SLOTS, (days, *divmod(rest, 1_000_000)))
    return delta


_SLOTS = timedelta._days, timedelta._seconds, timedelta._microseconds


to_microseconds = _micro
of_microseconds = _of

timedelta.min = _of(-999_999_999 * _DAY)
timedelta.max = _of(1_000_000_000 * _DAY - 1)
timedelta.resolution = _of(1)
