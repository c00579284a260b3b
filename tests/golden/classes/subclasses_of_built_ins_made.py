"""Instances of subclasses of built-in types: who is asked, in hot loops too, and after changes."""


class I(int):
    pass


class S(str):
    pass


class T(tuple):
    def __new__(cls, a, b):
        return tuple.__new__(cls, (a, b))


class F(float):
    def __init__(self, *args):
        log.append(("F.__init__", args))


class L(list):
    pass


class Made(T):
    def __init__(self, a, b):
        log.append(("Made.__init__", a, b))
        self.sum = a + b


log = []


def make():
    log.clear()
    results = []
    for use in (
        lambda: I(3), lambda: I("11", base=2), lambda: I(), lambda: I(1, 2, 3), lambda: S("x"), lambda: S(b"x", "utf8"),
        lambda: S(object="y"), lambda: T(1, 2), lambda: T(1), lambda: F(2.5), lambda: F(1, 2), lambda: L("ab"), lambda: L(),
        lambda: Made(3, 4), lambda: Made(a=5, b=6), lambda: I(2.9), lambda: S(*["q"]), lambda: I(**{"x": 1}),
    ):
        for _ in range(3):
            try:
                made = use()
                result = type(made).__name__, made
            except Exception as error:
                result = type(error).__name__, str(error)
        results.append(result)
    print(*results, sep="\n")
    print(log)


make()
I.__init__ = lambda self, *args: log.append(("I.__init__", args))
make()
del I.__init__
S.__new__ = lambda cls, *args: "no S"
L.__init__ = object.__init__
make()
del S.__new__
T.__new__ = staticmethod(lambda cls, *args: log.append(args) or tuple.__new__(cls, args))
make()
T.__dict__["__new__"].__init__(lambda cls, *args: ("another", args))
make()
I.__abstractmethods__ = frozenset(["m"])
T.__new__ = classmethod(lambda cls, *args: ("class method", cls, args))
make()


class Changing:
    def __int__(self):
        I.__init__ = lambda self, *args: log.append(("late", type(args[0]).__name__))
        return 7


for _ in range(3):
    print(I(5), end=" ")
log.clear()
print(I(Changing()), log)


class Sub(I):
    def __new__(cls, value):
        return I.__new__(I if value > 5 else cls, value)


for value in 1, 9, 2, 10:
    log.clear()
    made = Sub(value)
    print(type(made).__name__, made, log)


class E(KeyError):
    def __new__(cls, *args):
        return super().__new__(cls, "own", *args)


for _ in range(3):
    error = E("given")
print(repr(error), error.args)
