"""An object that saves itself in __del__ lives on; __del__ runs once per object."""
import weakref
log, saved = [], []
class Phoenix:
    def __init__(self, name, times=1): self.name, self.times = name, times
    def __del__(self):
        log.append(self.name)
        if self.times: self.times -= 1; saved.append(self)
p = Phoenix("a")
w = weakref.ref(p)
del p
print(log, saved[0].name, w() is saved[0])
saved.clear()
print(log, "not finalised again")
class InContainer:
    def __init__(self): self.data = [1, 2]
    def __del__(self): saved.append(self.data)
InContainer()
print(saved); saved.clear()
class Chain:
    def __init__(self, n): self.next = Chain(n - 1) if n else None
    def __del__(self): log.append("chain")
log.clear()
c = Chain(3); del c
print(log); log.clear()
class Long:
    count = 0
    __slots__ = ("next",)
    def __init__(self, next): self.next = next
    def __del__(self): Long.count += 1
head = None
for _ in range(50000): head = Long(head)
head = None
print(Long.count)
nested = []
for _ in range(200000): nested = [nested]
del nested
d = {}
for _ in range(100000): d = {"k": d}
del d
t = ()
for _ in range(100000): t = (t,)
del t
def deep_gen(n):
    g = iter([1])
    for _ in range(n): g = map(lambda x: x, g)
    return g
g = deep_gen(5000); del g
print("deep structures dropped")
class Creates:
    n = 0
    def __del__(self):
        if Creates.n < 5: Creates.n += 1; Creates(); log.append(Creates.n)
Creates()
print(log); log.clear()
class Changes:
    def __init__(self, l): self.l = l
    def __del__(self): self.l.append("changed while being cleared"); log.append(len(self.l))
l = []
l.append(Changes(l)); l.append(1)
l.clear()
print(l, log); log.clear()
l = []
l.extend([Changes(l), Changes(l)])
del l[:]
print(l, log); log.clear()
d = {}
class Deletes:
    def __del__(self): d.clear(); log.append("cleared")
d["a"] = Deletes(); d["b"] = 2
d["a"] = None
print(d, log); log.clear()
d["x"] = Deletes(); d["y"] = 1
del d["x"]
print(d, log)
class AttrSwap:
    def __del__(self): holder.x = "set by __del__"
class H: pass
holder = H(); holder.x = AttrSwap()
holder.x = "assigned"
print(holder.x)
holder.x = AttrSwap()
del holder.x
print(holder.x)
g_var = AttrSwap()
def rebinding():
    global g_var
    class G:
        def __del__(self): global g_var; g_var = "from __del__"
    g_var = G()
    g_var = "assigned after"
rebinding()
print(g_var)
