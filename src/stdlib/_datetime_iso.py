"""Reading dates and times in the formats of ISO 8601. Part of datetime."""

from _calendar_days import from_ordinal, iso_week_one


def week_to_date(year, week, day):
    """The year, month and day of a day in an ISO week."""
    if not 1 <= year <= 9999:
        raise ValueError(f"Year is out of range: {year}")
    first = iso_week_one(year)
    if not 0 < week < 53:
        if week != 53 or iso_week_one(year + 1) - first != 53 * 7:
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    number = first + (week - 1) * 7 + day - 1
    if number < 1:
        raise ValueError("ordinal must be >= 1")
    return from_ordinal(number)


def _digits(text):
    if not (text.isascii() and text.isdecimal()):
        raise _Malformed
    return int(text)


class _Malformed(Exception):
    pass


def _parse_date(text):
    """YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D], YYYYWww[D]."""
    year = _digits(text[:4])
    dashed = text[4:5] == "-"
    at = 5 if dashed else 4
    if text[at:at + 1] == "W":
        week = _digits(_sized(text[at + 1:at + 3], 2))
        rest = text[at + 3:]
        if not rest:
            return week_to_date(year, week, 1)
        if dashed:
            if rest[0] != "-":
                raise _Malformed
            rest = rest[1:]
        return week_to_date(year, week, _digits(_sized(rest, 1)))
    if dashed:
        if len(text) != 10 or text[7] != "-":
            raise _Malformed
        return year, _digits(text[5:7]), _digits(text[8:])
    if len(text) != 8:
        raise _Malformed
    return year, _digits(text[4:6]), _digits(text[6:])


def _sized(text, size):
    if len(text) != size:
        raise _Malformed
    return text


def _parse_clock(text):
    """HH[:MM[:SS[.fraction]]] with or without colons, as four numbers."""
    parts = [0, 0, 0, 0]
    colons = text[2:3] == ":"
    at = 0
    for position in range(3):
        parts[position] = _digits(_sized(text[at:at + 2], 2))
        at += 2
        if at == len(text):
            return parts
        if text[at] in ".,":
            if position < 2:
                raise _Malformed
            break
        if position == 2:
            if at + 1 == len(text) or colons and text[at] != ":":
                raise _Malformed
            # The fraction may follow a colon, too, and without colons at once.
            at -= not colons
            break
        if colons:
            if text[at] != ":":
                raise _Malformed
            at += 1
    fraction = text[at + 1:]
    _digits(fraction)
    parts[3] = int(fraction[:6].ljust(6, "0"))
    return parts


def _parse_time(text):
    """A clock time and, perhaps, an offset; that in microseconds, else None."""
    for at, char in enumerate(text):
        if char in "+-Z":
            break
    else:
        return (*_parse_clock(text), None)
    clock = _parse_clock(text[:at])
    if char == "Z":
        if text[at + 1:]:
            raise _Malformed
        return (*clock, 0)
    hours, minutes, seconds, micro = _parse_clock(text[at + 1:])
    if not (minutes < 60 and seconds < 60):
        raise _Malformed
    offset = ((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + micro
    return (*clock, -offset if char == "-" else offset)


def _guarded(parse, text):
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")
    try:
        return parse(text)
    except _Malformed:
        raise ValueError(f"Invalid isoformat string: {text!r}") from None


def parse_date(text):
    """The year, month and day."""
    return _guarded(_parse_date, text)


def parse_time(text):
    """The hour, minute, second, microsecond, and offset in microseconds or None."""
    return _guarded(lambda text: _parse_time(text.removeprefix("T")), text)


def parse_datetime(text):
    """What parse_date and parse_time give, one after the other."""
    return _guarded(_parse_datetime, text)


def _parse_datetime(text):
    if len(text) < 7:
        raise _Malformed
    end = _date_length(text)
    if len(text) == end:
        return (*_parse_date(text), 0, 0, 0, 0, None)
    if not text[end + 1:]:
        raise _Malformed
    return (*_parse_date(text[:end]), *_parse_time(text[end + 1:]))


def _date_length(text):
    """How much of the text is the date: any character may follow it."""
    if text[4] == "-":
        if text[5] == "W":
            # A dash after the week stands before the day, or separates a time.
            if text[8:9] == "-" and text[9:10].isdecimal() and not text[10:11].isdecimal():
                return 10
            return 8
        return 10
    if text[4] == "W":
        digits = 7
        while digits < len(text) and text[digits].isdecimal():
            digits += 1
        if digits < 9:
            return digits
        return 7 if digits % 2 == 0 else 8
    return 8
