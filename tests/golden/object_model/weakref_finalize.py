"""weakref.finalize: once, detachable, and at exit."""
import weakref
class C: pass
c = C()
f = weakref.finalize(c, print, "finalised", sep="")
print(f.alive, f.peek()[1:], f.atexit)
del c
print(f.alive, f())
d = C()
g = weakref.finalize(d, lambda x: x * 2, 21)
print(g(), g(), g.alive)
del d
e = C()
h = weakref.finalize(e, print, "never")
print(h.detach()[2], h.alive)
del e
keep = C()
weakref.finalize(keep, print, "at exit")
quiet = weakref.finalize(keep, print, "not at exit")
quiet.atexit = False
print("end")
