"""Names fall through to builtins; shadowing, deleting and replacing them."""
import builtins
print(len("abc"), builtins.len is len, __builtins__ is builtins)
len = lambda x: "shadowed"
print(len("abc"), builtins.len("abc"))
del len
print(len("abc"))
try:
    del len
except NameError as error:
    print(error)
builtins.added = "everywhere"
print(added)
def f(): return added
print(f())
del builtins.added
try:
    f()
except NameError as error:
    print(error)
saved = builtins.max
builtins.max = lambda *a: "patched"
def g(): return max(1, 2)
print(g(), max(3, 4))
builtins.max = saved
print(g())
def local_shadow():
    try: return sum([1])
    finally: sum = 1
try:
    local_shadow()
except UnboundLocalError as error:
    print(error)
def parameter(list, id=id): return list, id([]) > 0
print(parameter(5))
class C:
    def print(self): return "method"
    def use(self): return self.print(), abs(-1)
    abs = 5
print(C().use())
print(eval("len('x')", {}), eval("q", {"q": 1}), "__builtins__" in (space := {}) or exec("", space) or "__builtins__" in space)
for source, space in [("len", {"__builtins__": {}}), ("f()", {"__builtins__": {"f": lambda: "custom"}}), ("print", {"__builtins__": {"x": 1}}), ("len('ab')", {"__builtins__": builtins}), ("abs(-2)", {"__builtins__": builtins.__dict__})]:
    try:
        print(source, eval(source, space))
    except NameError as error:
        print(source, error)
exec("def k(): return len\nr = k", space := {"__builtins__": {"len": "my len"}})
print(space["r"]())
try:
    exec("class Z: pass", {"__builtins__": {}})
except NameError as error:
    print(error)
try:
    exec("import sys", {"__builtins__": {}})
except ImportError as error:
    print(error)
print(sorted(n for n in dir(builtins) if n[0].islower() and n not in ("copyright", "credits", "license")))
print(sorted(n for n in dir(builtins) if n[0].isupper() and not issubclass(getattr(builtins, n) if isinstance(getattr(builtins, n), type) else int, BaseException)))
