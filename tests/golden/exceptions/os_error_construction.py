"""OSError: which of __new__ and __init__ takes the arguments."""


class WithInit(OSError):
    def __init__(self, message, bar="b"):
        self.bar = bar
        super().__init__(message)


class WithNew(OSError):
    def __new__(cls, message, baz="z"):
        self = super().__new__(cls, message)
        self.baz = baz
        return self


class Both(WithInit, WithNew):
    pass


class Alone(OSError):
    def __init__(self):
        pass


class Plain(OSError):
    pass


for make in (
    lambda: WithInit("message", "baz"), lambda: WithInit("message", bar="x"),
    lambda: WithNew("message", "baz"), lambda: WithNew("message", baz="x"),
    lambda: Both("message", "baz"), lambda: Alone(), lambda: Plain(2, "text"), lambda: Plain(2, "text", "name"),
    lambda: Plain("one", k=1), lambda: OSError(2, "text", "name"), lambda: OSError(k=1),
    lambda: OSError(17, "text"), lambda: OSError("a", "b", "c", "d", "e", "f"),
):
    try:
        error = make()
        print(type(error).__name__, error.args, str(error), error.errno, error.filename, sorted(vars(error).items()))
    except TypeError as error:
        print(error)
