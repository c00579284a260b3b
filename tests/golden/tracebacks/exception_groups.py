"""Groups: nesting, tracebacks inside, notes, causes, limits of width and depth; uncaught."""
import sys
def show(e): sys.excepthook(type(e), e, e.__traceback__)
def make(kind, *args):
    try: raise kind(*args)
    except Exception as error: return error
show(ExceptionGroup("flat, never raised", [ValueError(1), TypeError("two")]))
inner = ExceptionGroup("inner", [make(KeyError, "k"), OSError(2, "text", "file")])
inner.add_note("note on inner")
e = ExceptionGroup("outer", [make(ValueError, "v"), inner, ExceptionGroup("third", [TypeError("t")])])
e.add_note("note on\nouter")
show(e)
show(ExceptionGroup("wide", [ValueError(i) for i in range(18)]))
deep = ValueError("bottom")
for i in range(12): deep = ExceptionGroup(f"level {i}", [deep])
show(deep)
c = ValueError("with cause"); c.__cause__ = make(KeyError, "the cause")
show(ExceptionGroup("member has cause", [c, make(IndexError, "after")]))
g = ExceptionGroup("group has cause", [ValueError(1)]); g.__cause__ = ExceptionGroup("cause group", [KeyError(2)])
show(g)
show(BaseExceptionGroup("base", [KeyboardInterrupt(), SystemExit(3)]))
class MyGroup(ExceptionGroup): pass
show(MyGroup("custom\nmessage", [ValueError("multi\nline")]))
v = ValueError("context is a group"); v.__context__ = ExceptionGroup("ctx", [TypeError(1)])
show(v)
def run():
    errors = []
    for job in (lambda: 1 / 0, lambda: {}["k"], lambda: int("x")):
        try:
            job()
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("jobs failed", errors)
try:
    run()
except* ZeroDivisionError:
    raise RuntimeError("while handling one")
