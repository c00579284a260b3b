import traceback


class Refusing(type):
    def __bool__(cls):
        raise ValueError("no truth")


class False_(type):
    def __bool__(cls):
        return False


class Unclear(Exception, metaclass=Refusing):
    pass


class Falsy(SyntaxError, metaclass=False_):
    pass


for show in traceback.format_exception_only, traceback.format_exception:
    for error in Unclear("a"), Falsy("b"):
        try:
            print(show(error))
        except ValueError as other:
            print(repr(other))
