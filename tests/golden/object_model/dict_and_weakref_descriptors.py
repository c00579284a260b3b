"""The __dict__ and __weakref__ entries of a class are descriptors one can use by hand."""
class C: pass
class D: pass
c = C()
c.x = 1
get_dict = C.__dict__["__dict__"]
print(get_dict, get_dict.__get__(c))
get_dict.__set__(c, {"y": 2})
print(vars(c))
get_dict.__delete__(c)
print(vars(c))
print(C.__dict__["__weakref__"], C.__dict__["__weakref__"].__get__(c))
try:
    get_dict.__get__(5)
except TypeError as e:
    print(e)
try:
    c.__weakref__ = 1
except AttributeError as e:
    print(e)
