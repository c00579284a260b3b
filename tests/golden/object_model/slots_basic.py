"""Instances with __slots__ have these attributes and no others."""
class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2)
print(p.x, p.y, hasattr(p, "__dict__"))
for change in ("p.z = 1", "del p.z", "p.__dict__"):
    try:
        exec(change)
    except AttributeError as e:
        print(e)
del p.x
try:
    p.x
except AttributeError as e:
    print(e)
try:
    del p.x
except AttributeError as e:
    print(e)
p.x = 5
print(p.x, P.x, P.__slots__)
