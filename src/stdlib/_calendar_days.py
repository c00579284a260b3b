"""Dates and times as text and back, by directives such as %Y: strftime() and strptime().

time and datetime are built on it. The names are those of the C locale.
"""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December")

# Directives that stand for several others.
_COMPOSED = {
    "c": "%a %b %e %H:%M:%S %Y", "D": "%m/%d/%y", "F": "%Y-%m-%d", "r": "%I:%M:%S %p",
    "R": "%H:%M", "T": "%H:%M:%S", "x": "%m/%d/%y", "X": "%H:%M:%S", "h": "%b",
    "+": "%a %b %e %H:%M:%S %Z %Y",
}


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_before_year(year):
    """How many days there are before 1 January of a year, from 1 January of year 1."""
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def days_in_month(year, month):
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def days_before_month(year, month):
    return _BEFORE_MONTH[month] + (month > 2 and is_leap(year))


def to_ordinal(year, month, day):
    """The number of a day; 1 January of year 1 is 1."""
    return days_before_year(year) + days_before_month(year, month) + day


def from_ordinal(number):
    """The year, month and day of that number."""
    number -= 1
    periods, number = divmod(number, 146097)
    centuries = min(number // 36524, 3)
    number -= centuries * 36524
    fours, number = divmod(number, 1461)
    years = min(number // 365, 3)
    number -= years * 365
    year = periods * 400 + centuries * 100 + fours * 4 + years + 1
    month = min(number // 29 + 1, 12)
    while days_before_month(year, month) > number:
        month -= 1
    return year, month, number - days_before_month(year, month) + 1


def iso_week_one(year):
    """The number of the Monday of the ISO year's first week."""
    first = to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def iso_calendar(year, month, day):
    """The ISO year, week and weekday of a day."""
    number = to_ordinal(year, month, day)
    monday = iso_week_one(year)
    if number < monday:
        year -= 1
        monday = iso_week_one(year)
    elif number >= monday + 364 and number >= iso_week_one(year + 1):
        year += 1
        monday = iso_week_one(year)
    week, weekday = divmod(number - monday, 7)
    return year, week + 1, weekday + 1


# Writing

# Each directive: a number of the fields, its width and its padding; or a text of them. The
# fields are those of struct_time: year, month, day, hour, minute, second, weekday from 0,
# day of the year.
_NUMBERS = {
    "C": (lambda f: f[0] // 100, 1, "0"),
    "d": (lambda f: f[2], 2, "0"),
    "e": (lambda f: f[2], 2, " "),
    "g": (lambda f: iso_calendar(*f[:3])[0] % 100, 2, "0"),
    "G": (lambda f: iso_calendar(*f[:3])[0], 1, "0"),
    "H": (lambda f: f[3], 2, "0"),
    "I": (lambda f: f[3] % 12 or 12, 2, "0"),
    "j": (lambda f: f[7], 3, "0"),
    "k": (lambda f: f[3], 2, " "),
    "l": (lambda f: f[3] % 12 or 12, 2, " "),
    "m": (lambda f: f[1], 2, "0"),
    "M": (lambda f: f[4], 2, "0"),
    "S": (lambda f: f[5], 2, "0"),
    "u": (lambda f: f[6] + 1, 1, "0"),
    "U": (lambda f: (f[7] + 6 - (f[6] + 1) % 7) // 7, 2, "0"),
    "V": (lambda f: iso_calendar(*f[:3])[1], 2, "0"),
    "w": (lambda f: (f[6] + 1) % 7, 1, "0"),
    "W": (lambda f: (f[7] + 6 - f[6]) // 7, 2, "0"),
    "y": (lambda f: f[0] % 100, 2, "0"),
    "Y": (lambda f: f[0], 1, "0"),
}
_TEXTS = {
    "a": lambda f: DAYS[f[6]][:3],
    "A": lambda f: DAYS[f[6]],
    "b": lambda f: MONTHS[f[1] - 1][:3],
    "B": lambda f: MONTHS[f[1] - 1],
    "n": lambda f: "\n",
    "p": lambda f: "AM" if f[3] < 12 else "PM",
    "P": lambda f: "am" if f[3] < 12 else "pm",
    "t": lambda f: "\t",
    "%": lambda f: "%",
}


def write(format, fields, more):
    """A date and time by a format; `more` gives the text of further directives."""
    parts = []
    at = 0
    while True:
        start = format.find("%", at)
        if start < 0:
            parts.append(format[at:])
            break
        parts.append(format[at:start])
        at = start + 1
        flags = ""
        while format[at:at + 1] in ("-", "_", "0", "^", "#"):
            flags += format[at]
            at += 1
        width = ""
        while format[at:at + 1].isdecimal():
            width += format[at]
            at += 1
        code = format[at:at + 1]
        if code == ":" and format[at + 1:at + 2] == "z":
            code = ":z"
        elif code in ("E", "O"):
            # Other numerals of the locale: there are none.
            at += 1
            code = format[at:at + 1]
        at += len(code)
        text = _directive(code, fields, more, flags, width)
        parts.append(format[start:at] if text is None else text)
    return "".join(parts)


def _directive(code, fields, more, flags, width):
    if code in more:
        text = more[code]()
    elif code in _NUMBERS:
        number, own_width, fill = _NUMBERS[code]
        if "_" in flags:
            fill = " "
        elif "0" in flags:
            fill = "0"
        text = str(number(fields))
        own_width = int(width) if width else own_width
        if "-" not in flags:
            text = text.rjust(own_width, fill)
        return text
    elif code in _TEXTS:
        text = _TEXTS[code](fields)
    elif code in _COMPOSED:
        text = write(_COMPOSED[code], fields, more)
    else:
        return None
    if "^" in flags:
        text = text.upper()
    elif "#" in flags:
        text = text.lower() if code in ("p", "Z") else text.upper()
    if width:
        text = text.rjust(int(width), "0" if "0" in flags else " ")
    return text


# Reading

def _number(digits, low, high):
    """Candidates for a number of up to so many digits, the longest first."""
    def candidates(text, at):
        for length in range(digits, 0, -1):
            chunk = text[at:at + length]
            if (len(chunk) == length and chunk.isascii() and chunk.isdecimal()
                    and low <= int(chunk) <= high):
                yield at + length, int(chunk)

    return candidates


def _exactly(digits):
    def candidates(text, at):
        chunk = text[at:at + digits]
        if len(chunk) == digits and chunk.isascii() and chunk.isdecimal():
            yield at + digits, int(chunk)

    return candidates


def _day(text, at):
    # A single digit may follow a space.
    yield from _number(2, 1, 31)(text, at)
    if text[at:at + 1] == " " and text[at + 1:at + 2] in set("123456789"):
        yield at + 2, int(text[at + 1])


def _fraction(text, at):
    end = at
    while end < len(text) and end < at + 6 and text[end] in "0123456789":
        end += 1
    for stop in range(end, at, -1):
        yield stop, int(text[at:stop].ljust(6, "0"))


def _one_of(names, shift=0):
    def candidates(text, at):
        for number, name in enumerate(names):
            if text[at:at + len(name)].lower() == name:
                yield at + len(name), number + shift

    return candidates


def _zone_name(text, at):
    for name in ("utc", "gmt"):
        if text[at:at + 3].lower() == name:
            yield at + 3, name


def _offset(text, at):
    """An offset such as +0530, -05:30:10.5 or Z, in microseconds."""
    if text[at:at + 1] == "Z":
        yield at + 1, 0
        return
    if text[at:at + 1] not in ("+", "-"):
        return
    sign = -1 if text[at] == "-" else 1
    numbers = []
    end = at + 1
    colon = ""
    while len(numbers) < 3:
        start = end
        if numbers and text[end:end + 1] == ":":
            if len(numbers) > 1 and not colon:
                raise ValueError(f"Inconsistent use of : in {text[at:]}")
            colon = ":"
            start = end + 1
        elif len(numbers) > 1 and colon:
            break
        chunk = text[start:start + 2]
        if len(chunk) < 2 or not chunk.isdecimal() or (numbers and chunk[0] > "5"):
            break
        numbers.append(int(chunk))
        end = start + 2
    if len(numbers) < 2:
        return
    micro = 0
    if len(numbers) == 3 and text[end:end + 1] == ".":
        for stop, value in _fraction(text, end + 1):
            end, micro = stop, value
            break
    hours, minutes, seconds = (*numbers, 0)[:3]
    yield end, sign * (((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + micro)


_LOWER_DAYS = [day.lower() for day in DAYS]
_LOWER_MONTHS = [month.lower() for month in MONTHS]
_READERS = {
    "a": _one_of([day[:3] for day in _LOWER_DAYS]),
    "A": _one_of(_LOWER_DAYS),
    "b": _one_of([month[:3] for month in _LOWER_MONTHS], 1),
    "B": _one_of(_LOWER_MONTHS, 1),
    "d": _day,
    "f": _fraction,
    "G": _exactly(4),
    "H": _number(2, 0, 23),
    "I": _number(2, 1, 12),
    "j": _number(3, 1, 366),
    "m": _number(2, 1, 12),
    "M": _number(2, 0, 59),
    "p": _one_of(("am", "pm")),
    "S": _number(2, 0, 61),
    "u": _number(1, 1, 7),
    "U": _number(2, 0, 53),
    "V": _number(2, 1, 53),
    "w": _number(1, 0, 6),
    "W": _number(2, 0, 53),
    "y": _exactly(2),
    "Y": _exactly(4),
    "z": _offset,
    "Z": _zone_name,
}
_READ_COMPOSED = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}


def _pieces(format, whole=None):
    """The format as a list of characters, directives and " " for any white space."""
    whole = format if whole is None else whole
    pieces = []
    at = 0
    while at < len(format):
        char = format[at]
        at += 1
        if char.isspace():
            if pieces[-1:] != [" "]:
                pieces.append(" ")
        elif char != "%":
            pieces.append(char)
        else:
            code = format[at:at + 1]
            at += 1
            if code == "":
                raise ValueError(f"stray % in format {whole!r}")
            if code in _READ_COMPOSED:
                pieces.extend(_pieces(_READ_COMPOSED[code], whole))
            elif code == "%":
                pieces.append("%")
            elif code in _READERS:
                pieces.append("%" + code)
            else:
                raise ValueError(f"{code!r} is a bad directive in format {whole!r}")
    return pieces


def _match(pieces, text):
    """The values of the directives, and where the text that they match ends; or None.

    Shorter numbers are tried when longer ones lead nowhere; what has failed once is not
    tried again.
    """
    failed = set()
    # For each piece on the way: its remaining candidates.
    path = []
    at = 0
    while len(path) < len(pieces):
        piece = pieces[len(path)]
        if (len(path), at) in failed:
            options = iter(())
        elif piece == " ":
            end = at
            while end < len(text) and text[end].isspace():
                end += 1
            options = iter([(stop, None) for stop in range(end, at, -1)])
        elif len(piece) == 1:
            matches = text[at:at + 1].lower() == piece.lower()
            options = iter([(at + 1, None)] if matches else [])
        else:
            options = iter(_READERS[piece[1]](text, at))
        path.append([at, options, None])
        while True:
            found = next(path[-1][1], None)
            if found is not None:
                break
            start = path.pop()[0]
            failed.add((len(path), start))
            if not path:
                return None
        at, path[-1][2] = found
    values = [(piece[1], step[2]) for piece, step in zip(pieces, path) if len(piece) == 2]
    return values, at


_NO_YEAR = """\
Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647."""


def read(text, format):
    """What a text says by a format.

    Returns the year, month, day, hour, minute, second, weekday, day of the year, the
    microseconds, the offset in microseconds or None, and the zone's name or None.
    """
    for name, value in (("0", text), ("1", format)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {name} must be str, not {type(value)}")
    pieces = _pieces(format)
    if "%d" in pieces and not {"%Y", "%y", "%G"}.intersection(pieces):
        import warnings
        warnings.warn(_NO_YEAR, DeprecationWarning, stacklevel=3)
    matched = _match(pieces, text)
    if matched is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    values, end = matched
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")
    return _resolve(dict(values))


def _resolve(found):
    year = found.get("Y")
    if "y" in found:
        year = found["y"] + (2000 if found["y"] <= 68 else 1900)
    month = found.get("B", found.get("b", found.get("m", 1)))
    day = found.get("d", 1)
    hour = found.get("H", 0)
    if "I" in found:
        hour = found["I"] % 12 + (12 if found.get("p") == 1 else 0)
    weekday = found.get("A", found.get("a"))
    if "w" in found:
        weekday = (found["w"] + 6) % 7
    elif "u" in found:
        weekday = found["u"] - 1
    day_of_year = found.get("j")
    iso_year, iso_week = found.get("G"), found.get("V")
    if iso_year is not None:
        if day_of_year is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year "
                             "directive '%G'. Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive "
                             "'%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive "
                             "'%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive "
                         "'%Y'. Use the ISO year '%G' instead.")
    leap_year_fix = False
    if year is None and month == 2 and day == 29:
        # The default year has no such day; this is a leap year.
        year = 1904
        leap_year_fix = True
    elif year is None:
        year = 1900
    number = None
    if day_of_year is not None:
        # It says more than a month and a day, whatever these are.
        number = to_ordinal(year, 1, 1) + day_of_year - 1
    elif weekday is not None:
        if "U" in found or "W" in found:
            number = _day_of_week(year, found, weekday)
        elif iso_year is not None:
            if iso_week == 53 and iso_week_one(iso_year) + 52 * 7 >= iso_week_one(iso_year + 1):
                raise ValueError("Invalid week: 53")
            number = iso_week_one(iso_year) + (iso_week - 1) * 7 + weekday
    if number is not None:
        year, month, day = from_ordinal(number)
    elif day > days_in_month(year, month):
        raise ValueError("day is out of range for month")
    number = to_ordinal(year, month, day)
    if weekday is None:
        weekday = (number + 6) % 7
    if day_of_year is None:
        day_of_year = number - days_before_year(year)
    if leap_year_fix:
        year = 1900
    return (year, month, day, hour, found.get("M", 0), found.get("S", 0), weekday, day_of_year,
            found.get("f", 0), found.get("z"), found.get("Z"))


def _day_of_week(year, found, weekday):
    """The number of a weekday in a week that is counted from the first Sunday or Monday."""
    monday_first = "W" in found
    week = found["W"] if monday_first else found["U"]
    if not monday_first:
        weekday = (weekday + 1) % 7
    first = to_ordinal(year, 1, 1)
    first_weekday = (first + 6) % 7 if monday_first else first % 7
    if week == 0:
        return first + weekday - first_weekday
    until_first_week = (7 - first_weekday) % 7
    return first + until_first_week + 7 * (week - 1) + weekday
