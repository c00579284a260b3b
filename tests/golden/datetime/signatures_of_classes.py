"""The classes' signatures are told nowhere, unless a subclass has a constructor of its own; tzinfo
takes any arguments, for its subclasses' sake."""

import datetime
import inspect


class Plain(datetime.date):
    pass


class New(datetime.date):
    def __new__(cls, a, b=1):
        return super().__new__(cls, a, b, 1)


class Zone(datetime.tzinfo):
    pass


class ZoneInit(datetime.tzinfo):
    def __init__(self, name):
        self.name = name


class DeltaInit(datetime.timedelta):
    def __init__(self, days):
        pass


class Meta(type):
    def __call__(cls, anything):
        pass


class OfMeta(datetime.time, metaclass=Meta):
    pass


for cls in (datetime.date, datetime.datetime, datetime.time, datetime.timedelta, datetime.tzinfo,
            datetime.timezone, Plain, New, Zone, ZoneInit, DeltaInit, OfMeta):
    try:
        print(cls.__name__, inspect.signature(cls))
    except ValueError as error:
        print(error)
for cls in datetime.date, datetime.datetime, datetime.time, datetime.timedelta, datetime.tzinfo:
    print(inspect.signature(cls.__new__), cls.__text_signature__, cls.__new__.__text_signature__)
print(type(datetime.tzinfo(1, 2, x=3)), type(Zone(1, x=2)), ZoneInit("n").name, ZoneInit(name=3).name)
for wrong in (), (1, 2):
    try:
        ZoneInit(*wrong)
    except TypeError as error:
        print(error)
