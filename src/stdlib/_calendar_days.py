"""The calendar: days as years, months and days, and back."""


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
