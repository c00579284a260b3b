"""The member descriptors of slots can be used by hand."""
class C: __slots__ = ("x",)
class D(C): pass
m = C.__dict__["x"]
print(m, m.__name__, m.__objclass__, type(m).__name__)
c = C()
m.__set__(c, 1)
print(m.__get__(c), m.__get__(None, C) is m, m.__get__(c, C))
m.__delete__(c)
for f in (lambda: m.__get__(c), lambda: m.__delete__(c), lambda: m.__get__(5), lambda: m.__set__(object(), 1), lambda: m.__get__(None), lambda: m.__set__(c)):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
d = D()
m.__set__(d, "on subclass")
print(d.x, vars(d))
D.alias = m
d.alias = 9
print(d.x)
class Other: borrowed = m
try:
    Other().borrowed
except TypeError as e:
    print(e)
