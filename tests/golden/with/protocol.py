"""with: order of enter and exit, suppression, arguments, targets, missing methods."""
log = []
class CM:
    def __init__(self, name, result=None, suppress=False, fail=None): self.name, self.result, self.suppress, self.fail = name, result, suppress, fail
    def __enter__(self):
        log.append(f"enter {self.name}")
        if self.fail == "enter": raise RuntimeError(f"enter {self.name}")
        return self if self.result is None else self.result
    def __exit__(self, kind, value, tb):
        log.append(f"exit {self.name} {kind.__name__ if kind else None} {value} {tb is not None}")
        if self.fail == "exit": raise RuntimeError(f"exit {self.name}")
        return self.suppress
def run(f):
    log.clear()
    try: result = f()
    except Exception as error: result = f"raised {error!r} from {error.__context__!r}"
    print(f.__name__, result, log)
def plain():
    with CM("a", "value") as v: return v
def several():
    with CM("a", 1) as x, CM("b", 2) as y, CM("c", [3, (4, 5)]) as [p, (q, *r)]: return x, y, p, q, r
def parens():
    with (CM("a", 1) as x, CM("b"), CM("c") as z,): return x, z.name
def suppress():
    with CM("a", suppress=True): raise ValueError("gone")
    return "after"
def inner_suppress():
    with CM("a"), CM("b", suppress=True), CM("c"): raise ValueError("v")
    return "after"
def enter_fails():
    with CM("a", suppress=True), CM("b", fail="enter"): return "never"
    return "outer suppressed it"
def exit_fails():
    with CM("a"), CM("b", fail="exit"): raise KeyError("body")
def exit_fails_clean():
    with CM("a", fail="exit"): pass
def target_fails():
    with CM("a", 5) as (x, y): return "never"
def return_value():
    with CM("a", suppress=True): return "returned"
    return "never"
def loop():
    out = []
    for i in range(4):
        with CM(str(i)):
            if i == 1: continue
            if i == 2: break
            out.append(i)
    return out
def truthy():
    class T(CM):
        def __exit__(self, *a): super().__exit__(*a); return "non-empty"
    with T("t"): 1 / 0
    return "suppressed"
def targets():
    class O: pass
    o, d, l = O(), {}, [0]
    with CM("a", 1) as o.x, CM("b", 2) as d["k"], CM("c", 3) as l[0], CM("d", "xy") as (m, n): return o.x, d, l, m, n
def nested():
    with CM("a"):
        try:
            with CM("b"): raise KeyError("k")
        except KeyError: log.append("handled")
    return "ok"
def reuse():
    c = CM("r", suppress=True)
    with c: 1 / 0
    with c: pass
    return "twice"
def expression():
    with [CM("list", "item")][0] as x: pass
    with (lambda: CM("lambda", "made"))() as y: pass
    with CM("if") if x else None as z: pass
    return x, y, z.name
def same_twice():
    c = CM("s")
    with c as a, c as b: return a is b
for f in (plain, several, parens, suppress, inner_suppress, enter_fails, exit_fails, exit_fails_clean, target_fails, return_value, loop, truthy, targets, nested, reuse, expression, same_twice): run(f)
class NoExit:
    def __enter__(self): print("never entered")
class NoEnter:
    def __exit__(self, *a): pass
class Inst: pass
i = Inst()
i.__enter__ = i.__exit__ = lambda *a: None
class BadExit:
    def __enter__(self): pass
    def __exit__(self): pass
class BadBool:
    def __enter__(self): pass
    def __exit__(self, *a):
        class B:
            def __bool__(self): raise ValueError("bool of result")
        return B()
for c in (5, None, NoExit(), NoEnter(), i, BadExit(), NoExit, object(), BadBool()):
    try:
        with c: print("body"); raise KeyError("body")
    except Exception as error: print(type(error).__name__, error)
