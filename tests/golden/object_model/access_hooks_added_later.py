"""Hooks assigned to a class work at once on instances that exist already, and stop when deleted."""
class C:
    x = 1
c = C()
def use():
    try:
        return c.x, c.y
    except AttributeError as e:
        return str(e)
print(use(), use())
C.__getattr__ = lambda self, name: "late " + name
print(use(), use())
C.__getattribute__ = lambda self, name: "all " + name
print(use(), use())
del C.__getattribute__
print(use(), use())
del C.__getattr__
print(use(), use())
C.__setattr__ = lambda self, name, value: print("set", name)
c.z = 1
del C.__setattr__
c.z = 1
print(c.z)
C.__delattr__ = lambda self, name: print("del", name)
del c.z
del C.__delattr__
del c.z
print(vars(c))
