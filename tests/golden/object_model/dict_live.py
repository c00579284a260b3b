"""An instance's __dict__ is the instance: changes are seen both ways."""
class C:
    def __init__(self): self.a, self.b = 1, 2
c = C()
d = c.__dict__
print(d is c.__dict__, d is vars(c), d)
d["c"] = 3
c.d = 4
del d["a"]
print(c.c, d["d"], hasattr(c, "a"), d)
d.clear()
print(hasattr(c, "b"), vars(c))
d.update(x=1, y=2)
d |= {"z": 3}
print(c.x + c.y + c.z, d.pop("x"), d.popitem(), d.setdefault("w", 9), c.w)
print(list(d), len(d), "y" in d)
