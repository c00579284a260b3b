from datetime import *

class Zone(tzinfo):
    def __init__(self, name, hours):
        self.name, self.hours = name, hours
    def utcoffset(self, dt):
        print("  ", self.name, "utcoffset", repr(dt))
        return timedelta(hours=self.hours)
    def dst(self, dt):
        print("  ", self.name, "dst", repr(dt))
        return timedelta(0)
    def tzname(self, dt):
        print("  ", self.name, "tzname", repr(dt))
        return self.name
    def __repr__(self):
        return self.name

class Stamp(datetime):
    def __new__(cls, *args, **named):
        print("   new", args, named)
        return super().__new__(cls, *args, **named)

class Clock(time):
    def __new__(cls, *args, **named):
        print("   new", args, named)
        return super().__new__(cls, *args, **named)

def show(title, make):
    print(title)
    try:
        print("  ->", make())
    except Exception as e:
        print("  !", type(e).__name__, e)

A, B, C = Zone("A", 0), Zone("B", 0), Zone("C", 1)
for kind in datetime, Stamp:
  for fold in 0, 1:
    a = kind(2020, 1, 1, 1, tzinfo=A, fold=fold)
    b = kind(2020, 1, 1, 1, tzinfo=B)
    c = kind(2020, 1, 1, 2, tzinfo=C)
    d = kind(2020, 1, 1, 1, tzinfo=C)
    n = kind(2020, 1, 1, 1, fold=fold)
    for other in a, b, c, d, n:
        show("==", lambda: a == other)
        show("!=", lambda: a != other)
        show("<", lambda: a < other)
        show("-", lambda: a - other)
        show("== naive", lambda: n == other)
    h = hash
    show("hash", lambda: hash(a) == hash(a))
    show("hash", lambda: hash(n) == hash(n))
    show("strftime", lambda: a.strftime("%Y"))
    show("strftime %Z %z", lambda: a.strftime("%Z %z"))
    show("strftime %:z", lambda: a.strftime("%z %:z"))
    show("isoformat", lambda: a.isoformat())
    show("timetuple", lambda: a.timetuple())
    show("utctimetuple", lambda: a.utctimetuple())
    show("timestamp", lambda: a.timestamp())
    show("astimezone", lambda: a.astimezone(C))
    show("astimezone", lambda: a.astimezone(timezone.utc))
    show("astimezone", lambda: a.astimezone())
    show("astimezone", lambda: n.astimezone(C))
    show("utcoffset", lambda: a.utcoffset())
    show("fromtimestamp", lambda: kind.fromtimestamp(0, A))
for kind in time, Clock:
  for fold in 0, 1:
    a = kind(1, tzinfo=A, fold=fold)
    b = kind(1, tzinfo=B)
    c = kind(2, tzinfo=C)
    n = kind(1, fold=fold)
    for other in a, b, c, n:
        show("==", lambda: a == other)
        show("!=", lambda: a != other)
        show("<", lambda: a < other)
    show("hash", lambda: hash(a) == hash(a))
    show("hash", lambda: hash(n) == hash(n))
    show("strftime", lambda: a.strftime("%H %Z %z"))
    show("isoformat", lambda: a.isoformat())
