# What the attributes of errors of codecs may be set to, and how errors show that lack some.


def show(function, *args):
    try:
        return repr(function(*args))
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


class Index:
    def __index__(self):
        return 3


class Word(int):
    pass


class Loud:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        print("str of", self.name)
        return self.name


CLASSES = {
    UnicodeEncodeError: ("ascii", "abc\u1234d", 3, 4, "why"),
    UnicodeDecodeError: ("ascii", b"abc\xffd", 3, 4, "why"),
    UnicodeTranslateError: ("abc\u1234d", 3, 4, "why"),
}
FIELDS = "encoding", "object", "start", "end", "reason"


def state(error):
    return [show(getattr, error, name) for name in FIELDS], show(str, error)


for cls, args in CLASSES.items():
    print("==", cls.__name__)
    for field in "start", "end":
        for value in (None, -1, 2**63 - 1, 2**63, -(2**63), True, 1.5, "a", Index(), Word(7)):
            error = cls(*args)
            print(field, show(setattr, error, field, value), *state(error))
        error = cls(*args)
        print(field, show(delattr, error, field), *state(error))
    for field in "encoding", "reason":
        error = cls(*args)
        setattr(error, field, None)
        print(field, *state(error))
        print(field, show(delattr, error, field), *state(error))
    error = cls(*args)
    error.encoding, error.reason = Loud("encoding"), Loud("reason")
    print(error)
    del error.object
    print(show(str, error))

    print("-- not initialised, or not again")
    print(*state(cls.__new__(cls, 1, 2)))
    wrong = [args[:-1], args + (1,), ()]
    for at in range(len(args)):
        for value in (None, 5, 2**64, []):
            wrong.append(args[:at] + (value,) + args[at + 1 :])
    for given in wrong:
        for error in cls(*args), cls.__new__(cls):
            print(given, show(error.__init__, *given), *state(error), error.args == given)
    error = cls(*args)
    print(show(lambda: error.__init__(start=1)), *state(error))

    class Derived(cls):
        def __init__(self, *args):
            pass

    print(*state(Derived(*args)), Derived(*args).args)
