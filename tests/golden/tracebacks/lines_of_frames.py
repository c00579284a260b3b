"""Where frames say they are once an exception has left them."""


def lines(function):
    try:
        function()
    except Exception as error:
        entry = error.__traceback__.tb_next
        while entry:
            first = entry.tb_frame.f_code.co_firstlineno
            print(function.__name__, entry.tb_lineno - first, entry.tb_frame.f_lineno - first)
            entry = entry.tb_next


def no_handler():
    try:
        1 / 0
    except TypeError:
        pass
    except (KeyError,
            ValueError) as error:
        pass


def raised_in_handler():
    try:
        1 / 0
    except TypeError:
        pass
    except ZeroDivisionError as error:
        [][1]
        pass


class Context:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


def left_with():
    with Context():
        with Context() as one, \
                Context() as two:
            1 / 0
            pass
        pass


def called():
    left_with()


for function in (no_handler, raised_in_handler, left_with, called):
    lines(function)
