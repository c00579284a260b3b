"""Assigning __dict__ replaces all attributes; the old dict lives on by itself."""
class C: pass
c = C()
c.a = 1
old = c.__dict__
c.__dict__ = {"b": 2}
print(hasattr(c, "a"), c.b, old)
old["a"] = 5
print(hasattr(c, "a"))
shared = {"n": 0}
x, y = C(), C()
x.__dict__ = y.__dict__ = shared
x.n += 1
y.n += 1
print(x.n, y.n, shared)
for bad in (5, None, [("a", 1)]):
    try:
        c.__dict__ = bad
    except TypeError as e:
        print(e)
class Sub(dict):
    def __getitem__(self, key): return "from Sub"
c.__dict__ = Sub(k=1)
print(c.k, c.__dict__["k"])
