"""The generator protocol: next, send, throw, close and return values."""
def echo():
    print("start", end=" ")
    received = None
    while True:
        try:
            received = yield received
            if received == "stop": return "returned"
        except ValueError as error:
            received = f"caught {error}"
        except GeneratorExit:
            print("closing", end=" ")
            raise
        finally:
            print("f", end=" ")
g = echo()
try:
    g.send(1)
except TypeError as error:
    print(error)
print(next(g), g.send("a"), g.send(2), g.throw(ValueError("v")))
try:
    g.send("stop")
except StopIteration as stop:
    print(repr(stop), stop.value, stop.args)
for act in (lambda: next(g), lambda: g.send(5), lambda: g.throw(KeyError("k")), lambda: g.close()):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
g = echo(); next(g)
print(g.close(), g.close())
g = echo()
print(g.close(), list(g))
g = echo()
try:
    g.throw(KeyError("before start"))
except KeyError as error:
    print(error, list(g))
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
g = stubborn(); next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
def returns_on_close():
    try: yield 1
    except GeneratorExit: return "close value"
g = returns_on_close(); next(g)
print(g.close())
def raises_on_close():
    try: yield
    finally: raise OSError("during close")
g = raises_on_close(); next(g)
try:
    g.close()
except OSError as error:
    print(error, repr(error.__context__))
def swallow():
    while True:
        try: yield "alive"
        except Exception as error: print("swallowed", repr(error), end=" ")
g = swallow(); next(g)
print(g.throw(TypeError), g.throw(ValueError("x")))
for args in ((), (5,), ("x",), (ValueError, 1, 2, 3), (int,)):
    try:
        g.throw(*args)
    except TypeError as error:
        print(error)
try:
    g.throw(KeyboardInterrupt)
except KeyboardInterrupt as error:
    print(repr(error), g.gi_frame)
def self_next():
    yield next(me)
me = self_next()
try:
    next(me)
except ValueError as error:
    print(error)
def stop_iter():
    yield 1
    raise StopIteration("inner")
g = stop_iter(); next(g)
try:
    next(g)
except RuntimeError as error:
    print(error, repr(error.__cause__), error.__suppress_context__)
g = swallow(); next(g)
class Custom(StopIteration): pass
g2 = echo(); next(g2)
try:
    g2.throw(StopIteration("thrown"))
except RuntimeError as error:
    print(error)
