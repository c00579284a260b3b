"""__set_name__ is told owner and name, once, when the class is made."""
class Named:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, obj, cls): return self.name
n = Named()
class A:
    x = n
    y = n
class B(A): pass
print(A.x, B.y)
A.z = Named()
try:
    A.z
except AttributeError as e:
    print(e)
class Bad:
    def __set_name__(self, owner, name): raise RuntimeError(f"not {name}")
try:
    class C: attr = Bad()
except RuntimeError as e:
    print(e, e.__notes__)
print(A.__init__.__objclass__, str.upper.__objclass__, int.real.__objclass__)
