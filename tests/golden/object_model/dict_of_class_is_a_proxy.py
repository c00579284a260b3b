"""A class's __dict__ is a read-only view that is live."""
class C:
    """doc"""
    x = 1
d = C.__dict__
print(type(d).__name__, d["x"], "y" in d)
C.y = 2
print(d["y"], "y" in d)
for change in ("d['z'] = 1", "del d['x']", "d.clear()", "C.__dict__ = {}"):
    try:
        exec(change)
    except (TypeError, AttributeError) as e:
        print(e)
print(d.get("nothing", "default"), dict(d)["x"], len(d) == len(list(d)))
print((d | {"k": 1})["k"], d.copy()["x"])
