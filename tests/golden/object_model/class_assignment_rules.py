"""__class__ can be assigned when the layouts agree."""
class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
class L(list): pass
class M(list): pass
a = A()
a.x = 1
a.__class__ = B
print(a.who(), a.x, isinstance(a, A), isinstance(a, B))
l = L([1])
l.__class__ = M
print(type(l).__name__, l)
cases = [(a, int), (a, L), (a, 5), (5, A), (l, list), ([], L), (object(), A), (A, B), (len, A), (a, object)]
for o, cls in cases:
    try:
        o.__class__ = cls
        print("fine")
    except TypeError as e:
        print(e)
try:
    del a.__class__
except TypeError as e:
    print(e)
