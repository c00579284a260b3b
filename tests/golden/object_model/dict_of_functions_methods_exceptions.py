"""Functions, bound methods, exceptions and modules and their attributes."""
def f(): pass
f.note = "on f"
print(f.__dict__, f.note)
f.__dict__["more"] = 1
print(f.more)
class C:
    def m(self): pass
c = C()
C.m.tag = "tagged"
print(c.m.tag, c.m.__dict__)
try:
    c.m.tag = "no"
except AttributeError as e:
    print(e)
e = ValueError("x")
e.extra = 1
print(e.__dict__, e.args)
e.__dict__ = {"other": 2}
print(e.other, hasattr(e, "extra"))
for target in ("len", "[].append", "5", "str.upper"):
    try:
        setattr(eval(target), "x", 1)
    except (AttributeError, TypeError) as error:
        print(error)
