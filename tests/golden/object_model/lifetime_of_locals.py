"""When local variables, temporaries, arguments and exceptions let go of objects."""
log = []


class Tracked:
    def __init__(self, tag):
        self.tag = tag

    def __del__(self):
        log.append(self.tag)

    def method(self):
        return self.tag


def flush(label):
    print(label, log)
    log.clear()


def local():
    a = Tracked("a")
    b = Tracked("b")
    log.append("body")


local()
flush("return")


def rebinding():
    x = Tracked(1)
    x = Tracked(2)
    log.append("rebound")
    del x
    log.append("deleted")


rebinding()
flush("rebinding")


def argument(x):
    log.append("inside")
    x = None
    log.append("cleared")


argument(Tracked("argument"))
flush("argument")
Tracked("temporary")
flush("temporary")
Tracked("method").method()
flush("method")
[Tracked(i) for i in range(3)]
flush("list")
[Tracked(i).tag for i in range(3)]
flush("comprehension")
sum(Tracked(i).tag for i in range(3))
flush("generator")
for x in [Tracked("loop 1"), Tracked("loop 2")]:
    log.append("turn")
flush("loop")
del x
flush("loop variable")


def raising():
    local = Tracked("in traceback")
    raise ValueError


try:
    raising()
except ValueError as e:
    flush("in handler")
flush("after handler")
try:
    raising()
except ValueError as e:
    kept = e
flush("kept")
kept = kept.with_traceback(None)
flush("traceback dropped")
del kept


def generator():
    held = Tracked("generator local")
    try:
        yield 1
        yield 2
    finally:
        log.append("finally")


g = generator()
next(g)
flush("started")
del g
flush("dropped")
g = generator()
next(g)
g.close()
flush("closed")
g = generator()
del g
flush("never started")


def closure():
    held = Tracked("closed over")

    def inner():
        return held
    return inner


f = closure()
flush("closure alive")
f().tag
flush("called")
del f
flush("closure gone")


def defaults(x=Tracked("default")):
    pass


del defaults
flush("default")


def swap():
    a, b = Tracked("first"), Tracked("second")
    a, b = b, a
    del a
    log.append("between")


swap()
flush("swap")
d = {"k": Tracked("old")}
d["k"] = Tracked("new")
flush("replaced in dict")
d.pop("k")
flush("popped")
l = [Tracked("x"), Tracked("y"), Tracked("z")]
l[0] = None
l[1:] = []
flush("replaced in list")
o = Tracked("outer")
o.inner = Tracked("inner")
del o
flush("nested")
with open(__file__) as handle:
    t = Tracked("with")
    del t
flush("with")
x = Tracked("condition") and None
flush("and")
x = Tracked("kept") if Tracked("test") else None
flush("conditional")
x = None
flush("end")
lambda: Tracked("never")
(Tracked("tuple"), 1)[1]
flush("subscript")
print(f"{Tracked('formatted').tag}")
flush("f-string")
assert Tracked("assert")
flush("assert")
x = y = Tracked("two names")
del x
flush("one left")
del y
flush("none left")
