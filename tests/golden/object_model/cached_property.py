"""functools.cached_property stores its value in the instance."""
import functools
class C:
    count = 0
    @functools.cached_property
    def value(self):
        """doc"""
        C.count += 1
        return [C.count]
c = C()
print(c.value, c.value is c.value, vars(c), C.value.__doc__, C.value.attrname)
del c.value
print(c.value)
c.value = "assigned"
print(c.value)
class S:
    __slots__ = ()
    @functools.cached_property
    def value(self): return 1
try:
    S().value
except TypeError as e:
    print(e)
late = functools.cached_property(lambda self: 1)
C.late = late
try:
    c.late
except TypeError as e:
    print(e)
try:
    class Two:
        a = b = functools.cached_property(lambda self: 1)
except TypeError as e:
    print(e)
