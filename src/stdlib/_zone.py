"""The host's time zone: offsets from UTC, from the files that Unix systems keep.

TZ in the environment names the file, or is a rule as POSIX describes them; otherwise it is
/etc/localtime. Without any of these, local time is UTC.
"""

import os
from bisect import bisect_right

from _calendar_days import days_in_month, from_ordinal, is_leap, to_ordinal

_EPOCH = to_ordinal(1970, 1, 1)
_FOREVER = 1 << 60
_FOLDERS = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo",
            "/etc/zoneinfo")


class Zone:
    """The offsets of a zone: (seconds east of UTC, is daylight saving, name) over time."""

    def __init__(self, times, kinds, first, rule):
        # kinds[i] holds from times[i] on; `rule` after the last.
        self.times = times
        self.kinds = kinds
        self.first = first
        self.rule = rule
        # From when until when which offset holds, around the time last learned.
        self.steady = (0, 0, 0)

    def learn(self, timestamp):
        """Find out how long what holds at a time does."""
        times = self.times
        if times and timestamp < times[-1] or self.rule is None:
            at = bisect_right(times, timestamp)
            low = times[at - 1] if at else -_FOREVER
            high = times[at] if at < len(times) else _FOREVER
        else:
            low, high = self.rule.span(timestamp)
            low = max([low, *times[-1:]])
        self.steady = low, high, self.at(timestamp)[0]

    def at(self, timestamp):
        """What holds at a number of seconds since 1970."""
        if self.times and timestamp < self.times[-1] or self.rule is None:
            at = bisect_right(self.times, timestamp)
            return self.kinds[at - 1] if at else self.first
        return self.rule.at(timestamp)


UTC = Zone([], [], (0, False, "UTC"), None)


class _Rule:
    """The last line of a zone's file: standard time, and daylight saving between two days."""

    def __init__(self, text):
        self.text = text
        self.position = 0
        name = self.name()
        self.standard = (-self.seconds(), False, name)
        self.daylight = None
        if self.position < len(text):
            name = self.name()
            offset = self.standard[0] + 3600
            if text[self.position:self.position + 1] not in (",", ""):
                offset = -self.seconds()
            self.daylight = (offset, True, name)
            self.start = self.day() if self.position < len(text) else ("M", 3, 2, 0, 7200)
            self.end = self.day() if self.position < len(text) else ("M", 11, 1, 0, 7200)

    def name(self):
        start = self.position
        if self.text[start:start + 1] == "<":
            self.position = self.text.index(">", start) + 1
            return self.text[start + 1:self.position - 1]
        while self.text[self.position:self.position + 1].isalpha():
            self.position += 1
        if self.position - start < 3:
            raise ValueError("not a rule of a time zone")
        return self.text[start:self.position]

    def number(self):
        start = self.position
        while self.text[self.position:self.position + 1].isdecimal():
            self.position += 1
        return int(self.text[start:self.position])

    def seconds(self):
        sign = 1
        if self.text[self.position:self.position + 1] in ("+", "-"):
            sign = -1 if self.text[self.position] == "-" else 1
            self.position += 1
        total = self.number() * 3600
        for unit in (60, 1):
            if self.text[self.position:self.position + 1] != ":":
                break
            self.position += 1
            total += self.number() * unit
        return sign * total

    def day(self):
        """A day such as M3.2.0 (second Sunday of March), J60 or 59, and the time on it."""
        self.position += 1  # the comma
        kind = self.text[self.position:self.position + 1]
        numbers = []
        if kind in ("M", "J"):
            self.position += 1
            numbers.append(self.number())
            while kind == "M" and len(numbers) < 3:
                self.position += 1
                numbers.append(self.number())
        else:
            kind = ""
            numbers.append(self.number())
        time = 7200
        if self.text[self.position:self.position + 1] == "/":
            self.position += 1
            time = self.seconds()
        return (kind, *numbers, time)

    def at(self, timestamp):
        if self.daylight is None:
            return self.standard
        start, end = self.changes(self.year(timestamp))
        if start < end:
            is_daylight = start <= timestamp < end
        else:
            is_daylight = not end <= timestamp < start
        return self.daylight if is_daylight else self.standard

    def year(self, timestamp):
        return from_ordinal((timestamp + self.standard[0]) // 86400 + _EPOCH)[0]

    def changes(self, year):
        """When daylight saving begins and ends."""
        return (_moment(self.start, year) - self.standard[0],
                _moment(self.end, year) - self.daylight[0])

    def span(self, timestamp):
        """From when until when the same holds as at a time, as far as its year goes."""
        if self.daylight is None:
            return -_FOREVER, _FOREVER
        year = self.year(timestamp)
        first, last = (_moment(("", 0, 0), each) - self.standard[0] for each in (year, year + 1))
        bounds = sorted([first, last, *self.changes(year)])
        at = bisect_right(bounds, timestamp)
        if not 0 < at < 4:
            return timestamp, timestamp
        return bounds[at - 1], bounds[at]


def _moment(day, year):
    """The seconds from 1970 to a rule's day and time, in the time that holds before it."""
    kind, *numbers, time = day
    if kind == "M":
        month, week, weekday = numbers
        first = to_ordinal(year, month, 1)
        number = first + (weekday - first) % 7 + (week - 1) * 7
        if number >= first + days_in_month(year, month):
            number -= 7
    else:
        number = to_ordinal(year, 1, 1) + numbers[0]
        # J counts from 1 and leaves 29 February out.
        if kind == "J" and not (is_leap(year) and numbers[0] >= 60):
            number -= 1
    return (number - _EPOCH) * 86400 + time


def _from_file(data):
    """The zone that a compiled file describes."""
    if data[:4] != b"TZif":
        raise ValueError("not a time zone file")
    body, width = 44, 4
    counts = _counts(data, 0)
    if data[4:5] >= b"2":
        # The same again follows, with times of eight bytes.
        utc, standard, leaps, times, kinds, chars = counts
        start = 44 + times * 5 + kinds * 6 + chars + leaps * 8 + standard + utc
        counts = _counts(data, start)
        body, width = start + 44, 8
    utc, standard, leaps, count, kind_count, chars = counts

    def number(at, width):
        return int.from_bytes(data[at:at + width], "big", signed=True)

    times = [number(body + at * width, width) for at in range(count)]
    at = body + count * width
    indices = data[at:at + count]
    at += count
    names = data[at + kind_count * 6:at + kind_count * 6 + chars]
    kinds = []
    for start in range(at, at + kind_count * 6, 6):
        name = names[data[start + 5]:]
        kinds.append((number(start, 4), bool(data[start + 4]),
                      name[:name.index(b"\0")].decode("ascii")))
    rule = None
    if width == 8:
        end = at + kind_count * 6 + chars + leaps * 12 + standard + utc
        text = data[end:].strip(b"\n").decode("ascii")
        rule = _Rule(text) if text else None
    first = next((kind for kind in kinds if not kind[1]), kinds[0])
    return Zone(times, [kinds[index] for index in indices], first, rule)


def _counts(data, at):
    return [int.from_bytes(data[start:start + 4], "big") for start in range(at + 20, at + 44, 4)]


def _find(name):
    paths = [name] if name.startswith("/") else [f"{folder}/{name}" for folder in _FOLDERS]
    for path in paths:
        try:
            with open(path, "rb") as file:
                return _from_file(file.read())
        except (OSError, ValueError, IndexError):
            continue
    return None


def _load(setting):
    if setting is None:
        return _find("/etc/localtime") or UTC
    setting = setting.removeprefix(":")
    if not setting:
        return UTC
    zone = _find(setting)
    if zone is None:
        try:
            zone = Zone([], [], UTC.first, _Rule(setting))
        except (ValueError, IndexError):
            zone = UTC
    return zone


_loaded = None


def _setting():
    environ = os.environ
    # A mapping that decodes what it is asked for takes longer than all the rest.
    return environ._data.get(b"TZ") if type(environ) is os._Environ else environ.get("TZ")


def local():
    """The zone of local time."""
    global _loaded
    setting = _setting()
    if _loaded is None or _loaded[0] != setting:
        _loaded = setting, _load(os.environ.get("TZ"))
    return _loaded[1]
