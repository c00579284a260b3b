"""Cycles: who is finalised, in which order the generations of things go, and what comes back."""
import gc
import sys
import weakref

gc.disable()
log = []
saved = []


class Node:
    def __init__(self, tag):
        self.tag = tag

    def __del__(self):
        log.append(self.tag)


class Phoenix(Node):
    def __del__(self):
        log.append(f"{self.tag} rises")
        saved.append(self)


def flush(label):
    print(label, sorted(log))
    log.clear()


a = Node("self")
a.me = a
del a
flush("before")
print(gc.collect() > 0)
flush("self cycle")
a, b = Node("a"), Node("b")
a.other, b.other = b, a
r = weakref.ref(a, lambda r: log.append("callback"))
del a, b
gc.collect()
flush("pair")
print(r())
a = Phoenix("p")
a.me = a
a.extra = Node("carried")
r = weakref.ref(a)
del a
gc.collect()
flush("phoenix")
print(r(), len(saved), saved[0].extra.tag, gc.is_finalized(saved[0]))
saved.clear()
gc.collect()
flush("phoenix again")
chain = Node(0)
first = chain
for i in range(1, 5):
    chain.next = Node(i)
    chain = chain.next
chain.next = first
del chain, first
gc.collect()
flush("ring")
outer = Node("outer")
outer.cycle = [outer]
outer.leaf = Node("leaf")
outer.leaf.set = {1, 2}
del outer
gc.collect()
flush("with leaf")


class Container(list):
    def __del__(self):
        log.append(f"container of {len(self)}")


c = Container([1, 2])
c.append(c)
del c
gc.collect()
flush("list subclass")
d = {}
d["self"] = d
d["node"] = Node("in dict")
del d
gc.collect()
flush("dict")


def function():
    node = Node("in closure")

    def inner():
        return inner, node


function()
flush("before")
gc.collect()
flush("closure")


def generator():
    node = Node("in generator")
    me = yield
    yield me


g = generator()
next(g)
g.send(g)
del g
gc.collect()
flush("generator")
try:
    node = Node("in frame")
    raise ValueError
except ValueError as e:
    error = e
    error.itself = error
    del node
flush("error alive")
del error
gc.collect()
flush("error")


class Raises:
    def __del__(self):
        raise KeyError("in finaliser")


sys.unraisablehook = lambda u: log.append(f"unraisable {type(u.exc_value).__name__}")
x = Raises()
x.me = x
del x
gc.collect()
flush("raises")


class Slotted:
    __slots__ = ("ref", "__weakref__")

    def __del__(self):
        log.append("slotted")


s = Slotted()
s.ref = s
r = weakref.ref(s)
del s
gc.collect()
flush("slots")
print(r(), gc.garbage)
