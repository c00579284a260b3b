"""An exception keeps its frames' locals alive until the handler ends."""
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print(f"~{self.n}", end=" ")
def fails():
    local = D("local")
    raise ValueError("v")
try: fails()
except ValueError as e: print("in handler", end=" ")
print("after")
def inner_handler():
    try: fails()
    except ValueError: print("handling", end=" ")
    print("left", end=" ")
inner_handler()
print()
saved = None
try: fails()
except ValueError as e: saved = e
print("saved", end=" ")
saved = saved.with_traceback(None)
print("traceback dropped")
def chain():
    a = D("a")
    try: fails()
    except ValueError as e: raise KeyError("k") from e
try: chain()
except KeyError as k: print(type(k.__cause__).__name__, end=" ")
print("chain over")
def suppress_in_loop():
    for i in range(2):
        x = D(f"loop {i}")
        try: raise ValueError
        except ValueError: pass
suppress_in_loop()
print()
def gen_raises():
    g = D("gen local")
    yield 1
    raise ValueError
try:
    for _ in gen_raises(): pass
except ValueError: print("gen failed", end=" ")
print()
def ret_in_finally():
    d = D("ret")
    try: raise ValueError
    finally: return 1
print(ret_in_finally())
class CM:
    def __enter__(self): return D("entered")
    def __exit__(self, *a): print("exit", end=" "); return True
with CM(): raise ValueError
print("with over")
with CM() as target: raise ValueError
print("target kept", end=" ")
del target
print()
def arg(x): raise ValueError
try: arg(D("argument"))
except ValueError: print("arg handler", end=" ")
print()
try: [D("element"), 1 / 0]
except ZeroDivisionError: print("display abandoned", end=" ")
print()
try: arg(*[D("star")])
except ValueError: print("star", end=" ")
print()
class Init:
    def __init__(self): self.d = D("attribute of half-made"); raise ValueError
    def __del__(self): print("~half-made", end=" ")
try: Init()
except ValueError: print("init failed", end=" ")
print()
import sys
def exc_info():
    try: fails()
    except ValueError: t, v, tb = sys.exc_info()
    return type(v).__name__
print(exc_info())
