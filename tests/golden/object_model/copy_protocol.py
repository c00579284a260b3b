"""__copy__, __deepcopy__, __reduce_ex__, __reduce__, __getstate__ and __setstate__ as copy uses them."""
import copy
class C:
    def __init__(self): self.items = [1]
c = C()
print(copy.copy(c).items is c.items, copy.deepcopy(c).items is c.items)
class Copied:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep", type(memo).__name__
print(copy.copy(Copied()), copy.deepcopy(Copied()), copy.deepcopy([Copied()]))
class State:
    def __init__(self): self.x = 1; self.secret = 2
    def __getstate__(self): return {"x": self.x}
    def __setstate__(self, state): print("setstate", state); self.__dict__.update(state)
print(vars(copy.copy(State())))
class Reduced:
    def __reduce__(self): return dict, ([("k", 1)],)
class ReducedEx(Reduced):
    def __reduce_ex__(self, protocol): return list, ((protocol,),)
print(copy.copy(Reduced()), copy.copy(ReducedEx()))
class NewArgs(int):
    def __new__(cls, a, b): self = int.__new__(cls, a); self.b = b; return self
    def __getnewargs__(self): return int(self), self.b
n = copy.copy(NewArgs(1, 2))
print(n, n.b, type(n).__name__)
class Bad:
    def __reduce_ex__(self, protocol): return 5
try:
    copy.copy(Bad())
except TypeError as e:
    print(e)
cyc = C()
cyc.me = cyc
d = copy.deepcopy(cyc)
print(d.me is d, d is not cyc)
print(C().__reduce_ex__(2)[1:], C().__getstate__())
class Fallback:
    def __getattr__(self, name): print("asked", name); raise AttributeError(name)
copy.copy(Fallback())
