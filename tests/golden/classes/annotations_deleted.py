"""A class body without its own __annotations__ stores in what the name means then."""

import traceback


class Deleted:
    x: int
    del __annotations__
    y: int


print(Deleted.__annotations__, __annotations__)


def run(text):
    try:
        exec(text, {"__name__": "m"})
    except Exception as error:
        text = "".join(traceback.format_exception(error.with_traceback(error.__traceback__.tb_next)))
        print(text, end="")


run("class C:\n    x: int\n    del __annotations__\n    y : int\n")
run("class C:\n    x: int\n    __annotations__ = None\n    y : int = 3\n")
run("__annotations__ = {}\nclass C:\n    x: int\n    del __annotations__\n    y: int\nprint(__annotations__, C.__annotations__)")
run("x: int\ndel __annotations__\ny: int")
run("import builtins\nbuiltins.__annotations__ = {}\nx: int\ndel __annotations__\ny: int\nprint(__annotations__)\ndel builtins.__annotations__")
