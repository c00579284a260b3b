"""__prepare__ may give any mapping; the class body runs in it."""
class Log(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"): print("body sets", key)
        super().__setitem__(key, value)
    def __missing__(self, key):
        if key == "magic": return 42
        raise KeyError(key)
class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases): return Log()
    def __new__(meta, name, bases, ns):
        print(type(ns).__name__)
        return super().__new__(meta, name, bases, dict(ns))
class C(metaclass=Meta):
    a = magic
    b = a + 1
    print(b)
print(C.a, type(C.__dict__).__name__)
class NotMapping(type):
    @classmethod
    def __prepare__(meta, name, bases): return 5
try:
    class D(metaclass=NotMapping): pass
except TypeError as e:
    print(e)
