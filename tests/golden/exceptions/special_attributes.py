"""Attributes of OSError, StopIteration, SystemExit, SyntaxError, Unicode errors, ImportError, NameError, AttributeError."""
def show(e, *names): print(type(e).__name__, {n: getattr(e, n) for n in names}, repr(str(e)), e.args)
for args in ((), (2,), (2, "text"), (2, "No such", "file"), (13, "m", "f"), (17, "m"), (1, "a", "b", None, "c"), ("x", "y"), (999, "odd"), (4, "i"), (110, "t"), (32, "p"), (111, "c"), (20, "d"), (21, "d"), (3, "p"), (10, "ch")):
    e = OSError(*args)
    show(e, "errno", "strerror", "filename", "filename2")
e = FileNotFoundError(2, "No such", "file.txt")
e.filename = "changed"
show(e, "errno", "filename")
show(OSError(2, "m", 5), "filename")
show(StopIteration(1, 2), "value"); show(StopIteration(), "value"); show(SystemExit(), "code"); show(SystemExit(3), "code"); show(SystemExit(1, 2), "code")
show(NameError("msg", name="n"), "name"); show(AttributeError("m", name="a", obj=5), "name", "obj"); show(ImportError("m", name="n", path="p"), "msg", "name", "path"); show(ImportError("a", "b"), "msg"); show(ModuleNotFoundError("mm", name="x"), "name", "msg")
s = SyntaxError("bad", ("f.py", 3, 5, "text here\n", 3, 9))
show(s, "msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line")
show(SyntaxError(), "msg", "filename", "lineno"); show(SyntaxError("m"), "msg", "text"); show(SyntaxError("m", ("f", 1, 2, "t")), "end_lineno"); show(SyntaxError("m", (None, None, None, None)), "lineno"); show(IndentationError("i", ("dir/f.py", 7, 1, "x")), "filename", "lineno")
for args in (("m", 5), ("m", ()), ("m", (1, 2)), ("m", ("f", 1, 2, "t", 3))):
    try:
        SyntaxError(*args)
        print("made", args)
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
d = UnicodeDecodeError("utf-8", b"ab\xffcd", 2, 3, "invalid start byte")
show(d, "encoding", "object", "start", "end", "reason")
d.start, d.end, d.reason = 0, 4, "many"
print(d, repr(d))
n = UnicodeEncodeError("ascii", "aé\u1234\U0001F600", 1, 2, "ordinal not in range(128)")
print(n); n.start = 2; n.end = 3; print(n); n.start = 3; n.end = 4; print(n); n.start = 1; print(n)
t = UnicodeTranslateError("aé", 1, 2, "why")
print(t, repr(t))
for make in (lambda: UnicodeDecodeError("utf-8", "str", 0, 1, "r"), lambda: UnicodeDecodeError(), lambda: UnicodeEncodeError("ascii", b"x", 0, 1, "r"), lambda: NameError(name=1, bad=2), lambda: ImportError(foo=1), lambda: AttributeError(name="x", obj=1, z=2), lambda: KeyError(x=1), lambda: OSError(a=1), lambda: StopIteration(value=1), lambda: ExceptionGroup("m"), lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", 5), lambda: ExceptionGroup("m", [5]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: ExceptionGroup("m", [ValueError]), lambda: SystemExit(code=1)):
    try:
        print(repr(make()))
    except (TypeError, ValueError) as error:
        print(error)
try: undefined_thing
except NameError as error: print(error.name)
try: (5).nope
except AttributeError as error: print(error.name, error.obj)
try: import nothing_here
except ImportError as error: print(error.name, error.path, error.msg)
try: from math import nothing_here
except ImportError as error: print(error.name, error.msg.split("(")[0])
try: {}["key"]
except KeyError as error: print(error.args)
try: int("x")
except ValueError as error: print(error.args)
try: b"\xff".decode()
except UnicodeDecodeError as error: print(error.start, error.end, error.object, error.reason)
try: open("/nonexistent/file")
except OSError as error: print(type(error).__name__, error.errno, error.strerror, error.filename, error)
