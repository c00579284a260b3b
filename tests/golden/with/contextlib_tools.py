"""contextmanager, closing, suppress, ExitStack, redirect_stdout, nullcontext, ContextDecorator."""
import contextlib, io
@contextlib.contextmanager
def tag(name, suppress=()):
    print(f"<{name}>", end=" ")
    try: yield name.upper()
    except suppress as error: print(f"[suppressed {error!r}]", end=" ")
    finally: print(f"</{name}>", end=" ")
with tag("a") as a, tag("b"): print(a, end=" ")
print()
with tag("s", (ValueError,)): raise ValueError("v")
print()
try:
    with tag("t"): raise KeyError("k")
except KeyError as error: print(repr(error), repr(error.__context__))
@tag("decorated")
def f(x): return x * 2
print(f(3), f(4), f.__name__)
@contextlib.contextmanager
def never():
    if False: yield
@contextlib.contextmanager
def twice(): yield 1; yield 2
@contextlib.contextmanager
def swallows_then_raises():
    try: yield
    except ValueError: raise TypeError("translated")
@contextlib.contextmanager
def stop(): yield; raise StopIteration("s")
for make in (never, twice, swallows_then_raises):
    try:
        with make(): raise ValueError("body")
    except Exception as error: print(make.__name__, type(error).__name__, error)
try:
    with twice(): pass
except RuntimeError as error: print(error)
try:
    with stop(): pass
except RuntimeError as error: print(error)
with contextlib.suppress(KeyError, IndexError): {}["x"]
with contextlib.suppress(): pass
try:
    with contextlib.suppress(KeyError): [][0]
except IndexError as error: print(error)
class Thing:
    def close(self): print("closed", end=" ")
with contextlib.closing(Thing()) as t: print(type(t).__name__, end=" ")
print()
with contextlib.redirect_stdout(io.StringIO()) as out: print("captured")
print(repr(out.getvalue()))
with contextlib.nullcontext(5) as n: print(n)
with contextlib.ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xyz"]
    stack.callback(print, "callback", end=" ")
    stack.push(lambda *exc: print("pushed", exc[0], end=" "))
    print(names, end=" ")
print()
with contextlib.ExitStack() as stack:
    stack.enter_context(contextlib.suppress(ZeroDivisionError))
    stack.callback(lambda: 1 / 0)
    print("body", end=" ")
print("suppressed inside the stack")
with contextlib.ExitStack() as stack:
    stack.enter_context(tag("kept"))
    later = stack.pop_all()
print("not yet", end=" ")
later.close()
print()
class Deco(contextlib.ContextDecorator):
    def __enter__(self): print("enter", end=" "); return self
    def __exit__(self, *exc): print("exit", end=" "); return True
@Deco()
def boom(): raise ValueError
print(boom())
class Abstract(contextlib.AbstractContextManager):
    def __exit__(self, *a): return None
with Abstract() as ab: print(isinstance(ab, contextlib.AbstractContextManager), isinstance(Thing(), contextlib.AbstractContextManager))
@contextlib.contextmanager
def cm_with_return():
    yield "y"
    return "ignored"
with cm_with_return() as y: print(y)
def stack_order():
    log = []
    with contextlib.ExitStack() as s:
        for i in range(3): s.callback(log.append, i)
        return log
print(stack_order())
