"""Dates and times, with and without time zones."""

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR",
           "UTC")

import time as _time
from operator import index as _index

import _calendar_days as _days
import _datetime_quick
import _seal
from _seal import fill as _fill
from _datetime_parts import (
    MAXYEAR, MINYEAR, IsoCalendarDate, _ABSENT, _EPOCH_ORDINAL, _SECOND, _check_clock,
    _comparisons, _from_local, _name, _need_date, _order, _shown_clock,
    _shown_offset)
from _datetime_delta import of_microseconds as _delta, timedelta, to_microseconds as _micro

_LAST_ORDINAL = 3652059
_DAY = 86_400 * _SECOND


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, "
                        f"not type '{type(zone).__name__}'")


def _ask(zone, what, dt):
    """What a zone answers for utcoffset or dst, checked; in microseconds, or None."""
    answer = _answer(zone, what, dt)
    return None if answer is None else _micro(answer)


def _answer(zone, what, dt):
    """What a zone answers for utcoffset or dst, checked."""
    if zone is None:
        return None
    offset = getattr(zone, what)(dt)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{what}() must return None or timedelta, "
                        f"not '{type(offset).__name__}'")
    micro = _micro(offset)
    if not -_DAY < micro < _DAY:
        raise ValueError("offset must be a timedelta strictly between "
                         "-timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _ask_name(zone, dt):
    if zone is None:
        return None
    name = zone.tzname(dt)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, "
                        f"not '{type(name).__name__}'")
    return name


def _format(obj, format, fields):
    """strftime() of dates, times and both."""
    if not format.isascii():
        # There are no surrogates in the C library's formats.
        format.encode()
    if "%z" in format or "%Z" in format or "%f" in format or "%:z" in format:
        format = _filled_in(obj, format)
    # CPython 3.13.0 looks at no more.
    return _time.strftime(format.partition("\0")[0], fields)


def _filled_in(obj, format):
    """The format with what struct_time does not know: zone and microseconds."""
    zone = getattr(obj, "_tzinfo", None)
    asked_about = None if isinstance(obj, _time_of_day) else obj
    first, *parts = format.split("%")
    done = [first]
    parts.reverse()
    while parts:
        part = parts.pop()
        if part.startswith("f"):
            done.append(f"{getattr(obj, '_microsecond', 0):06}{part[1:]}")
        elif part.startswith("z"):
            done.append(_shown_offset(_ask(zone, "utcoffset", asked_about), "") + part[1:])
        elif part.startswith(":z"):
            done.append(_shown_offset(_ask(zone, "utcoffset", asked_about), ":") + part[2:])
        elif part.startswith("Z"):
            name = _ask_name(zone, asked_about) or ""
            done.append(name.replace("%", "%%") + part[1:])
        else:
            done.append("%" + part)
            if not part and parts:
                done.append("%" + parts.pop())
    return "".join(done)


# Classes

@_comparisons
class date:
    """A day of the Gregorian calendar."""

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=_ABSENT, month=_ABSENT, day=_ABSENT, *rest):
        if cls is _date and not rest:
            made = _datetime_quick.new_date(year, month, day)
            if made is not None:
                return made
        if month is _ABSENT and type(year) in (bytes, str) and len(year) == 4:
            # What __reduce__ gives.
            state = year.encode("latin1") if type(year) is str else year
            if 1 <= state[2] <= 12:
                return _make_date(cls, state[0] * 256 + state[1], state[2], state[3])
        if rest:
            raise TypeError(f"function takes at most 3 arguments ({3 + len(rest)} given)")
        return _make_date(cls, *_need_date(year, month, day))

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """The local date of a number of seconds since 1970."""
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def today(cls):
        """The current local date."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        """The date of that number; 1 January of year 1 is 1."""
        ordinal = _index(ordinal)
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        if ordinal > _LAST_ORDINAL:
            raise ValueError(f"year {_days.from_ordinal(ordinal)[0]} is out of range")
        return cls(*_days.from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, string, /):
        """The date that a text such as 2020-01-31 names."""
        if cls is date and (made := _datetime_quick.read_date(string)) is not None:
            return made
        from _datetime_iso import parse_date
        return cls(*parse_date(string))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The date of a day in an ISO week."""
        from _datetime_iso import week_to_date
        return cls(*week_to_date(_index(year), _index(week), _index(day)))

    def __repr__(self):
        return f"{_name(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        """The date as the C library shows it."""
        return _time.asctime((*self._fields(), -1))

    def strftime(self, format):
        """The date by a format: strftime('%d.%m.%Y')."""
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
        plain = type(self) is date or type(self) is datetime and self._tzinfo is None
        fields = (*self._fields(), -1) if plain else self.timetuple()
        if not isinstance(fields, tuple):
            raise TypeError("Tuple or struct_time argument required")
        return _format(self, format, fields)

    def __format__(self, format, /):
        if not isinstance(format, str):
            raise TypeError(f"format() argument 2 must be str, not {type(format).__name__}")
        return self.strftime(format) if format else str(self)

    def isoformat(self):
        """The date as YYYY-MM-DD."""
        return f"{self._year:04}-{self._month:02}-{self._day:02}"

    def __str__(self):
        return self.isoformat()

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def _fields(self):
        # What struct_time has, but for daylight saving.
        number = _date.toordinal(self)
        return (self._year, self._month, self._day, 0, 0, 0, (number + 6) % 7,
                number - _days.days_before_year(self._year))

    def timetuple(self):
        """The date as a struct_time."""
        return _time.struct_time((*self._fields(), -1))

    def toordinal(self):
        """The number of the date; 1 January of year 1 is 1."""
        return _days.to_ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        """The date with other numbers."""
        if type(self) is date:
            made = _datetime_quick.replace_date(self, year, month, day)
            if made is not None:
                return made
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    __replace__ = replace

    def weekday(self):
        """The day of the week; Monday is 0."""
        return (_date.toordinal(self) + 6) % 7

    def isoweekday(self):
        """The day of the week; Monday is 1."""
        return _date.toordinal(self) % 7 or 7

    def isocalendar(self):
        """The ISO year, week and weekday."""
        return _new_tuple(IsoCalendarDate,
                          _datetime_quick.iso_calendar(self._year, self._month, self._day))

    def _compare(self, other, symbol):
        if isinstance(other, date) and not isinstance(other, datetime):
            return _order((self._year, self._month, self._day),
                          (other._year, other._month, other._day))
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return (self._day == other._day and self._month == other._month
                    and self._year == other._year)
        return NotImplemented

    def __hash__(self):
        return hash(_date._state(self))

    def __add__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(other._days)
        return NotImplemented

    __radd__ = __add__

    def _shifted(self, days):
        number = _date.toordinal(self) + days
        if not 1 <= number <= _LAST_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self)(*_days.from_ordinal(number))

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(-other._days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(_date.toordinal(self) - _date.toordinal(other))
        return NotImplemented

    def _state(self):
        return bytes((self._year >> 8, self._year & 255, self._month, self._day))

    def __reduce__(self):
        return type(self), (self._state(),)


def _make_date(cls, year, month, day):
    self = object.__new__(cls)
    _fill(self, _DATE_SLOTS, (year, month, day))
    return self


# No attributes to a subclass, whose __setattr__ isn't asked.
_DATE_SLOTS = date._year, date._month, date._day


class tzinfo:
    """Base of time zones."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    def tzname(self, dt, /):
        """The name of the zone at a time."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt, /):
        """How far the zone is east of UTC at a time."""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        """How much of that is daylight saving."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt, /):
        """The zone's time of a time that is given in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt._tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = _datetime.utcoffset(dt)
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saving = _datetime.dst(dt)
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        dt = _datetime.__add__(dt, timedelta.__sub__(offset, saving))
        saving = _datetime.dst(dt)
        if saving is None:
            raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return _datetime.__add__(dt, saving) if _micro(saving) else dt

    def __reduce__(self):
        initial = getattr(self, "__getinitargs__", None)
        return type(self), initial() if initial is not None else (), self.__getstate__()


class timezone(tzinfo):
    """A zone that is always the same distance from UTC."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, "
                            f"not {type(offset).__name__}")
        if name is None:
            if not _micro(offset):
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not -_DAY < _micro(offset) < _DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) "
                             f"and timedelta(hours=24), not {offset!r}.")
        return cls._make(offset, name)

    @classmethod
    def _make(cls, offset, name=None):
        self = object.__new__(cls)
        _fill(self, _TIMEZONE_SLOTS, (offset, name))
        return self

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def __reduce__(self):
        args = (self._offset,) if self._name is None else (self._offset, self._name)
        return type(self), args, None

    def __eq__(self, other):
        if isinstance(other, timezone):
            return _micro(self._offset) == _micro(other._offset)
        return NotImplemented

    def __hash__(self):
        return timedelta.__hash__(self._offset)

    def __repr__(self):
        if self is self.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"{_name(self)}({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def _check(self, dt, method):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, "
                            f"not {type(dt).__name__}")

    def utcoffset(self, dt, /):
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt, /):
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        micro = _micro(self._offset)
        return "UTC" + _shown_offset(micro) if micro else "UTC"

    def dst(self, dt, /):
        self._check(dt, "dst")
        return None

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance, "
                            f"not {type(dt).__name__}")
        if dt._tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return _datetime.__add__(dt, self._offset)


_TIMEZONE_SLOTS = timezone._offset, timezone._name
UTC = timezone.utc = timezone._make(timedelta(0))
timezone.min = timezone._make(timedelta(hours=-23, minutes=-59))
timezone.max = timezone._make(timedelta(hours=23, minutes=59))


@_comparisons
class time:
    """A time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold",
                 "_hash")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if type(hour) in (bytes, str) and len(hour) == 6:
            # What __reduce__ gives.
            state = hour.encode("latin1") if type(hour) is str else hour
            if state[0] & 0x7f < 24:
                zone = minute or None
                if zone is not None:
                    _check_zone(zone)
                return _make_time(cls, state[0] & 0x7f, state[1], state[2],
                                  int.from_bytes(state[3:], "big"), zone, state[0] >> 7)
        clock = _check_clock(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        return _make_time(cls, *clock[:4], tzinfo, clock[4])

    @classmethod
    def fromisoformat(cls, string, /):
        """The time that a text such as 04:23:01 names."""
        from _datetime_iso import parse_time
        *clock, offset = parse_time(string)
        return cls(*clock, _zone_of(offset))

    def __repr__(self):
        shown = f"{self._hour}, {self._minute}"
        if self._second or self._microsecond:
            shown += f", {self._second}"
        if self._microsecond:
            shown += f", {self._microsecond}"
        if self._tzinfo is not None:
            shown += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            shown += ", fold=1"
        return f"{_name(self)}({shown})"

    def isoformat(self, timespec="auto"):
        """The time as HH:MM:SS[.ffffff], with the offset."""
        text = _shown_clock(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + _shown_offset(_ask(self._tzinfo, "utcoffset", None))

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        """The time by a format: strftime('%H:%M')."""
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
        return _format(self, format,
                       (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    __format__ = date.__format__

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def utcoffset(self):
        """How far the zone is east of UTC."""
        return _answer(self._tzinfo, "utcoffset", None)

    def tzname(self):
        """The name of the zone."""
        return _ask_name(self._tzinfo, None)

    def dst(self):
        """How much daylight saving there is."""
        return _answer(self._tzinfo, "dst", None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        """The time with other numbers, or another zone."""
        return _of_class(type(self), self._fold if fold is None else fold,
                         self._hour if hour is None else hour,
                         self._minute if minute is None else minute,
                         self._second if second is None else second,
                         self._microsecond if microsecond is None else microsecond,
                         self._tzinfo if tzinfo is True else tzinfo)

    __replace__ = replace

    def _micro(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * _SECOND + self._microsecond

    def _key(self, other):
        """Both as numbers; None if only one has a zone."""
        if self._tzinfo is other._tzinfo:
            return self._micro(), other._micro()
        mine, theirs = (_ask(each._tzinfo, "utcoffset", None) for each in (self, other))
        if mine == theirs:
            return self._micro(), other._micro()
        if mine is None or theirs is None:
            return None
        return self._micro() - mine, other._micro() - theirs

    def _compare(self, other, symbol):
        if not isinstance(other, time):
            return NotImplemented
        key = self._key(other)
        if key is None:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return _order(*key)

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        key = self._key(other)
        return key is not None and key[0] == key[1]

    def __hash__(self):
        if self._tzinfo is None:
            return hash((self._micro(), 0))
        known = getattr(self, "_hash", None)
        if known is not None:
            return known
        offset = _ask(self._tzinfo, "utcoffset", None)
        result = hash((self._micro() - (offset or 0), 0))
        _fill(self, _TIME_HASH_SLOT, (result,))
        return result

    def _state(self, protocol):
        first = self._hour | (0x80 if self._fold and protocol > 3 else 0)
        return (bytes((first, self._minute, self._second))
                + self._microsecond.to_bytes(3, "big"))

    def __reduce_ex__(self, protocol, /):
        state = self._state(protocol)
        return type(self), (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def _make_time(cls, hour, minute, second, microsecond, zone, fold):
    self = object.__new__(cls)
    _fill(self, _TIME_SLOTS, (hour, minute, second, microsecond, zone, fold))
    return self


_TIME_SLOTS = time._hour, time._minute, time._second, time._microsecond, time._tzinfo, time._fold
_TIME_HASH_SLOT = (time._hash,)


def _zone_of(offset, name=None):
    if offset is None:
        return None
    if name is None:
        return timezone(_delta(offset))
    return timezone(_delta(offset), name)


@_comparisons
class datetime(date):
    """A date and a time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold",
                 "_hash")

    def __new__(cls, year=_ABSENT, month=_ABSENT, day=_ABSENT, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *, fold=0):
        if cls is datetime:
            made = _datetime_quick.new_datetime(year, month, day, hour, minute, second,
                                                microsecond, tzinfo, fold)
            if made is not None:
                return made
        if type(year) in (bytes, str) and len(year) == 10:
            # What __reduce__ gives.
            state = year.encode("latin1") if type(year) is str else year
            if 1 <= state[2] & 0x7f <= 12:
                zone = None if month is _ABSENT else month
                _check_zone(zone)
                return _make(cls, state[0] * 256 + state[1], state[2] & 0x7f, *state[3:7],
                             int.from_bytes(state[7:], "big"), zone, state[2] >> 7)
        day_part = _need_date(year, month, day)
        clock = _check_clock(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        return _make(cls, *day_part, *clock[:4], tzinfo, clock[4])

    hour = time.hour
    minute = time.minute
    second = time.second
    microsecond = time.microsecond
    tzinfo = time.tzinfo
    fold = time.fold

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The local time, or that of a zone, of a number of seconds since 1970."""
        if cls is datetime:
            made = _datetime_quick.of_timestamp(timestamp, tz, _steady() if tz is None else None)
            if made is not None:
                return made
        _check_zone(tz)
        micro = _timestamp_micro(timestamp)
        if tz is not None:
            return tz.fromutc(_of_micro(cls, micro, tz))
        zone = _local()
        seconds = micro // _SECOND
        zone.learn(seconds)
        offset = zone.at(seconds)[0]
        result = _of_micro(cls, micro + offset * _SECOND, None)
        # The second of two equal local times has fold=1.
        before = zone.at(seconds - 86400)[0]
        if before > offset and zone.at(seconds - (before - offset))[0] == before:
            result = _datetime.replace(result, fold=1)
        return result

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """The time of UTC, without a zone, of a number of seconds since 1970."""
        _warn_utc("utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)")
        return _of_micro(cls, _timestamp_micro(timestamp), None)

    @classmethod
    def now(cls, tz=None):
        """The current local time, or that of a zone."""
        if cls is datetime:
            made = _datetime_quick.of_timestamp(_time.time(), tz, _steady() if tz is None else None)
            if made is not None:
                return made
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def today(cls):
        """The current local time."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def utcnow(cls):
        """The current time of UTC, without a zone."""
        _warn_utc("utcnow", "now(datetime.UTC)")
        return _of_micro(cls, _timestamp_micro(_time.time()), None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A date and a time of day together."""
        for position, (value, kind) in enumerate(((date, _date), (time, _time_of_day)), 1):
            if not isinstance(value, kind):
                raise TypeError(f"combine() argument {position} must be "
                                f"datetime.{kind.__name__}, not {type(value).__name__}")
        return _of_class(cls, time._fold, date._year, date._month, date._day, time._hour,
                         time._minute, time._second, time._microsecond,
                         time._tzinfo if tzinfo is True else tzinfo)

    @classmethod
    def fromisoformat(cls, string, /):
        """The date and time that a text such as 2020-01-31T04:23:01 names."""
        if cls is datetime and (made := _datetime_quick.read_datetime(string)) is not None:
            return made
        from _datetime_iso import parse_datetime
        *numbers, offset = parse_datetime(string)
        return cls(*numbers, _zone_of(offset))

    @classmethod
    def strptime(cls, date_string, format, /):
        """The date and time that a text gives by a format."""
        for position, value in enumerate((date_string, format), 1):
            if not isinstance(value, str):
                shown = "None" if value is None else type(value).__name__
                raise TypeError(f"strptime() argument {position} must be str, not {shown}")
        (*numbers, _, _, _, name, offset), micro, fraction = _time._strptime(date_string, format)
        if offset is None:
            # A time without a zone is made without the argument for it.
            return cls(*numbers, micro)
        return cls(*numbers, micro, _zone_of(offset * _SECOND + fraction, name))

    def _fields(self):
        day = date._fields(self)
        return (*day[:3], self._hour, self._minute, self._second, *day[6:])

    def timetuple(self):
        """The local time as a struct_time."""
        saving = _answer(self._tzinfo, "dst", self)
        flag = -1 if saving is None else int(_micro(saving) != 0)
        return _time.struct_time((*self._fields(), flag))

    def utctimetuple(self):
        """The time of UTC as a struct_time."""
        offset = _ask(self._tzinfo, "utcoffset", self)
        moment = (self if offset is None
                  else _of_micro(type(self), _since_epoch(self) - offset, self._tzinfo))
        return _time.struct_time((*moment._fields(), 0))

    def timestamp(self):
        """The number of seconds since 1970."""
        known = _datetime_quick.timestamp(self, _steady() if self._tzinfo is None else None)
        if known is not None:
            return known
        micro = _since_epoch(self)
        if self._tzinfo is None:
            seconds, micro = divmod(micro, _SECOND)
            _local().learn(seconds)
            return _from_local(seconds, self._fold) + micro / 1e6
        offset = _ask(self._tzinfo, "utcoffset", self)
        return (micro - (offset or 0)) / 1_000_000

    def date(self):
        """The date part."""
        return _date(self._year, self._month, self._day)

    def time(self):
        """The time part, without the zone."""
        return _time_of_day(self._hour, self._minute, self._second, self._microsecond,
                            fold=self._fold)

    def timetz(self):
        """The time part, with the zone."""
        return _time_of_day(self._hour, self._minute, self._second, self._microsecond,
                            self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        """The date and time with other numbers, or another zone."""
        if type(self) is datetime:
            made = _datetime_quick.replace_datetime(self, year, month, day, hour, minute, second,
                                                    microsecond, tzinfo, fold)
            if made is not None:
                return made
        return _of_class(type(self), self._fold if fold is None else fold,
                         self._year if year is None else year,
                         self._month if month is None else month,
                         self._day if day is None else day,
                         self._hour if hour is None else hour,
                         self._minute if minute is None else minute,
                         self._second if second is None else second,
                         self._microsecond if microsecond is None else microsecond,
                         self._tzinfo if tzinfo is True else tzinfo)

    __replace__ = replace

    def astimezone(self, tz=None):
        """The same moment in another zone; the local one if none is given."""
        if tz is not None and not isinstance(tz, _tzinfo):
            raise TypeError("tzinfo argument must be None or of a tzinfo subclass, "
                            f"not type '{type(tz).__name__}'")
        if tz is not None and tz is self._tzinfo:
            return self
        offset = _ask(self._tzinfo, "utcoffset", self)
        if offset is None:
            # Without a zone it is local time.
            seconds, rest = divmod(_since_epoch(self), _SECOND)
            moment = _from_local(seconds, self._fold) * _SECOND + rest
        else:
            moment = _since_epoch(self) - offset
        if tz is None:
            seconds, _, name = _local().at(moment // _SECOND)
            tz = timezone(timedelta(seconds=seconds), name)
        utc = _of_micro(type(self), moment, self._tzinfo)
        _fill(utc, _ZONE_SLOT, (tz,))
        return tz.fromutc(utc)

    def ctime(self):
        """The date and time as the C library shows it."""
        return _time.asctime((*self._fields(), -1))

    def isoformat(self, sep="T", timespec="auto"):
        """The date and time as YYYY-MM-DDTHH:MM:SS[.ffffff], with the offset."""
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, "
                            f"not {type(sep).__name__}")
        clock = _shown_clock(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = _ask(self._tzinfo, "utcoffset", self)
        return f"{date.isoformat(self)}{sep}{clock}{_shown_offset(offset)}"

    def __repr__(self):
        shown = f"{self._year}, {self._month}, {self._day}, {self._hour}, {self._minute}"
        if self._second or self._microsecond:
            shown += f", {self._second}"
        if self._microsecond:
            shown += f", {self._microsecond}"
        if self._fold:
            shown += ", fold=1"
        if self._tzinfo is not None:
            shown += f", tzinfo={self._tzinfo!r}"
        return f"{_name(self)}({shown})"

    def __str__(self):
        return self.isoformat(" ")

    def utcoffset(self):
        """How far the zone is east of UTC then."""
        return _answer(self._tzinfo, "utcoffset", self)

    def tzname(self):
        """The name of the zone then."""
        return _ask_name(self._tzinfo, self)

    def dst(self):
        """How much daylight saving there is then."""
        return _answer(self._tzinfo, "dst", self)

    def _difference(self, other):
        """Microseconds from other to self; None if only one has a zone."""
        difference = _since_epoch(self) - _since_epoch(other)
        if self._tzinfo is other._tzinfo:
            return difference
        mine, theirs = self._offsets(other)
        if mine == theirs:
            return difference
        if mine is None or theirs is None:
            return None
        return difference - (mine - theirs)

    def _offsets(self, other):
        return (_ask(self._tzinfo, "utcoffset", self),
                _ask(other._tzinfo, "utcoffset", other))

    def _order(self, other, mine, theirs):
        """What _difference() gives, where the offsets are known."""
        if mine == theirs:
            return _since_epoch(self) - _since_epoch(other)
        if mine is None or theirs is None:
            return None
        # This is a subtraction, which asks the zones itself.
        return self._difference(other)

    def _compare(self, other, symbol):
        if isinstance(other, datetime):
            if self._tzinfo is other._tzinfo:
                return _since_epoch(self) - _since_epoch(other)
            difference = self._order(other, *self._offsets(other))
            if difference is None:
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            return difference
        return NotImplemented

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return _since_epoch(self) == _since_epoch(other)
        mine, theirs = self._offsets(other)
        if self._order(other, mine, theirs) != 0:
            return False
        # A time that two offsets claim equals none of another zone.
        return not (_depends_on_fold(self, mine) or _depends_on_fold(other, theirs))

    def __hash__(self):
        if self._tzinfo is None:
            return hash(_since_epoch(self))
        known = getattr(self, "_hash", None)
        if known is not None:
            return known
        first = _folded(self, 0) if self._fold else self
        offset = _ask(self._tzinfo, "utcoffset", first)
        result = hash(_since_epoch(self) - (offset or 0))
        # The zone is asked once.
        _fill(self, _HASH_SLOT, (result,))
        return result

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _of_micro(type(self), _since_epoch(self) + _micro(other), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _of_micro(type(self), _since_epoch(self) - _micro(other), self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._difference(other)
        if difference is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(difference)

    def _state(self, protocol):
        month = self._month | (0x80 if self._fold and protocol > 3 else 0)
        return (bytes((self._year >> 8, self._year & 255, month, self._day, self._hour,
                       self._minute, self._second)) + self._microsecond.to_bytes(3, "big"))

    def __reduce_ex__(self, protocol, /):
        state = self._state(protocol)
        return type(self), (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


# What methods of that name hide.
_date, _time_of_day, _tzinfo, _datetime = date, time, tzinfo, datetime


def _of_class(cls, fold, *fields):
    # A subclass need not know of folds as long as there is none.
    return cls(*fields, fold=fold) if fold else cls(*fields)


def _make(cls, year, month, day, hour, minute, second, microsecond, zone, fold):
    self = object.__new__(cls)
    _fill(self, _SLOTS, (year, month, day, hour, minute, second, microsecond, zone, fold))
    return self


_ZONE_SLOT = (datetime._tzinfo,)
_HASH_SLOT = (datetime._hash,)
_SLOTS = (*_DATE_SLOTS, datetime._hour, datetime._minute, datetime._second,
          datetime._microsecond, *_ZONE_SLOT, datetime._fold)


def _since_epoch(moment):
    """Microseconds since 1970 by its own clock."""
    seconds = (moment._hour * 60 + moment._minute) * 60 + moment._second
    days = _date.toordinal(moment) - _EPOCH_ORDINAL
    return (days * 86400 + seconds) * _SECOND + moment._microsecond


def _of_micro(cls, micro, zone):
    """The datetime that _since_epoch() gives this for."""
    days, rest = divmod(micro, _DAY)
    number = days + _EPOCH_ORDINAL
    if not 1 <= number <= _LAST_ORDINAL:
        raise OverflowError("date value out of range")
    seconds, micro = divmod(rest, _SECOND)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    if cls is datetime:
        return _make(cls, *_days.from_ordinal(number), hour, minute, second, micro, zone, 0)
    return cls(*_days.from_ordinal(number), hour, minute, second, micro, zone)


def _timestamp_micro(timestamp):
    """A number of seconds in microseconds, those of its fraction rounded to the even neighbour."""
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        if abs(timestamp) >= 2.0 ** 63:
            raise OverflowError("timestamp out of range for platform time_t")
        whole = int(timestamp)
        micro = whole * _SECOND + round((timestamp - whole) * 1e6)
    else:
        whole = _index(timestamp)
        if not -2 ** 63 <= whole < 2 ** 63:
            raise OverflowError("timestamp out of range for platform time_t")
        micro = whole * _SECOND
    if not -62135596800 <= micro // _SECOND < 253402300800:
        from _calendar_days import from_ordinal
        year = from_ordinal(micro // _DAY + _EPOCH_ORDINAL)[0]
        raise ValueError(f"year {year} is out of range")
    return micro


def _depends_on_fold(moment, offset):
    zone = moment._tzinfo
    if zone is None or isinstance(zone, timezone):
        return False
    return _ask(zone, "utcoffset", _folded(moment, 1 - moment._fold)) != offset


def _folded(moment, fold):
    """The datetime with another fold, made without asking a subclass."""
    return _make(type(moment), moment._year, moment._month, moment._day, moment._hour,
                 moment._minute, moment._second, moment._microsecond, moment._tzinfo, fold)


def _warn_utc(name, instead):
    import warnings
    warnings.warn(f"datetime.datetime.{name}() is deprecated and scheduled for removal in a "
                  "future version. Use timezone-aware objects to represent datetimes in UTC: "
                  f"datetime.datetime.{instead}.", DeprecationWarning, stacklevel=3)


_local_zone = None


def _local():
    """The zone of local time."""
    global _local_zone
    if _local_zone is None:
        from _zone import local as _local_zone
    return _local_zone()


def _steady():
    """From when until when, in seconds, which offset of local time holds, as far as is known."""
    return _local().steady


_new_tuple = tuple.__new__

# What can be done quickly is, with what is written here for all the rest.
_datetime_quick.install(date, datetime, timedelta, tzinfo, timezone)

date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
time.min = time(0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)

for _class in date, time, datetime, timedelta, tzinfo, timezone:
    # The classes' signatures are told nowhere.
    _class.__new__.__text_signature__ = "($type, *args, **kwargs)"
    _seal.seal(_class, final=_class is timezone, closed=True)
del _class
