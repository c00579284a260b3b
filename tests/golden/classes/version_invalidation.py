"""Changing classes after their instances and call sites have been used."""
class Base:
    def m(self): return "Base.m"
    v = "Base.v"
class Child(Base): pass
class Grand(Child): pass
g = Grand()
def call(): return g.m()
def read(): return g.v
def observe(): return call(), read()
for _ in range(3): first = observe()
print(first)
Child.m = lambda self: "Child.m"
print(observe())
Grand.v = "Grand.v"
print(observe())
g.v = "instance v"
g.m = lambda: "instance m"
print(observe())
del g.v, Grand.v
print(observe())
del g.m, Child.m
print(observe())
Base.v = property(lambda self: "property v")
print(observe())
g.__dict__["v"] = "hidden by data descriptor"
print(observe())
Base.v = type("NonData", (), {"__get__": lambda s, i, o: "non-data"})()
print(observe())
Child.__bases__ = (type("Other", (), {"m": lambda self: "Other.m", "v": "Other.v"}),)
del g.__dict__["v"]
print(observe())
Grand.__getattribute__ = lambda self, name: f"intercepted {name}" if name == "v" else (lambda: "intercepted call")
print(observe())
del Grand.__getattribute__
print(observe())
Grand.__getattr__ = lambda self, name: f"fallback {name}"
print(g.unknown, observe())
class Swap: m = lambda self: "Swap.m"; v = "Swap.v"
g.__class__ = Swap
print(observe())
g = Base()
Base.v = "new Base.v"
print(observe())
def special(o): return len(o), bool(o), o + 1, o()
class Sp:
    def __len__(self): return 1
    def __add__(self, x): return "add"
    def __call__(self): return "call"
s = Sp()
print(special(s))
Sp.__len__ = lambda self: 0
Sp.__add__ = lambda self, x: "new add"
Sp.__call__ = lambda self: "new call"
print(special(s))
Sp.__bool__ = lambda self: True
print(special(s))
del Sp.__call__
try:
    special(s)
except TypeError as error:
    print(error)
class Loop: pass
loop = Loop()
out = []
for i in range(6):
    if i == 2: Loop.x = "class"
    if i == 3: loop.x = "instance"
    if i == 4: Loop.x = property(lambda self: "property")
    if i == 5: del Loop.x
    out.append(getattr(loop, "x", None))
print(out)
def poly(objs): return [o.name for o in objs]
shapes = [type(f"T{i}", (), {"name": f"class {i}"} if i % 2 else {"__init__": lambda self: setattr(self, "name", "inst")})() for i in range(6)]
print(poly(shapes), poly(shapes[::-1]))
