"""object.__dict__['__class__'] is a descriptor like any other."""
d = object.__dict__["__class__"]
print(d, type(d).__name__, d.__objclass__)
class A: pass
class B: pass
a = A()
print(d.__get__(a) is A, d.__get__(5), d.__get__(A))
d.__set__(a, B)
print(type(a).__name__)
for f in (lambda: d.__delete__(a), lambda: d.__set__(a, 3), lambda: d.__get__(None), lambda: d.__set__(1, B)):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(d.__get__(None, A) is d, d.__get__(None, type(None)))
class Shadow(A):
    __class__ = property(lambda self: "shadow")
s = Shadow()
print(s.__class__, d.__get__(s).__name__)
