"""Instances of classes whose `__init__` only stores its arguments, while the classes change."""


class Pair:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def pairs(count=3):
    return [Pair(i, str(i)) for i in range(count)]


def show(*objects):
    for obj in objects:
        print(type(obj).__name__, vars(obj))


show(*pairs())
print(pairs()[1].__dict__, list(vars(Pair(2, 1))))

# A default, keywords, wrong numbers of arguments.
for call in (lambda: Pair(1), lambda: Pair(1, 2, 3), lambda: Pair(left=1, right=2), lambda: Pair(1, right=2)):
    try:
        show(call())
    except TypeError as error:
        print(error)

# A property takes the place of one of the attributes.
log = []
Pair.left = property(lambda self: self.right * 2, lambda self, value: log.append(value))
show(*pairs())
print([pair.left for pair in pairs()], log)
del Pair.left
show(*pairs())

# A class attribute does not.
Pair.left = 7
show(*pairs(2))
del Pair.left

# `__setattr__` comes and goes.
Pair.__setattr__ = lambda self, name, value: object.__setattr__(self, name, (name, value))
show(*pairs(2))
del Pair.__setattr__
show(*pairs(2))

# The code of `__init__` is replaced, then the method.
old = Pair.__init__.__code__


def other(self, left, right):
    self.right = left
    self.left = right


Pair.__init__.__code__ = other.__code__
show(*pairs(2))
Pair.__init__.__code__ = old
show(*pairs(2))
Pair.__init__ = lambda self, left, right: print("init", left, right)
show(*pairs(2))
Pair.__init__ = other
show(*pairs(2))


class Triple(Pair):
    def __init__(self, a, b, c):
        self.a, self.b, self.c = a, b, c
        self.kind = "triple"
        self.again = a


for _ in range(3):
    show(Triple(1, [2], "3"))


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.y = y
        self.x = x


class Mixed(Slotted):
    def __init__(self, x, y):
        self.z = 0
        self.x = x
        self.w = y


for _ in range(3):
    slotted, mixed = Slotted(1, 2), Mixed(3, 4)
    print(slotted.x, slotted.y, mixed.x, hasattr(mixed, "y"), vars(mixed))


class Ending:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


for name in "abc":
    Ending(name)


class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.called = True
        return made


class Made(metaclass=Meta):
    def __init__(self, value):
        self.value = value


for i in range(3):
    show(Made(i))


class Same:
    def __init__(self, value, unused):
        self.value = value
        self.value = 1


class Itself:
    def __init__(self, value):
        self.me = self
        self.value = value


for i in range(3):
    show(Same(i, i))
    it = Itself(i)
    print(it.me is it, it.value)


class Counting:
    made = 0

    def __new__(cls, value):
        cls.made += 1
        return super().__new__(cls)

    def __init__(self, value):
        self.value = value


print([Counting(i).value for i in range(3)], Counting.made)


class First:
    def __init__(self, a):
        self.a = a


class Second(First):
    a = None


class Third(First):
    @property
    def a(self):
        return "computed"

    @a.setter
    def a(self, value):
        self.stored = value


for cls in (First, Second, Third, First, Third, Second):
    show(cls(cls.__name__))
show(First.__new__(First))


class Many:
    def __init__(self, a, b, c, d, e, f):
        self.f = f
        self.e = e
        self.d = d
        self.c = c
        self.b = b
        self.a = a


for i in range(3):
    many = Many(*range(i, i + 6))
    show(many, Many(i, i, i, i, i, i))


def evaluating():
    class Late:
        def __init__(self, a, b):
            self.a = a
            self.b = b

    def change():
        Late.__init__ = lambda self, a, b: setattr(self, "changed", (a, b))
        return 2
    show(Late(1, 1), Late(1, 1))
    show(Late(1, change()))
    show(Late(1, 2))


evaluating()
