"""Special methods assigned to, changed on and deleted from a class work at once."""
class C: pass
c = C()
def use():
    try:
        return c + 1
    except TypeError as e:
        return str(e)
print(use(), use())
C.__add__ = lambda self, o: "first"
print(use(), use())
C.__add__ = lambda self, o: "second"
print(use(), use())
C.__add__ = None
print(use(), use())
C.__add__ = classmethod(lambda cls, o: cls.__name__)
print(use(), use())
C.__add__ = staticmethod(lambda o: o)
print(use(), use())
C.__add__ = 5
print(use(), use())
del C.__add__
print(use(), use())
class Base: pass
C.__bases__ = (Base,) if False else C.__bases__
c.__add__ = lambda o: "instance attributes don't count"
print(use())
