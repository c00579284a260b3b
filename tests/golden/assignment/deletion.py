"""del on names, attributes, items, slices and nested targets."""
x = y = z = 1
del x
del (y), [z]
for name in ("x", "y", "z"):
    try:
        eval(name)
    except NameError as error:
        print(error)
def f():
    a = 1
    del a
    try:
        a
    except UnboundLocalError as error:
        print(error)
    try:
        del a
    except UnboundLocalError as error:
        print(error)
    b = 2
    def g(): return b
    print(g())
    del b
    try:
        g()
    except NameError as error:
        print(type(error).__name__, error)
    try:
        del b
    except NameError as error:
        print(type(error).__name__, error)
f()
def h():
    global gone
    gone = 1
    del gone
    try:
        del gone
    except NameError as error:
        print(error)
h()
def k():
    n = 1
    def inner():
        nonlocal n
        del n
    inner()
    try:
        print(n)
    except NameError as error:
        print(type(error).__name__, error)
k()
class Log:
    def __delattr__(self, name): print("delattr", name)
    def __delitem__(self, key): print("delitem", key)
o = Log()
del o.a, o[1], o[1:2], (o.b, [o[3]])
l = list(range(10))
del l[0], l[-1], l[1:3], l[::2]
print(l)
d = {1: 2, 3: 4}
del d[1]
print(d)
for source in ["del l[99]", "del d['k']", "del d[[]]", "del 'abc'[0]", "del (1, 2)[0]", "del o.__class__.nothing", "del l['x']", "del range(3)[0]", "del None.x", "del l.x", "del int.real", "del {1}[1]", "del undefined", "del l[0:1:0]"]:
    try:
        exec(source)
        print(source, "fine")
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
class K:
    v = 1
    del v
    print("v" in dir())
    for i in range(2): pass
    del i
print([n for n in vars(K) if not n.startswith("__")])
del ()
del []
