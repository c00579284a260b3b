"""Function, positional, star, keyword and double-star parts are evaluated in source order."""
def n(x):
    print(x, end=" ")
    return x
def f(*a, **k): return a, k
def fn(): print("f", end=" "); return f
print(fn()(n(1), n(2), k=n(3)))
print(fn()(n(1), *n([2, 3]), n(4), k=n(5), *n([6]), **n({"z": 7}), y=n(8)))
print(fn()(k=n(1), *n([2])))
class C:
    @property
    def prop(self): print("prop", end=" "); return f
    def __getitem__(self, i): print(f"[{i}]", end=" "); return f
    def meth(self, *a, **k): return a, k
    def __getattr__(self, name): print("getattr", name, end=" "); return f
c = C()
def obj(): print("obj", end=" "); return c
print(obj().prop(n("a")), obj()[n("i")](n("b")), obj().meth(n("c"), d=n("d")), obj().dynamic(n("e")))
def rebinding():
    global f
    saved = f
    def replace(): global f; f = lambda *a: "replaced"; return 1
    try:
        return f(replace()), f(2)
    finally:
        f = saved
print(rebinding())
class M:
    def m(self, x): return "old"
    def replace(self): M.m = lambda self, x: "new"; return 1
m = M()
print(m.m(m.replace()), m.m(1))
x = 1
def change():
    global x
    x += 1
    return x
print(f(x, change(), x, change(), x), [x, change(), x], (x, change()), {x: change(), change(): x})
print(x + change() * x - change(), x if change() else 0, change() < x < change(), x)
def local_order():
    y = 1
    def bump():
        nonlocal y
        y += 1
        return y
    return f(y, bump(), y, k=y, j=bump()), y + bump() + y, [y, bump()], bump() * y, y
print(local_order())
a = [1]
print(a + (a.append(2) or a) + a, f(*a, a.append(3)), f(a, *[a.append(4)]), a)
for source in ["undefined1(undefined2)", "f(undefined1, undefined2)", "f(1 / 0, undefined)", "f(*undefined1, k=undefined2)", "f(k=undefined1, **undefined2)", "None(1 / 0)", "f(**{'k': 1}, **{'k': 1 / 0})", "f(*1, 1 / 0)", "f(*1, k=1 / 0)", "f(k=1, **{'k': n('dup')}, j=n('later'))"]:
    try:
        eval(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
