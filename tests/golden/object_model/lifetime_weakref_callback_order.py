"""The order of weak reference callbacks, finalisers and what they may do."""
import weakref

log = []


class T:
    def __init__(self, tag="t"):
        self.tag = tag

    def __del__(self):
        log.append(f"del {self.tag}")


def flush(label):
    print(label, log)
    log.clear()


def callback(tag):
    return lambda r: log.append(f"{tag} {r() is None}")


o = T()
references = [weakref.ref(o, callback(i)) for i in range(4)]
p = weakref.proxy(o, lambda p: log.append("proxy"))
weakref.finalize(o, log.append, "finalize")
plain = weakref.ref(o)
print(weakref.getweakrefcount(o), weakref.getweakrefs(o)[0] is plain)
del o
flush("order")
print([r() for r in references], plain())
for action in (lambda: p.tag, lambda: str(p), lambda: p == 5):
    try:
        print(action())
    except ReferenceError as e:
        print(e)
o = T()
r = weakref.ref(o, callback("dropped"))
del r
del o
flush("reference dropped first")
o = T("a")
other = T("b")
r = weakref.ref(o, lambda r: log.append(globals().pop("other").tag))
del o
flush("callback drops another")
o = T("c")
r = weakref.ref(o, lambda r: [][1])
import sys
sys.unraisablehook = lambda u: log.append(f"unraisable {type(u.exc_value).__name__} {u.err_msg}")
del o
flush("callback raises")
o = T("d")


def makes_new(reference):
    global o2
    o2 = T("made in callback")
    log.append("made")


r = weakref.ref(o, makes_new)
del o
flush("callback makes")
del o2
flush("gone")


class Resurrects:
    def __del__(self):
        global back
        back = self
        log.append("resurrected")


o = Resurrects()
r = weakref.ref(o, callback("of resurrected"))
del o
flush("resurrection")
print(type(r()).__name__, type(back).__name__)
r2 = weakref.ref(back, callback("second"))
del back
flush("second death")
o, other = T("e"), T("f")
d = weakref.WeakKeyDictionary({o: other})
v = weakref.WeakValueDictionary(k=o)
s = weakref.WeakSet([o, other])
print(len(d), len(v), len(s))
del other
flush("value kept by dictionary")
del o
flush("key gone")
print(len(d), len(v), len(s))
o = T("g")
r1, r2 = weakref.ref(o), weakref.ref(o, callback("eq"))
print(r1 == r2, r1 is weakref.ref(o), hash(r1) == hash(r2), len({r1, r2}))
del o
flush("after")
print(r1 == r2, r1 == r1, hash(r1) == hash(r1))
f1 = weakref.finalize(T("h"), log.append, "never kept")
flush("finalize")
print(f1.alive)
o = T("i")
f2 = weakref.finalize(o, log.append, "called by hand")
print(f2.alive, f2.peek()[2], f2(), f2.alive, f2(), f2.detach())
del o
flush("after hand call")
