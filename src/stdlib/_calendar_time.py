"""The functions of time that know the calendar: time itself is native and calls these."""

import _calendar_text
from _calendar_text import from_ordinal, to_ordinal
from time import struct_time, time

_EPOCH = to_ordinal(1970, 1, 1)


def _whole(seconds):
    if seconds is None:
        return int(time() // 1)
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        if abs(seconds) >= 2.0 ** 63:
            raise OverflowError("timestamp out of range for platform time_t")
        return int(seconds // 1)
    if not hasattr(type(seconds), "__index__"):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    return seconds.__index__()


def _broken_down(seconds, is_daylight, zone, offset):
    days, rest = divmod(seconds + offset, 86400)
    number = days + _EPOCH
    if not -800_000_000_000 < number < 800_000_000_000:
        raise OverflowError("timestamp out of range for platform time_t")
    year, month, day = from_ordinal(number)
    minutes, second = divmod(rest, 60)
    hour, minute = divmod(minutes, 60)
    return struct_time((year, month, day, hour, minute, second, (number + 6) % 7,
                        number - to_ordinal(year, 1, 1) + 1, is_daylight, zone, offset))


def gmtime(seconds=None):
    return _broken_down(_whole(seconds), 0, "GMT", 0)


def localtime(seconds=None):
    from _zone import local
    seconds = _whole(seconds)
    offset, is_daylight, name = local().at(seconds)
    return _broken_down(seconds, int(is_daylight), name, offset)


def _fields(function, t):
    """The nine numbers of a time, checked and completed as strftime() needs them."""
    if t is None:
        return tuple(localtime())
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError(f"{function}(): illegal time tuple argument")
    t = [field.__index__() for field in t]
    # Zero stands for what is not known.
    t[1] = t[1] or 1
    t[2] = t[2] or 1
    t[7] = t[7] or 1
    for value, low, high, name in ((t[1], 1, 12, "month"), (t[2], 1, 31, "day of month"),
                                   (t[3], 0, 23, "hour"), (t[4], 0, 59, "minute"),
                                   (t[5], 0, 61, "seconds"), (t[7], 1, 366, "day of year")):
        if not low <= value <= high:
            raise ValueError(f"{name} out of range")
    if t[6] < -1:
        raise ValueError("day of week out of range")
    t[6] %= 7
    return tuple(t)


def mktime(t):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError("mktime(): illegal time tuple argument")
    from datetime import _from_local
    years, month = divmod(t[1] - 1, 12)
    days = to_ordinal(t[0] + years, month + 1, 1) + t[2] - 1 - _EPOCH
    return float(_from_local(days * 86400 + t[3] * 3600 + t[4] * 60 + t[5],
                             1 if t[8] == 0 else 0))


def asctime(t=None):
    return _calendar_text.write("%c", _fields("asctime", t), {})


def ctime(seconds=None):
    return asctime(tuple(localtime(seconds)))


def strftime(format, t=None):
    given = t
    fields = _fields("strftime", t)
    if isinstance(given, struct_time) and given.tm_gmtoff is not None:
        name, offset = given.tm_zone, given.tm_gmtoff
    else:
        now = localtime(mktime(fields))
        name, offset = now.tm_zone, now.tm_gmtoff
    sign = "-" if offset < 0 else "+"
    hours, minutes = divmod(abs(offset) // 60, 60)
    return _calendar_text.write(format, fields, {
        "z": lambda: f"{sign}{hours:02}{minutes:02}",
        "Z": lambda: name,
        "s": lambda: str(int(mktime(fields))),
    })


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    found = _calendar_text.read(string, format)
    offset, name = found[9:]
    daylight = -1 if name is None else 0
    return struct_time((*found[:8], daylight, name and name.upper(),
                        None if offset is None else offset // 1_000_000))


def zone_facts():
    """timezone, altzone, daylight and tzname of the host's zone."""
    from _zone import local
    zone = local()
    year = gmtime().tm_year
    start = (to_ordinal(year, 1, 1) - _EPOCH) * 86400
    kinds = sorted({zone.at(start), zone.at(start + 182 * 86400)}, key=lambda kind: kind[1])
    standard, other = kinds[0], kinds[-1]
    return -standard[0], -other[0], int(len(kinds) > 1), (standard[2], other[2])
