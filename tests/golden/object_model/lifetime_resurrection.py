"""__del__ may save its object; it is not called a second time."""
import gc, weakref
saved = []
class R:
    def __init__(self, name): self.name = name
    def __del__(self):
        print("del", self.name)
        saved.append(self)
r = R("one")
w = weakref.ref(r, lambda _: print("callback"))
del r
print(saved[0].name, w() is saved[0])
saved.clear()
print("dropped for good", w())
class Cycle(R): pass
c = Cycle("cycle")
c.me = c
del c
gc.collect()
print(saved[0].name)
saved[0].me = None
saved.clear()
print("gone")
R.__del__ = lambda self: print("new del", self.name)
R("two")
del R.__del__
R("three")
print("end")
