"""A __dict__ may hold keys that are no attribute names."""
class C: pass
c = C()
c.__dict__[5] = "five"
c.__dict__["with space"] = "spaced"
c.__dict__[("t",)] = "tuple"
c.plain = 1
print(c.__dict__)
print(getattr(c, "with space"), c.plain)
del c.__dict__[5]
print(list(c.__dict__))
