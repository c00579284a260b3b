"""yield from: delegation of values, send, throw, close, return values, plain iterables."""
def inner():
    log = []
    try:
        while True:
            try:
                got = yield f"inner {len(log)}"
                log.append(got)
                if got == "done": return log
            except ValueError as error:
                log.append(f"handled {error}")
    finally:
        print("inner finally", end=" ")
def outer():
    result = yield from inner()
    print("result", result, end=" ")
    result = yield from [1, 2]
    print("list gives", result, end=" ")
    return "outer done"
g = outer()
print(next(g), g.send("x"), g.throw(ValueError("v")), g.gi_yieldfrom.__name__)
print(g.send("done"), next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
g = outer(); next(g)
try:
    g.throw(KeyError("passes through"))
except KeyError as error:
    print(error)
g = outer(); next(g)
print(g.close())
def on_list(): yield from [1, 2, 3]
g = on_list(); next(g)
try:
    g.send("lists cannot receive")
except AttributeError as error:
    print(error)
g = on_list(); next(g)
try:
    g.throw(ValueError("no throw method"))
except ValueError as error:
    print(error)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self): self.n += 1; return self.n
    def send(self, v): return ("sent", v)
    def throw(self, *exc): return ("thrown", type(exc[0]).__name__ if len(exc) == 1 else exc)
    def close(self): print("It.close", end=" ")
def on_it(): return (yield from It())
g = on_it()
print(next(g), g.send(None), g.send("v"), g.throw(KeyError("k")), g.close())
class Ret:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("a", "b")
def ret(): print("value", (yield from Ret())); yield "after"
print(next(ret()))
def flatten(x):
    if isinstance(x, list):
        for i in x: yield from flatten(i)
    else: yield x
print(list(flatten([1, [2, [3, [4]], []]])))
def empty(): return (yield from ())
def chain(*its):
    for it in its: yield from it
print(list(empty()), list(chain("ab", {1: 2}, range(2), (x for x in "z"))))
for bad in (5, None, object):
    def b(): yield from bad
    try:
        next(b())
    except TypeError as error:
        print(error)
def reraise():
    try: yield from inner()
    except KeyError as error: yield f"outer handled {error}"
g = reraise(); next(g)
print(g.throw(KeyError("up")))
def rec(n):
    if n: yield from rec(n - 1)
    yield n
print(list(rec(5)), sum(1 for _ in rec(150)))
def cyclic(): yield from cyclic_g
cyclic_g = cyclic()
try:
    next(cyclic_g)
except ValueError as error:
    print(error)
def lam(): return (yield from (lambda: (yield 1))())
print(list(lam()), [x for x in (lambda: (yield from "lm"))()])
def return_gen():
    x = yield from (i for i in range(2))
    y = yield from inner()
    return x, y
g = return_gen()
print(next(g), next(g), next(g))
try:
    g.send("done")
except StopIteration as stop:
    print(stop.value)
