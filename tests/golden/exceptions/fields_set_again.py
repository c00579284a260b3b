# Attributes of exceptions that are typed, and what __init__ does to an exception that has been initialised.


def show(function, *args, **kwargs):
    try:
        return repr(function(*args, **kwargs))
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


print("== characters_written")
for value in (True, 2**70, -(2**70), Index(3), Index(2**70), Index("x"), Index(KeyError("i")), 3.5, -1, 5, None, "f"):
    error = OSError(1, "x")
    print(show(setattr, error, "characters_written", value), show(getattr, error, "characters_written"))
    try:
        error = BlockingIOError(11, "x", value)
    except Exception as failure:
        print("    ", type(failure).__name__, failure)
        continue
    print("    ", str(error), len(error.args), show(getattr, error, "characters_written"), error.filename)
error = OSError(2, "x")
error.characters_written = 4
print(show(delattr, error, "characters_written"), show(delattr, error, "characters_written"))
error.characters_written = -1
print(show(delattr, error, "characters_written"))

print("== OSError")


class Inherits(FileNotFoundError):
    __init__ = FileNotFoundError.__init__


class Own(FileNotFoundError):
    def __init__(self, *args):
        super().__init__(3, "own")


for error in OSError(2, "no"), OSError(2, "no", "f"), BlockingIOError(11, "x", 3), Inherits(1, "i"), Own(1, "o"):
    print(show(error.__init__), repr(error), error)
    print(show(error.__init__, 1), show(error.__init__, 7, "seven", "g"), repr(error), error, error.errno)
    print(show(error.__init__, 1, name=2), show(type(error), 1, name=2))

print("== SyntaxError")
for line in (True, 5.0, 2**64, -(2**64), -3, "1", None):
    for name in "/a/f", None, b"/a/f":
        print(show(lambda: str(SyntaxError("m", (name, line, 1, "t")))), end=" ")
    print()
for details in (("f",), ("g", 7, 8, "u"), ("g", 7, 8, "u", 9), ("g", 7, 8, "u", 9, 10, 11), 5):
    error = SyntaxError("message", ("f", 1, 2, "text", 3, 4))
    print(show(error.__init__, "again", details), error, vars(type(error)).keys() and [
        getattr(error, name) for name in ("filename", "lineno", "offset", "text", "end_lineno", "end_offset")
    ])

print("== SystemExit, ImportError, NameError, AttributeError")
error = SystemExit(3)
error.__init__()
print(error.code, error.args)
error.__init__(1, 2)
print(error.code)


class Text(str):
    pass


error = ImportError("message", name="n", path="p")
for message in "other", Text("text"), None, 5:
    error.msg = message
    print(error)
error.__dict__
print(ImportError(1, 2).__reduce__(), ImportError(1, name="n").__reduce__(), error.__reduce__())
error = ImportError("a")
error.__dict__
print(error.__reduce__())
for error in ImportError("m", name="n", path="p"), NameError("m", name="n"), AttributeError("m", name="n", obj=5):
    names = [name for name in ("name", "path", "obj", "name_from") if hasattr(error, name)]
    for keywords in ({"zz": 1}, {"name": 1, "zz": 2}, dict.fromkeys("abcdef"), {"name": 2}, {}):
        print(keywords, show(error.__init__, "q", **keywords), [getattr(error, name) for name in names])
