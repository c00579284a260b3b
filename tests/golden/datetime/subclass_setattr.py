# What a date consists of is no attribute to a subclass: its __setattr__ isn't asked.
import copy
import pickle
from datetime import date, datetime, time, timedelta, timezone


def closed(base):
    def __setattr__(self, name, value):
        raise TypeError(f"{name} can't be set")

    made = type(base)("Closed" + base.__name__, (base,), {"__setattr__": __setattr__})
    made.__module__ = __name__
    globals()[made.__name__] = made
    return made


D, T, DT, TD = closed(date), closed(time), closed(datetime), closed(timedelta)
values = [D(2020, 1, 2), D.fromisoformat("2020-01-02"), D.fromordinal(700000), T(1, 2, 3),
          T(1, 2, fold=1), DT(2020, 1, 2, 3, 4), DT.fromtimestamp(0, timezone.utc),
          DT.strptime("2020", "%Y"), TD(1, 2, 3), TD(hours=1.5)]
for value in values:
    print(repr(value), value == copy.copy(value) == pickle.loads(pickle.dumps(value)),
          hash(value) == hash(copy.deepcopy(value)))
    try:
        value.other = 1
    except TypeError as error:
        print(error)
print(D(2020, 1, 2) + timedelta(1), DT(2020, 1, 2) - TD(1), T(1).replace(hour=2), TD(1) * 2)
