"""Late binding in loops and defaults, functions in containers, attributes as state, aliasing of arguments."""
adders = [lambda x: x + n for n in range(3)]
fixed = [lambda x, n=n: x + n for n in range(3)]
made = [(lambda n: lambda x: x + n)(n) for n in range(3)]
print([f(10) for f in adders], [f(10) for f in fixed], [f(10) for f in made], fixed[0](1, 100))
handlers = {}
for name in ("start", "stop"):
    def handler(): return name
    handlers[name] = handler
print({k: h() for k, h in handlers.items()}, name)
del name
try: handlers["start"]()
except NameError as error: print(error)
def append_to(item, target=[]): target.append(item); return target
a, b = append_to(1), append_to(2)
print(a is b, a, append_to(3, []), append_to.__defaults__)
append_to.__defaults__[0].clear()
print(append_to("fresh"))
def counter(_state={"n": 0}): _state["n"] += 1; return _state["n"]
print(counter(), counter(), counter(_state={"n": 10}), counter())
def modify(lst, dct, num, txt):
    lst.append(1); dct["k"] = 1; num += 1; txt += "x"; lst = [99]
    return lst
l, d, n, s = [], {}, 0, ""
print(modify(l, d, n, s), l, d, n, s)
def shadow(list, dict=dict, len=lambda x: "mine"): return list, dict(a=1), len([1])
print(shadow(5), len([1, 2]))
class Table:
    ops = {"+": lambda a, b: a + b, "neg": lambda a: -a}
    method_table = {}
    def register(table, key): return lambda f: table.setdefault(key, f)
    @register(method_table, "hi")
    def hi(self): return f"hi from {type(self).__name__}"
    def call(self, key): return self.method_table[key](self)
    del register
print(Table.ops["+"](1, 2), Table().ops["neg"](3), Table().call("hi"), Table().hi(), hasattr(Table, "register"))
class Holder:
    f = lambda *a: len(a)
    g = staticmethod(lambda *a: len(a))
    def __init__(self): self.h = lambda *a: len(a)
    k = [lambda *a: len(a)]
    b = abs
h = Holder()
print(h.f(), h.g(), h.h(), h.k[0](), h.b(-5), Holder.f(), Holder.f(h))
def outer():
    x = "outer"
    class Inner:
        x = "class"
        def method(self): return x
        lam = lambda self: x
        comp = [x for _ in range(1)]
        gen = list(x for _ in range(1))
        nested = [[x for _ in range(1)] for x in range(1)]
    return Inner().method(), Inner().lam(), Inner.comp, Inner.gen, Inner.nested
print(outer())
x = 10
def reads_global(): return x
def rebinds():
    global x
    x += 1
    return reads_global()
print(rebinds(), x, (lambda: x)(), eval("x"), [x for x in [1]][0], x)
def gen_state():
    total = 0
    while (v := (yield total)) is not None: total += v
    return total
g = gen_state(); next(g)
print([g.send(i) for i in range(4)])
try: g.send(None)
except StopIteration as stop: print("final", stop.value)
apply = lambda f, *a, **k: f(*a, **k)
print(apply(apply, apply, max, 1, 5), apply(sorted, [2, 1], reverse=True), apply(lambda *, z: z, z=7), (lambda f: f(f))(lambda f: "self applied"))
memo = lambda f: (lambda cache: lambda n: cache[n] if n in cache else cache.setdefault(n, f(n)))({})
calls = []
square = memo(lambda n: calls.append(n) or n * n)
print([square(n) for n in (2, 3, 2, 3)], calls)
fact = (lambda f: lambda n: f(f, n))(lambda f, n: n * f(f, n - 1) if n else 1)
print(fact(10), list(map(fact, range(5))), sum(map(lambda f, v: f(v), [abs, int, len], [-1, "2", "abc"])))
print(sorted(["b", "A", "c"], key=str.lower), max([[1, 2], [3]], key=len), min("a", "B", key=lambda c: c.lower()), sorted({"x": 2, "y": 1}.items(), key=lambda kv: kv[1]), list(filter(callable, [1, len, lambda: 0, Holder])) == [len, *[f for f in ()]] or "filtered")
def __private_looking(): return "module level names are not mangled"
class Uses:
    def m(self):
        try: return __private_looking()
        except NameError as error: return str(error)
print(__private_looking(), Uses().m())
