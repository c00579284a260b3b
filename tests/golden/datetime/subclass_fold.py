import copy, pickle
from datetime import *

def logged(base):
    class Logged(base):
        def __new__(cls, *a, **k):
            print("  new", a, k)
            return base.__new__(cls, *a, **k)
    Logged.__qualname__ = Logged.__name__ = base.__name__.capitalize() + "L"
    globals()[Logged.__name__] = Logged
    return Logged

D, T, DT = logged(date), logged(time), logged(datetime)

def show(title, make):
    print(title)
    try:
        print("  ->", make().__reduce_ex__(4)[1])
    except Exception as e:
        print("  !", type(e).__name__, e)

class Zone(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return "Z"
    def __repr__(self): return "Zone()"
    def __reduce__(self): return Zone, ()

zone = Zone()
utc = timezone.utc
for fold in 0, 1:
    t = T(1, 2, 3, 4, fold=fold)
    tz = T(1, 2, 3, 4, zone, fold=fold)
    dt = DT(2020, 1, 2, 3, 4, 5, 6, fold=fold)
    aware = DT(2020, 1, 2, 3, 4, 5, 6, zone, fold=fold)
    show("time.replace", lambda: t.replace(hour=5))
    show("time.replace fold 0", lambda: t.replace(fold=0))
    show("time.replace fold 1", lambda: t.replace(fold=1))
    show("time.replace zone", lambda: tz.replace(hour=5))
    show("copy.replace", lambda: copy.replace(dt, day=5))
    show("replace", lambda: dt.replace(day=5))
    show("replace fold 0", lambda: dt.replace(fold=0))
    show("replace fold 1", lambda: dt.replace(fold=1))
    show("replace zone", lambda: aware.replace(day=5))
    show("date", lambda: dt.date())
    show("time", lambda: dt.time())
    show("timetz", lambda: aware.timetz())
    show("combine", lambda: DT.combine(dt, t))
    show("combine plain", lambda: DT.combine(date(2020, 1, 2), time(1, 2, fold=fold)))
    show("combine zone", lambda: DT.combine(dt, tz))
    show("combine zone given", lambda: DT.combine(dt, t, zone))
    show("combine none given", lambda: DT.combine(dt, tz, None))
    show("add", lambda: dt + timedelta(1))
    show("radd", lambda: timedelta(1) + aware)
    show("sub", lambda: aware - timedelta(1))
    show("astimezone", lambda: aware.astimezone(utc))
    show("astimezone same", lambda: aware.astimezone(zone))
    show("astimezone Zone", lambda: aware.astimezone(Zone()))
    show("pickle", lambda: pickle.loads(pickle.dumps(aware)))
    show("copy", lambda: copy.copy(aware))
    show("deepcopy", lambda: copy.deepcopy(dt))
    show("copy time", lambda: copy.copy(t))
    show("pickle time", lambda: pickle.loads(pickle.dumps(t)))
    print(hash(dt) == hash(dt.replace(fold=0)), hash(t) == hash(t.replace(fold=0)))
show("fromtimestamp utc", lambda: DT.fromtimestamp(1.5, utc))
show("fromtimestamp", lambda: DT.fromtimestamp(1.5))
show("fromtimestamp Zone", lambda: DT.fromtimestamp(1.5, zone))
show("strptime", lambda: DT.strptime("2020-01-02 +0100", "%Y-%m-%d %z"))
show("strptime", lambda: DT.strptime("2020-01-02", "%Y-%m-%d"))
show("fromisoformat", lambda: DT.fromisoformat("2020-01-02"))
show("fromisoformat", lambda: DT.fromisoformat("2020-01-02T03:04:05.6+01:00"))
show("time.fromisoformat", lambda: T.fromisoformat("03:04:05"))
show("time.fromisoformat", lambda: T.fromisoformat("03:04:05Z"))
show("fromordinal", lambda: DT.fromordinal(5))
show("fromisocalendar", lambda: DT.fromisocalendar(2020, 5, 5))
show("date.fromordinal", lambda: D.fromordinal(5))
show("date.fromisoformat", lambda: D.fromisoformat("2020-01-02"))
show("date.fromtimestamp", lambda: D.fromtimestamp(0))
show("date.fromisocalendar", lambda: D.fromisocalendar(2020, 5, 5))
d = D(2020, 1, 2)
show("date.replace", lambda: d.replace(day=7))
show("date add", lambda: d + timedelta(1))
show("date copy", lambda: copy.copy(d))
show("date pickle", lambda: pickle.loads(pickle.dumps(d)))
print("own")

class NoFold(datetime):
    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        return super().__new__(cls, year, month, day, hour, minute, second, microsecond, tzinfo)

n = NoFold(2020, 1, 2, 3)
print(n.replace(day=3), NoFold.combine(n, time(1)), NoFold.fromtimestamp(0, utc), n.astimezone(utc) == n)
