"""locals(), globals(), vars() and dir() in every scope (PEP 667)."""
import sys
def f(a, b=2, *c, d=4, **e):
    z = 5
    snapshot = locals()
    z = 6
    snapshot["z"] = "changed copy"
    snapshot["new"] = 1
    return z, snapshot["z"], locals()["z"], "new" in locals(), list(locals())
print(f(1))
def g():
    x = 1
    def inner():
        return x, locals()
    return inner(), sorted(locals())
print(g()[0], g()[1])
def h():
    before = sorted(locals())
    y = 1
    after = sorted(locals())
    del y
    return before, after, sorted(locals())
print(h())
def proxy():
    q = 1
    frame = sys._getframe()
    frame.f_locals["q"] = 2
    frame.f_locals["extra"] = 3
    return q, frame.f_locals["extra"], "extra" in locals(), type(frame.f_locals).__name__
print(proxy())
print(locals() is globals(), vars() is globals(), "f" in globals(), globals()["__name__"])
globals()["injected"] = 42
print(injected, "injected" in dir())
del globals()["injected"]
try:
    injected
except NameError as error:
    print(error)
class C:
    a = 1
    ns = locals()
    print(locals() is ns, "a" in vars(), "a" in dir())
    b = 2
print(C.ns["b"], "ns" in C.ns)
print([sorted(locals()) for x in [1]] [0] == [], (lambda p, *q: sorted(locals()))(1), list(sorted(k for k in locals()) for _ in "a")[0] != [])
def comp(v):
    return [sorted(locals()) for i in range(1)][0], list(sorted(locals()) for i in range(1))[0]
print(comp(1))
def ev():
    x = 5
    return eval("x + 1"), eval("x"), exec("x = 9"), x
print(ev())
def ex():
    exec("made = 1")
    try: return made
    except NameError as error: return str(error), "made" in locals()
print(ex())
print(f.__globals__ is globals(), vars(C)["a"], type(vars(C)).__name__, vars(C()) == {}, sorted(vars(type("T", (), {"k": 1})))[0])
def recursive(n):
    l = locals()
    return l if n == 0 else (l["n"], recursive(n - 1)["n"])
print(recursive(1))
for call in (lambda: vars(5), lambda: vars([]), lambda: dir(1, 2), lambda: locals(1)):
    try:
        call()
    except TypeError as error:
        print(error)
print(dir(type("T", (), {"__dir__": lambda self: ["z", "a"]})()), "upper" in dir("s"), dir(type("E", (Exception,), {"q": 1}))[-1])
