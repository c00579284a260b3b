"""Dates, times and lengths of time: operators, attributes, construction, on random ones."""
import random
from datetime import *
r = random.Random(11)
class SD(date): pass
class SDT(datetime): pass
class STD(timedelta): pass
zones = [None, None, None, timezone.utc, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(seconds=-3601), 'X')]
def mk():
    k = r.randrange(12)
    y, m, d = r.choice([1, 2, 1900, 1970, 2000, 2023, 2024, 9999]), r.randrange(1, 13), r.randrange(1, 32)
    clock = (r.randrange(24), r.randrange(60), r.choice([0, r.randrange(60)]), r.choice([0, 0, 5, r.randrange(10**6)]))
    if k < 3: return date(y, m, min(d, 28))
    if k < 7: return datetime(y, m, min(d, 28), *clock, r.choice(zones), fold=r.choice([0, 0, 1]))
    if k < 10: return timedelta(r.choice([0, 1, -1, r.randrange(-10**6, 10**6), 999999900, -999999900]), r.randrange(-10**6, 10**6), r.randrange(-10**7, 10**7))
    if k == 10: return r.choice([5, 2.5, 'a', None, time(1, 2, 3), SD(2020, 1, 2), STD(1, 2)])
    return SDT(2020, 1, 2, 3, tzinfo=r.choice(zones))
def show(f):
    # What messages call the classes is not looked at here.
    try:
        v = f()
        return f'{type(v).__name__}:{v!r}'
    except Exception as e:
        return type(e).__name__
ops = ['a+b', 'a-b', 'a==b', 'a!=b', 'a*3', '3*a', '-a', 'str(a)', 'a.toordinal()', 'a.weekday()', 'a.isoweekday()',
       '(a.year, a.month, a.day)', '(a.hour, a.minute, a.second, a.microsecond, a.tzinfo, a.fold)',
       '(a.days, a.seconds, a.microseconds)', 'a.total_seconds()', 'bool(a)', 'hash(a) == hash(b)']
same = ['a<b', 'a<=b', 'a>b', 'a>=b', 'a-b', 'max(a, b)']
for i in range(1500):
    a, b, op = mk(), mk(), r.choice(ops)
    if type(a) is type(b) and r.random() < .7:
        op = r.choice(same)
    print(i, op, repr(a), repr(b), show(lambda: eval(op)))
for args in ((2023, 2, 29), (2023, 13, 1), (0, 1, 1), (10000, 1, 1), (2023, 1, 32), ('2023', 1, 1), (2023,), (), (2023, 1, 1.0), (True, True, True), (2023, 1, 1, 1)):
    print(args, show(lambda: date(*args)), show(lambda: datetime(*args)))
for args in ((2023, 1, 1, 24), (2023, 1, 1, 0, 60), (2023, 1, 1, 0, 0, 60), (2023, 1, 1, 0, 0, 0, 10**6), (2023, 1, 1, 0, 0, 0, 0, 'x'), (2023, 1, 1, -1)):
    print(args, show(lambda: datetime(*args)))
print(show(lambda: datetime(2023, 1, 1, fold=2)), show(lambda: timedelta(10**10)), show(lambda: timedelta(1.5, hours=0.1)), show(lambda: timedelta(weeks=1, hours=2, minutes=3, milliseconds=4)), show(lambda: timedelta('a')))
for name in ('year', 'hour', 'days'):
    for cls in (date, datetime, timedelta):
        found = cls.__dict__.get(name)
        print(name, cls.__name__, type(found).__name__)
for setter in (lambda: setattr(date(2020, 1, 1), 'year', 1), lambda: setattr(timedelta(1), 'days', 1), lambda: date.year.__get__(5), lambda: date.__add__(5, 5)):
    print(show(setter))
import pickle, copy
for v in (date(2020, 1, 2), datetime(2020, 1, 2, 3, tzinfo=timezone.utc, fold=1), timedelta(1, 2, 3), SDT(2020, 1, 2)):
    print(pickle.loads(pickle.dumps(v)) == v, copy.deepcopy(v) == v, type(copy.copy(v)).__name__, pickle.dumps(v, 2))
