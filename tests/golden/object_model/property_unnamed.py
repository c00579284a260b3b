"""Messages of properties without a name, with odd functions, outside of classes."""
p = property()
class C: pass
c = C()
for f in (lambda: p.__get__(c), lambda: p.__set__(c, 1), lambda: p.__delete__(c), lambda: p.__get__(None), lambda: p.__get__(None, C) is p):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
C.late = property(lambda self: 1)
try:
    c.late = 2
except AttributeError as e:
    print(e)
C.named = p
try:
    c.named
except AttributeError as e:
    print(e)
C.length = property(len)
try:
    c.length
except TypeError as e:
    print(e)
q = property("not callable")
C.q = q
try:
    c.q
except TypeError as e:
    print(e)
try:
    p.__name__
except AttributeError as e:
    print(e)
p.__name__ = "given"
print(p.__name__)
