"""copy and __getstate__ of slotted instances."""
import copy
class P:
    __slots__ = ("x", "y", "__private")
    def __init__(self): self.x, self.__private = 1, [2]
class Q(P):
    __slots__ = ("z", "__dict__")
p = P()
print(p.__getstate__())
c = copy.copy(p)
print(c.x, hasattr(c, "y"), c._P__private is p._P__private)
d = copy.deepcopy(p)
print(d._P__private, d._P__private is p._P__private)
q = Q()
q.z, q.free = 3, 4
print(q.__getstate__())
e = copy.copy(q)
print(e.z, e.free, e.x)
