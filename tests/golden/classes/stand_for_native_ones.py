"""Classes of the library that CPython has natively: messages name them with their modules, and they can't be changed."""
import ast
import datetime
import decimal
import pathlib
import queue
import threading
import weakref


def tried(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


class Zone(datetime.tzinfo):
    pass


class SlottedZone(datetime.tzinfo):
    __slots__ = ("kept",)


class Moment(datetime.datetime):
    pass


class Number(decimal.Decimal):
    pass


values = [datetime.date(2020, 1, 1), datetime.time(1), datetime.datetime(2020, 1, 1), datetime.timedelta(1),
          datetime.timezone.utc, datetime.tzinfo(), decimal.Decimal(1), decimal.getcontext(), threading.Lock(),
          threading.RLock(), threading.local(), queue.SimpleQueue(), ast.Constant(1), ast.AST(), Zone(), SlottedZone(),
          Moment(1, 1, 1), Number(1), pathlib.PurePath("a")]
for value in values:
    kind = type(value)
    print("-", kind)
    tried(lambda: value < "a")
    tried(lambda: value + "a")
    tried(lambda: -value if not isinstance(value, (decimal.Decimal, datetime.timedelta)) else None)
    tried(lambda: len(value))
    tried(lambda: value())
    tried(lambda: value[0])
    tried(lambda: [1][value])
    tried(lambda: iter(value) and None)
    tried(lambda: 1 in value)
    tried(lambda: value.missing)
    tried(lambda: kind.missing)
    if kind not in (ast.AST, decimal.Context):
        tried(lambda: hasattr(value, "__dict__"))
        tried(lambda: type(weakref.ref(value)).__name__)
    if kind.__module__ != "__main__" and kind not in (ast.AST, ast.Constant, pathlib.PurePosixPath):
        tried(lambda: setattr(kind, "missing", 1))
        tried(lambda: delattr(kind, "__doc__"))
        tried(lambda: setattr(kind, "__name__", "x"))
        tried(lambda: setattr(kind, "__bases__", ()))
        tried(lambda: setattr(kind, "__doc__", "x"))
        tried(lambda: setattr(value, "__class__", Zone))
    tried(lambda: bool(kind.__flags__ & 1 << 8))
tried(lambda: type("Made", (datetime.timezone,), {}))
tried(lambda: type("Made", (type(threading.Lock()),), {}))
moment = Moment(2020, 1, 1)
tried(lambda: setattr(moment, "__class__", datetime.datetime))
tried(lambda: setattr(datetime.datetime(1, 1, 1), "__class__", Moment))
moment.extra = 1
print(moment.__dict__, Zone().__dict__)
print(pathlib.Path, pathlib.UnsupportedOperation)
