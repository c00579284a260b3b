"""What the evaluator does in place, with operands that are not what it expects."""
import math
import sys


class Odd:
    """Compares and adds in its own way."""

    def __init__(self, log):
        self.log = log

    def __lt__(self, other):
        self.log.append(("lt", other))
        return "yes"

    def __add__(self, other):
        self.log.append(("add", other))
        return -5

    def __sub__(self, other):
        self.log.append(("sub", other))
        return 1


def classify(x, y):
    out = []
    if x < 3:
        out.append("<3")
    if x <= y:
        out.append("<=y")
    if x == 3:
        out.append("==3")
    if x != y:
        out.append("!=y")
    out.append("big" if x > 3 else "small")
    out.append([i for i in range(4) if i >= x])
    while x >= 5:
        out.append(x)
        x = x - 2
    return out


for pair in [(1, 2), (3, 3), (7, 2), (2.5, 3), (True, 2), (2 ** 70, 2 ** 71), (2 ** 63, 1)]:
    print(pair, classify(*pair) if pair[0] < 100 else [pair[0] < 3, pair[0] <= pair[1]])

log = []
odd = Odd(log)
print("odd" if odd < 3 else "even", log)


def offsets(x, table):
    return [x + 1, x - 1, table[x + 1], table[x - 1], max(x + 2, x - 2)]


print(offsets(1, "abcd"), offsets(True, "abcd"))
print((lambda n: n + 1)(2 ** 63 - 1), (lambda n: n - 1)(-2 ** 63), (lambda n: n - -(2 ** 63 - 1))(1))
print((lambda n: n + 1)(1.5), (lambda n: n + 1)(odd), (lambda n: n - 1)(odd), log)
for wrong in ("a", None, [1]):
    try:
        offsets(wrong, "ab")
    except TypeError as error:
        print(error)


def unbound(flag):
    if flag:
        x = 1
    try:
        return x + 1
    except UnboundLocalError as error:
        return str(error)


def unbound_condition(flag):
    if flag:
        x = 1
    try:
        if x < 2:
            return "less"
    except UnboundLocalError as error:
        return str(error)


print(unbound(True), unbound(False), unbound_condition(True), unbound_condition(False))


class Base:
    def __init__(self, size):
        self.size = size


class Derived(Base):
    def __init__(self, size, border):
        """Documented."""
        super().__init__(size)
        self.border = border


class Checked(Base):
    @property
    def size(self):
        return self._size

    @size.setter
    def size(self, value):
        if value < 0:
            raise ValueError("negative")
        self._size = value


class Both(Derived, Checked):
    pass


def make(cls, n):
    return [vars(cls(i, i + 1)) for i in range(n)]


print(make(Derived, 3), make(Both, 3))
try:
    Both(-1, 2)
except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_code.co_name)

events = []


def traced(self, size):
    events.append(size)
    self.size = size * 2


Base.__init__ = traced
print(make(Derived, 2), events)
Base.__init__ = lambda self, size: None
print(make(Derived, 2))
del Base.__init__
try:
    make(Derived, 1)
except TypeError as error:
    print(error)


class Counter:
    total = 0

    def __init__(self):
        self.count = 0

    def note(self):
        self.count += 1

    def note_twice(self):
        self.note()
        self.note()

    def note_and_read(self):
        self.note()
        return self.count


counter = Counter()
for _ in range(300):
    counter.note_twice()
print(counter.count, counter.note_and_read(), counter.note_and_read())
counter.count = 2 ** 63 - 2
for _ in range(3):
    counter.note_twice()
print(counter.count)
counter.count = "text"
try:
    counter.note_twice()
except TypeError as error:
    print(error)


class Loud(Counter):
    def __setattr__(self, name, value):
        events.append((name, value))
        super().__setattr__(name, value)


loud = Loud()
loud.note_twice()
print(events[-3:])


def recursion(self):
    self.again()


Counter.again = recursion
try:
    Counter().again()
except RecursionError as error:
    print(type(error).__name__)


def shared():
    n = 0

    def advance():
        "Counts."
        nonlocal n
        n += 1
        return n
    return advance


advance = shared()
print([advance() for _ in range(5)], advance.__doc__, advance.__closure__[0].cell_contents)


def many(a, b, c):
    return (lambda: 0), (lambda: a), (lambda: a + b), (lambda x=a, *, y=b: (x, y, a, b, c))


for function in many(1, 2, 3):
    print(function(), function.__closure__ and len(function.__closure__), function.__defaults__,
          function.__kwdefaults__, function.__name__, function.__qualname__)


def described(x: int, *, y: str = "y") -> None:
    """What it is."""


print(described.__name__, described.__doc__, described.__annotations__, described.__kwdefaults__)
described.__name__, described.__doc__, described.__kwdefaults__ = "other", None, {"y": 1}
print(described.__name__, described.__qualname__, described.__doc__, described.__kwdefaults__)
first, second = described.__code__, advance.__code__
described.__code__ = (lambda x, *, y: (x, y)).__code__
print(described(1), described.__name__)
described.__code__ = first
print(described(1))

for i, x in enumerate("ab", 5):
    print(i, x)
for a, b in zip([1, 2, 3], (x for x in "xy")):
    print(a, b)
table = {"k": 1, "l": 2}
for k, v in table.items():
    print(k, v)
try:
    for k, v in table.items():
        table["new"] = v
except RuntimeError as error:
    print(error)
try:
    for a, b in zip([1, 2], [1], strict=True):
        print(a, b)
except ValueError as error:
    print(error)


def failing():
    yield 1
    raise KeyError("gone")


try:
    for i, x in enumerate(failing()):
        print(i, x)
except KeyError as error:
    print(error, error.__traceback__.tb_lineno)
print({x: i for i, x in enumerate("aab")}, [a * b for a, b in zip(range(3), range(3))])


def comprehensions():
    x = "outer"
    functions = [lambda: x for x in range(3)]
    try:
        [1 // x for x in (1, 0)]
    except ZeroDivisionError:
        pass
    nested = [[x for x in range(x)] for x in range(3)]
    return x, [f() for f in functions], nested, [x for x in [x]]


print(comprehensions())


class Holder:
    root = math.sqrt

    def __init__(self):
        self.call = len


holder = Holder()
print(holder.call([1, 2]), holder.root(16), math.sqrt(4), Holder.root(9), math.floor(2.5))
for call in (lambda: holder.call(), lambda: math.sqrt("x"), lambda: math.sqrt(1, 2), lambda: isinstance(1, 2),
             lambda: len(1, 2), lambda: len(obj=1), lambda: isinstance(1, (str, 2))):
    try:
        call()
    except TypeError as error:
        print(error)
print(isinstance(True, (str, int)), isinstance([], (str, (int, list))), isinstance(1, int | str), len("abc"))
holder.call = lambda *args, **kwargs: (args, kwargs)
print(holder.call(1, x=2))


class Items:
    def __init__(self):
        self.list = [0, 0, 0]
        self.at = 1
        self.by = 2.5


items = Items()


def update(items, i):
    items.list[items.at] += items.by
    items.list[i + 1] += i
    items.list[i - 1] = items.at
    items.at += items.by
    total = 1
    total += items.at
    total *= items.by
    return items.list[i], total


print(update(items, 1), items.list, items.at)
try:
    update(items, 1)
except TypeError as error:
    print(error)


class Described:
    def __get__(self, obj, owner):
        return (type(obj).__name__, owner.__name__)


class Owner:
    plain = Described()


owner = Owner()
reads = [owner.plain for _ in range(2)]
Described.__set__ = lambda self, obj, value: events.append(value)
owner.plain = 3
reads += [owner.plain for _ in range(2)]
del Described.__set__
owner.plain = 4
reads += [owner.plain for _ in range(2)]
Described.__get__ = lambda self, obj, owner: "new"
reads += [Owner().plain for _ in range(2)]
del Described.__get__
print(reads, events[-1], type(Owner().plain).__name__, owner.plain)


def clear_names():
    try:
        raise ValueError("once")
    except ValueError as error:
        kept = error
    try:
        error
    except UnboundLocalError as unbound:
        return kept, str(unbound)


print(clear_names())
