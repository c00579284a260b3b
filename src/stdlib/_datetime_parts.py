"""Checking and showing the parts of dates and times, and local time. Part of datetime."""

from operator import index as _index

import _calendar_days as _days

# The module of the class below.
__name__ = "datetime"

MINYEAR = 1
MAXYEAR = 9999
_EPOCH_ORDINAL = 719163
_SECOND = 1_000_000


# What stands for an argument that is not given.
_ABSENT = object()


def _need(value, name, position):
    if value is _ABSENT:
        raise TypeError(f"function missing required argument '{name}' (pos {position})")
    return _index(value)


def _need_date(year, month, day):
    """The parts of a date, each of which is looked at before the next one is missed."""
    return _check_date(_need(year, "year", 1), _need(month, "month", 2), _need(day, "day", 3))


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days.days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_clock(hour, minute, second, microsecond, fold):
    hour, minute, second = _index(hour), _index(minute), _index(second)
    microsecond, fold = _index(microsecond), _index(fold)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond, int(fold)


def _name(obj):
    # How reprs name the class.
    kind = type(obj)
    return f"datetime.{kind.__qualname__}" if kind.__module__ == "datetime" else kind.__qualname__


def _shown_offset(micro, colon=":"):
    if micro is None:
        return ""
    sign = "-" if micro < 0 else "+"
    seconds, micro = divmod(abs(micro), _SECOND)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02}{colon}{minutes:02}"
    if seconds or micro:
        text += f"{colon}{seconds:02}"
    if micro:
        text += f".{micro:06}"
    return text


def _shown_clock(hour, minute, second, micro, timespec):
    if timespec == "auto":
        timespec = "microseconds" if micro else "seconds"
    match timespec:
        case "hours":
            return f"{hour:02}"
        case "minutes":
            return f"{hour:02}:{minute:02}"
        case "seconds":
            return f"{hour:02}:{minute:02}:{second:02}"
        case "milliseconds":
            return f"{hour:02}:{minute:02}:{second:02}.{micro // 1000:03}"
        case "microseconds":
            return f"{hour:02}:{minute:02}:{second:02}.{micro:06}"
    if not isinstance(timespec, str):
        raise TypeError(f"isoformat() argument must be str, not {type(timespec).__name__}")
    raise ValueError("Unknown timespec value")


def _from_local(seconds, fold):
    """The timestamp of a local time, given as seconds since 1970 on its own clock."""
    from _zone import local
    zone = local()

    def local_time(timestamp):
        return timestamp + zone.at(timestamp)[0]

    a = local_time(seconds) - seconds
    first = seconds - a
    other = zone.at(first + (-86400 if fold == 0 else 86400))[0]
    if local_time(first) == seconds:
        # There may be another, a day's offset away.
        second = seconds - other
        if local_time(second) != seconds or a == other:
            return first
        return (min, max)[fold](first, second)
    second = seconds - zone.at(first)[0]
    if local_time(second) == seconds:
        return second
    # In a gap.
    return (max, min)[fold](first, second)


def _comparisons(cls):
    """Adds the four orderings by _compare(other, symbol), which may be NotImplemented, and
    inequality."""
    def ordering(name, symbol, accepts):
        def method(self, other):
            result = self._compare(other, symbol)
            return result if result is NotImplemented else accepts(result)

        method.__name__ = name
        method.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, method)

    ordering("__lt__", "<", lambda result: result < 0)
    ordering("__le__", "<=", lambda result: result <= 0)
    ordering("__gt__", ">", lambda result: result > 0)
    ordering("__ge__", ">=", lambda result: result >= 0)
    return _with_inequality(cls)


def _with_inequality(cls):
    """Adds an __ne__ that doesn't ask the __eq__ of a subclass."""
    equal = cls.__eq__

    def __ne__(self, other):
        result = equal(self, other)
        return result if result is NotImplemented else not result

    __ne__.__qualname__ = f"{cls.__qualname__}.__ne__"
    cls.__ne__ = __ne__
    return cls


def _order(a, b):
    return (a > b) - (a < b)


class IsoCalendarDate(tuple):
    """The ISO year, week and weekday of a date."""

    __slots__ = ()

    def __new__(cls, year, week, weekday, /):
        return super().__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return f"datetime.{type(self).__name__}(year={self[0]}, week={self[1]}, weekday={self[2]})"
