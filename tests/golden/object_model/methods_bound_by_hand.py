"""Functions are descriptors: __get__ binds them to anything."""
import types
def f(self, *args): return (self, args)
print(f.__get__(5)(1), f.__get__(5, int)(1), f.__get__(None, int) is f)
try:
    f.__get__(None)
except TypeError as e:
    print(e)
m = types.MethodType(f, "obj")
print(m(2), m.__self__, m.__func__ is f, m.__name__, m.__get__(7) is m)
nested = types.MethodType(m, "inner")
print(nested(3))
for args in ((), (5, 1), (f,), (f, None)):
    try:
        print(types.MethodType(*args))
    except TypeError as e:
        print(e)
class C: pass
c = C()
c.m = f
print(c.m(1))
c.m = f.__get__(c)
print(c.m(1)[0] is c)
