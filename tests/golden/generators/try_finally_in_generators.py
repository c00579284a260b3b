"""State of try, with and loops across yields; finalisation order."""
log = []
class CM:
    def __init__(self, name, suppress=False): self.name, self.suppress = name, suppress
    def __enter__(self): log.append(f"enter {self.name}"); return self.name
    def __exit__(self, t, v, tb): log.append(f"exit {self.name} {t.__name__ if t else None}"); return self.suppress
def gen():
    with CM("outer") as o, CM("inner", suppress=True) as i:
        try:
            yield o
            log.append("resumed")
            yield i
        except ValueError as error:
            log.append(f"except {error}")
            try:
                yield "in except"
            finally:
                log.append(f"still {error}")
        else:
            yield "else"
        finally:
            yield "in finally"
        raise KeyError("suppressed by inner")
    yield "after with"
print(list(gen()), log); log.clear()
g = gen(); next(g)
print(g.throw(ValueError("v")), next(g), next(g), list(g), log); log.clear()
g = gen(); next(g)
try:
    print(g.throw(TypeError("t")), next(g))
    next(g)
except (TypeError, StopIteration) as error:
    print("out", repr(error))
print(log); log.clear()
g = gen(); next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
print(log, list(g)); log.clear()
print(log); log.clear()
def dropped():
    try: yield 1
    finally: log.append("finally on drop")
g = dropped(); next(g); g = None
print(log); log.clear()
def loop():
    for i in range(3):
        try:
            if i == 1: continue
            yield i
        finally:
            log.append(i)
    else:
        yield "loop else"
    while True:
        try: yield "w"
        finally: break
    try: return "value"
    finally: yield "yield in finally before return"
print(list(loop()), log); log.clear()
import sys
def exc_state():
    try: raise ValueError("one")
    except ValueError:
        yield repr(sys.exception())
        try: raise KeyError("two")
        except KeyError: yield repr(sys.exception())
        yield repr(sys.exception())
    yield repr(sys.exception())
out = []
for s in exc_state(): out.append((s, sys.exception()))
print(out)
try: raise OSError("caller")
except OSError:
    g = exc_state()
    print([next(g) for _ in range(2)], repr(sys.exception()), list(g), repr(sys.exception()))
def context():
    try: yield
    except ValueError as error: raise KeyError("new") from None
g = context(); next(g)
try:
    g.throw(ValueError("orig"))
except KeyError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
def bare():
    try: yield 1
    except Exception: raise
g = bare(); next(g)
e = ValueError("same object")
try:
    g.throw(e)
except ValueError as error:
    print(error is e)
def star():
    try: yield 1
    except* ValueError as eg: yield [str(x) for x in eg.exceptions]
    yield "end"
g = star(); next(g)
print(g.throw(ExceptionGroup("g", [ValueError(1), ValueError(2)])), list(g))
def with_return():
    with CM("r"): return (yield "x")
print(list(with_return()), log)
