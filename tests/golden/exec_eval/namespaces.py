"""exec and eval: globals, locals, mappings, __builtins__, what functions made there see."""
g, l = {"x": 1}, {"y": 2}
print(eval("x + y", g, l), sorted(k for k in g if k != "__builtins__"), l)
exec("z = x + y; x = 10", g, l)
print(g["x"], l)
exec("def f(): return x\nr = f()", g, l)
print(l["r"], l["f"]())
try:
    exec("def f(): return y\nf()", g, l)
except NameError as error: print(error)
try:
    exec("a = 1\n[a for _ in 'q']\nprint([a for _ in 'q'])", g, l)
except NameError as error: print(error)
try:
    exec("class C:\n b = y\n def m(self): return x\nprint(C.b, C().m())", g, l)
except NameError as error: print(error)
class Log(dict):
    def __getitem__(self, k): print(f"get {k}", end=" "); return super().__getitem__(k)
    def __setitem__(self, k, v): print(f"set {k}", end=" "); super().__setitem__(k, v)
    def __missing__(self, k):
        if k in ("len", "print"): raise KeyError(k)
        return f"<missing {k}>"
m = Log(p=5)
print(eval("[p, q, len('abc')]", {}, m))
exec("p = 6; s = p; del s", {}, m)
print(m)
print(eval("__name__", {"__name__": "custom"}))
exec("import sys as s; from sys import path as p; v = [i for i in range(3)]; w: int = 5", ns := {})
print(sorted(k for k in ns if k != "__builtins__"), ns["__annotations__"], ns["v"])
def in_function():
    local = 1
    exec("local = 2; new = 3")
    snapshot = {}
    exec("local = 4; new = 5", globals(), snapshot)
    return local, snapshot, eval("local"), eval("[local for _ in '1']")
print(in_function())
class Body:
    attr = 1
    exec("attr = 2; made = 3")
    doubled = eval("attr * 2")
print(Body.attr, Body.made, Body.doubled)
exec("counter = 0\ndef bump():\n global counter\n counter += 1\n return counter", space := {})
print(space["bump"](), space["bump"](), space["counter"])
for call in ("eval('x', 5)", "eval('x', {}, 5)", "exec('x', None, 5)", "eval('1', None, None)", "exec('1', [])", "eval('nope')", "eval('nope', {})", "exec('del nope', {})", "exec('nope += 1', {})", "exec('global q; q = 1', {}, d := {}), d", "eval('locals()', {}, {'a': 1})", "eval('globals() is locals()', {})", "eval('dir()', {'__builtins__': __builtins__, 'a': 1})", "exec('return 1')", "exec('yield')", "eval('lambda: (yield)')().__class__", "eval(compile('1', 'f', 'exec'))", "exec(compile('1 + 1', 'f', 'eval'))", "eval(b'1 + 1')", "eval(' 1')", "eval('1', globals=5)", "eval('a', globals={'a': 3})", "eval('a', {'a': 1}, locals={'a': 4})", "exec('z = 1', globals=(gg := {})), gg['z']", "eval(source='1')", "exec(5)", "eval()", "exec('1', {}, {}, 3)", "exec('1', closure=())"):
    try:
        print(call, "=", eval(call))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
def outer():
    a, b = 1, 2
    def inner(): return a, b
    return inner
code = outer().__code__
import types
cells = tuple(types.CellType(i) for i in "xy")
exec_result = {}
for closure in (cells, None, cells[:1], (1, 2)):
    try: print(exec(code, {}, closure=closure))
    except TypeError as error: print(error)
