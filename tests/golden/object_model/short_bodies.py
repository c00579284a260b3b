"""Short functions that store attributes: what they leave behind when something in the middle is unusual."""

import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        frame = sys._getframe(1)
        print("end of", self.name, "in", frame.f_code.co_name)


class Holder:
    def __init__(self, first, second):
        self.first = first
        self.second = second

    def replace(self, value):
        self.second = 0
        self.first = value

    def count(self):
        self.second += 1

    def count_twice(self):
        self.second += 1
        self.first += 1
        return self

    def both(self):
        return self.first + self.second

    def both_of(self, other):
        return self.both() + other.both()


# What is overwritten ends in the function that overwrites it.
for i in range(5):
    holder = Holder(Noisy(f"n{i}"), i)
    holder.count()
    holder.replace(i)
    print(holder.first, holder.second)

# The second statement can't be done without more ado, the first has been done.
for value in (1, 2.5, 10**30, "text", None, [1]):
    holder = Holder(value, 5)
    for _ in range(3):
        try:
            print(holder.count_twice() is holder, holder.first, holder.second)
        except TypeError as error:
            print(error, "line", error.__traceback__.tb_next.tb_lineno, holder.second)

# Large results.
holder = Holder(0, 2**63 - 2)
for _ in range(3):
    holder.count()
    print(holder.second, type(holder.second).__name__)

# Bodies that call such bodies, until one of them is something else.
a, b = Holder(1, 2), Holder(3, 4)
print([a.both_of(b) for _ in range(4)])
b.first = "x"
try:
    a.both_of(b)
except TypeError as error:
    tb, names = error.__traceback__, []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(error, names)
b.first = 3
b.both = lambda: 1000
print(a.both_of(b))
del b.both
Holder.both = lambda self: self.second
print(a.both_of(b), b.both_of(a))


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def swap(self, x, y):
        self.x, self.y = y, x

    def move(self):
        self.x += 1
        self.y -= 1


for _ in range(3):
    s = Slotted(1, 2)
    s.move()
    s.swap(s.x, s.y)
    print(s.x, s.y)
del s.y
try:
    s.move()
except AttributeError as error:
    print(error, s.x)


class Checked:
    """The first instances have no `__setattr__`, later ones have."""

    def __init__(self, x, y):
        self.x = x
        self.y = y


for i in range(6):
    if i == 3:
        def check(self, name, value):
            print("set", name, value)
            object.__setattr__(self, name, value)
        Checked.__setattr__ = check
    if i == 5:
        Checked.y = property(lambda self: "computed", lambda self, value: print("property gets", value))
        del Checked.__setattr__
    c = Checked(i, -i)
    print(c.x, c.y, c.__dict__)


# Attributes in another order, and an attribute deleted in between.
class Ordered:
    def first(self):
        self.a = 1
        self.b = 2

    def second(self):
        self.b = 3
        self.a = 4


for order in ("first", "second", "first second", "second first"):
    o = Ordered()
    for name in order.split() * 2:
        getattr(o, name)()
        o.first() if name == "second" else o.second()
        print(list(o.__dict__.items()))
        del o.a
        o.first()
        print(list(vars(o)))


def counter():
    n = 0

    def up(by):
        nonlocal n
        n += by
        return n

    def again():
        nonlocal n
        n += 1
        n += missing
        return n
    return up, again


up, again = counter()
print([up(1) for _ in range(3)], up(0.5))
try:
    up("s")
except TypeError as error:
    print(error)
for _ in range(2):
    try:
        again()
    except NameError as error:
        print(error, up(0))
missing = 10
print(again(), up(0))


class Deep:
    def __init__(self, inner):
        self.inner = inner

    def depth(self):
        return self.inner.depth()


class Bottom:
    def depth(self):
        return 1


for levels in (1, 2, 3, 4, 5, 8, 900):
    deep = Bottom()
    for _ in range(levels):
        deep = Deep(deep)
    print(levels, deep.depth(), deep.depth())
deep = Deep(None)
deep.inner = deep
try:
    deep.depth()
except RecursionError as error:
    print(error)


class Base:
    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value

    @property
    def double(self):
        return self.get() + self.value


class Derived(Base):
    def __init__(self, value, more):
        super().__init__(value)
        self.more = more

    def get(self):
        return super().get() + self.more

    def quadruple(self):
        return self.double + self.double


for kind in (Derived(1, 2), Derived(1.5, 2), Derived("a", "b")):
    print(kind.get(), kind.double, kind.quadruple())
del kind.value
for read in (lambda: kind.get(), lambda: kind.double, lambda: kind.quadruple()):
    try:
        read()
    except AttributeError as error:
        print(error, error.name, type(error.obj).__name__)
