# Timestamps in zones with and without daylight saving, other numbers, hashes, ISO weeks.
import os
import random
import time as clock
from datetime import date, datetime, timedelta, timezone, tzinfo

rng = random.Random(5)


class Fold(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2 if dt is None or dt.fold == 0 else 1)

    def dst(self, dt):
        return timedelta(0)

    def __repr__(self):
        return "Fold()"


class Sub(datetime):
    def utcoffset(self):
        return timedelta(hours=3)


class SubDelta(timedelta):
    pass


ZONES = [timezone.utc, timezone(timedelta(seconds=3601, microseconds=5), "X"), Fold(),
         timezone(SubDelta(hours=1)), timezone.max]


def show(*what):
    *names, function = what
    try:
        print(*names, repr(function()))
    except Exception as error:
        print(*names, type(error).__name__, error)


def back_and_forth(seconds):
    local = datetime.fromtimestamp(seconds)
    return local, local.fold, local.timestamp(), local.replace(fold=1).timestamp()


for zone in "UTC", "CET-1CEST,M3.5.0,M10.5.0/3", "AEST-10AEDT,M10.1.0,M4.1.0/3", "XYZ+3:30":
    os.environ["TZ"] = zone
    clock.tzset()
    for change in 1711846800, 1729990800, 1743296400, 1774746000, 1775318400:
        for _ in range(8):
            seconds = change + rng.randrange(-9000, 9000)
            show(zone, seconds, lambda: back_and_forth(seconds))
            show(zone, seconds, lambda: Sub.fromtimestamp(seconds))
    now = datetime.now()
    print(type(now), now.tzinfo, now.fold, abs(now.timestamp() - clock.time()) < 60)
    print(abs(datetime.now(timezone.utc).timestamp() - clock.time()) < 60)

os.environ["TZ"] = "UTC"
clock.tzset()
for seconds in (2.5e-6, 1.5e-6, 5e-7, -1.5e-6, -0.0, 5e-324, .9999996, -.9999996, 1e9 + 2 ** -20, True, 2 ** 70,
                float("nan"), float("inf"), 1e300, "x", 253402300799, 253402300800, -62135596801,
                *[rng.uniform(-1e10, 1e10) for _ in range(20)]):
    for zone in [None, *ZONES]:
        show(seconds, lambda: datetime.fromtimestamp(seconds, zone))
show("zone", lambda: datetime.fromtimestamp(0, 5))

moment = datetime(2024, 2, 29, 1, 2, 3, 4, timezone.utc, fold=1)
for changes in ({}, {"year": 2023}, {"month": 13}, {"day": 30}, {"hour": 24}, {"minute": True}, {"second": "x"},
                {"microsecond": 10 ** 6}, {"tzinfo": None}, {"tzinfo": 5}, {"fold": 0}, {"fold": 2}):
    show(changes, lambda: moment.replace(**changes))
    show(changes, lambda: Sub(2024, 2, 29, tzinfo=ZONES[2]).replace(**changes))
    if changes.keys() <= {"year", "month", "day"}:
        show(changes, lambda: date(2024, 2, 29).replace(**changes))

for _ in range(100):
    day = date.fromordinal(rng.choice([rng.randrange(1, 3652060), rng.randrange(730000, 740000)]))
    if rng.random() < .5:
        day = date(day.year, *rng.choice([(1, 1), (1, 3), (12, 29), (12, 31)]))
    print(day, day.isocalendar(), datetime(day.year, day.month, day.day, 5).isocalendar() == day.isocalendar())
    same = datetime(day.year, day.month, day.day, rng.randrange(24), tzinfo=rng.choice(ZONES[:2]))
    if 1 < day.year < 9999:
        other = same.astimezone(rng.choice(ZONES))
        print(same == other, same != other or hash(same) == hash(other), len({same, other, same.replace()}))
    print(hash(day) == hash(same.date()), {day: 1}[same.date()], type(Sub(day.year, 1, 1).date()))
    print(same.timestamp())
