# What dates and decimals consist of is no attribute that a program could set.
import copy
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

values = [date(2020, 1, 2), datetime(2020, 1, 2, tzinfo=timezone.utc), time(1, 2), timedelta(1, 2, 3),
          timezone(timedelta(hours=1)), Decimal("1.5")]
names = ["_year", "_month", "_day", "_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold",
         "_days", "_seconds", "_microseconds", "_offset", "_name", "_sign", "_coefficient", "_exponent"]
for value in values:
    before = repr(value)
    for name in names:
        for change in (lambda: setattr(value, name, 3), lambda: object.__setattr__(value, name, 3),
                       lambda: delattr(value, name)):
            try:
                change()
                print("changed", name)
            except AttributeError as error:
                print(error)
    print(before == repr(value), copy.copy(value) == value, hash(value) == hash(copy.deepcopy(value)))


def assign(day):
    day._year = 3


for _ in range(5):
    try:
        assign(date(2020, 1, 2))
    except AttributeError as error:
        print(error)


class Day(date):
    def __init__(self, *args):
        self.note = args


day = Day(2020, 1, 2)
day.other = 1
print(day, day.note, day.other, vars(day))


class Amount(Decimal):
    __slots__ = ("unit",)

    def __new__(cls, value, unit):
        self = super().__new__(cls, value)
        self.unit = unit
        return self


amount = Amount("1.50", "m")
print(amount, amount.unit, amount + 1, amount.sqrt(), abs(-amount), round(amount, 1))
try:
    amount.other = 1
except AttributeError as error:
    print(error)
