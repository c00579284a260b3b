"""Every way of writing a slot."""
class C:
    __slots__ = ("x", "y")
    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)
c = C()
c.x = 1
setattr(c, "y", 2)
C.x.__set__(c, 10)
object.__setattr__(c, "y", 20)
c.x += 5
print(c.x, c.y)
for c.x in range(3): pass
print(c.x)
try:
    c.z = 1
except AttributeError as e:
    print(e)
