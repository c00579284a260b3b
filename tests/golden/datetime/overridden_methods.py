from datetime import *
class Asked(Exception): pass
def raising(name):
    def method(self, *a, **k):
        print("   asked:", name)
        return getattr(super(type(self), self), name)(*a, **k)
    return method
def show(title, make):
    print(title)
    try:
        print("  ->", make())
    except Exception as e:
        print("  !", type(e).__name__, e)
names = ["toordinal", "weekday", "isoweekday", "timetuple", "isoformat", "__str__", "strftime", "ctime", "isocalendar", "replace", "__eq__", "__lt__", "__hash__", "__format__", "__add__", "__sub__", "__repr__", "__reduce__", "__reduce_ex__"]
more = ["utcoffset", "dst", "tzname", "date", "time", "timetz", "utctimetuple", "timestamp", "astimezone"]
fields = ["year", "month", "day"]
clock = ["hour", "minute", "second", "microsecond", "tzinfo", "fold"]
def prop(name):
    def get(self):
        print("   asked:", name)
        return getattr(super(type(self), self), name)
    return property(get)
def build(base, names, fields):
    return type("X" + base.__name__, (base,), {**{n: raising(n) for n in names if n in dir(base)}, **{n: prop(n) for n in fields}})
D = build(date, names, fields)
DT = build(datetime, names + more, fields + clock)
T = build(time, names + more, clock)
TD = build(timedelta, ["__eq__", "__lt__", "__add__", "__sub__", "__neg__", "total_seconds", "__bool__", "__str__", "__hash__", "__mul__", "__divmod__", "__radd__", "__rsub__", "__abs__", "__mod__", "__floordiv__"], ["days", "seconds", "microseconds"])
a, b = D(2020, 1, 2), D(2020, 3, 4)
utc = timezone.utc
class Z(tzinfo):
    def __repr__(self): return "Z()"
    def utcoffset(self, dt): return timedelta(hours=1)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return "ZZ"
x, y = DT(2020, 1, 2, 3, 4, 5, 6, utc), DT(2020, 3, 4, 5, 6, 7, 8, Z())
n = DT(2020, 1, 2, 3, 4, 5, 6, fold=1)
s, t = T(1, 2, 3, 4, utc), T(2, 3, 4, 5, Z())
u = T(1, 2, 3, fold=1)
p, q = TD(1, 2, 3), TD(4, 5, 6)
two = [(a, b), (x, y), (n, n), (s, t), (u, u), (p, q)]
for l, r in two:
    print(type(l).__name__)
    show("-", lambda: l - r)
    show("+", lambda: l + r)
    show("<", lambda: l < r)
    show(">=", lambda: l >= r)
    show("==", lambda: l == r)
    show("!=", lambda: l != r)
    show("hash", lambda: hash(l) == hash(l))
    show("repr", lambda: repr(l))
    show("str", lambda: str(l))
    show("bool", lambda: bool(l))
    show("reduce", lambda: type(l).__mro__[1].__reduce_ex__(l, 4))
for l in a, x, y, n, s, t, u:
    print(type(l).__name__)
    show("%A", lambda: l.strftime("%A"))
    show("%d %H %f %z %Z", lambda: l.strftime("%d %H %f %z %Z"))
    show("format", lambda: format(l, "%d"))
    show("format empty", lambda: format(l, ""))
    for name in names + more:
        if name in ("__eq__", "__lt__", "strftime", "__format__", "__add__", "__sub__", "replace", "__reduce_ex__", "__hash__") or not hasattr(l, name): continue
        if name == "__reduce__" : continue
        show(name, lambda: getattr(l, name)())
for l in a, x, y, n:
    print(type(l).__name__)
    show("+", lambda: l + timedelta(1))
    show("-", lambda: l - timedelta(1))
    show("+p", lambda: l + p)
    show("-p", lambda: l - p)
    show("p+", lambda: p + l)
    show("replace", lambda: l.replace(day=3))
for l in x, y, n:
    show("astimezone", lambda: l.astimezone(utc))
    show("combine", lambda: DT.combine(l, s))
    show("combine", lambda: datetime.combine(l, s))
show("neg", lambda: -p)
show("abs", lambda: abs(-p))
show("mul", lambda: p * 2)
show("div", lambda: p / 2)
show("divt", lambda: p / q)
show("fdiv", lambda: p // q)
show("mod", lambda: p % q)
show("divmod", lambda: divmod(p, q))
show("total", lambda: timedelta.total_seconds(p))
show("timezone", lambda: timezone(TD(0, 60)))
show("timezone", lambda: timezone(TD(0, 60)).tzname(None))
show("timezone", lambda: timezone(TD(0, 60)) == timezone(TD(0, 60)))
show("timezone", lambda: hash(timezone(TD(0, 60))) == 0)
class O(tzinfo):
    def utcoffset(self, dt): return TD(0, 3600)
    def dst(self, dt): return TD(0)
    def tzname(self, dt): return "OO"
o = datetime(2020, 1, 2, tzinfo=O())
for name in "utcoffset", "dst", "isoformat", "timetuple", "utctimetuple":
    show(name, lambda: getattr(o, name)())
show("fromutc", lambda: o.tzinfo.fromutc(o))
show("fromutc", lambda: o.tzinfo.fromutc(DT(2020,1,2,tzinfo=o.tzinfo)))
show("astimezone", lambda: o.astimezone(utc))
show("<", lambda: o < y)
show("==", lambda: o == x)
show("-", lambda: o - x)
