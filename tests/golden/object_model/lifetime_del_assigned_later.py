"""A __del__ that comes to or goes from the class while instances live."""
class C: pass
a, b, c = C(), C(), C()
del a
C.__del__ = lambda self: print("late del")
del b
del C.__del__
del c
print("c gone")
class D:
    def __del__(self): print("D del")
class E: pass
d = D()
d.__class__ = E
del d
print("as E, silently")
e = E()
e.__class__ = D
del e
f = E()
f.__del__ = lambda: print("never: on the instance")
del f
class Sub(D):
    def __del__(self):
        print("Sub del")
        super().__del__()
Sub()
