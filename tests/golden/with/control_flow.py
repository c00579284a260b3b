"""with inside loops, functions and generators: every way out calls __exit__ once, in order."""
log = []
class CM:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): log.append(f"+{self.n}"); return self.n
    def __exit__(self, t, v, tb): log.append(f"-{self.n}" + (f":{t.__name__}" if t else "")); return self.swallow
def show(label, value): print(label, value, *log); log.clear()
def ret_in_finally():
    with CM(1):
        try: return "try"
        finally: return "finally"
show("ret_in_finally", ret_in_finally())
def ret_expr():
    with CM(1) as x: return [x, log.append("expr")][0]
show("ret_expr", ret_expr())
def loops():
    for i in range(3):
        with CM(i), CM(f"i{i}"):
            for j in range(3):
                with CM(f"j{j}"):
                    if j == 1: break
            if i == 1: return i
show("loops", loops())
def gen():
    with CM("g") as g:
        yield g
        with CM("h"): yield "h"
        yield "end"
show("list", list(gen()))
g = gen(); next(g); next(g)
show("closing", g.close())
g = gen(); next(g)
try: g.throw(ValueError("v"))
except ValueError as e: show("throw", repr(e))
g = gen(); next(g); del g
show("dropped", "")
def while_else():
    n = 0
    while n < 2:
        n += 1
        with CM(n, swallow=True):
            if n == 1: raise KeyError
            continue
    else: log.append("else")
    return n
show("while_else", while_else())
def swallow_return():
    with CM("s", swallow=True):
        raise ValueError
        return "never"
    return "after"
show("swallow_return", swallow_return())
def recursion(n):
    if n:
        with CM(n): return recursion(n - 1) + [n]
    return []
show("recursion", recursion(3))
def try_around():
    try:
        with CM("a"), CM("b"): raise KeyError("k")
    except KeyError: log.append("except")
    else: log.append("else")
    finally: log.append("finally")
show("try_around", try_around())
def nested_exceptions():
    try:
        with CM("outer"):
            try:
                with CM("inner"): 1 / 0
            except ZeroDivisionError: raise ValueError("second")
    except ValueError as e: return repr(e.__context__)
show("nested_exceptions", nested_exceptions())
def exit_sees_state():
    import sys
    class S(CM):
        def __exit__(self, t, v, tb): log.append(repr(sys.exception())); return True
    with S("s"): raise OSError("o")
    return sys.exception()
show("exit_sees_state", exit_sees_state())
def lambda_in_with():
    with CM("l") as x: f = lambda: x
    return f()
show("lambda_in_with", lambda_in_with())
def rebinding():
    x = "before"
    with CM("r") as x: x = x + "!"
    return x
show("rebinding", rebinding())
def del_target():
    with CM("d") as x: del x
    try: x
    except UnboundLocalError as e: return str(e)
show("del_target", del_target())
def assert_in_with():
    try:
        with CM("a"): assert log == [], "log not empty"
    except AssertionError as e: return e.args
show("assert_in_with", assert_in_with())
def many():
    with CM(1), CM(2), CM(3), CM(4), CM(5), CM(6, True): raise RuntimeError
    return "swallowed by 6"
show("many", many())
def comprehension():
    with CM("c"): return [x for x in "ab" if (log.append(x), True)[1]]
show("comprehension", comprehension())
