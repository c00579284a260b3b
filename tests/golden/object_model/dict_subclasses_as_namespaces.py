"""A dict subclass as __dict__: attribute access goes past its methods."""
import collections


class Loud(dict):
    def __getitem__(self, key):
        print("getitem", key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        print("setitem", key)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print("delitem", key)
        super().__delitem__(key)

    def __contains__(self, key):
        print("contains", key)
        return super().__contains__(key)

    def __missing__(self, key):
        print("missing", key)
        return "made up"

    def get(self, key, default=None):
        print("get", key)
        return super().get(key, default)

    def keys(self):
        print("keys")
        return super().keys()


class C:
    pass


c = C()
c.__dict__ = Loud(a=1)
print(c.a, type(vars(c)).__name__)
c.b = 2
c.b += 1
del c.a
print(hasattr(c, "a"), getattr(c, "zzz", "default"), sorted(dir(c))[-1])
print(dict(c.__dict__))
c.__dict__["c"] = 5
print(c.__dict__["no"], c.c)
for namespace in [collections.defaultdict(int, x=1), collections.Counter("x"), collections.ChainMap({"x": 1}),
                  collections.UserDict(x=1), {}.items(), None, 5, [("x", 1)]]:
    c = C()
    try:
        c.__dict__ = namespace
        print(type(c.__dict__).__name__, c.x)
        c.y = 1
        print(list(c.__dict__), len(namespace))
        print(getattr(c, "missing", "default"), len(namespace))
    except TypeError as e:
        print(e)
