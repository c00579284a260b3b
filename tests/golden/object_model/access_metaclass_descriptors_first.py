"""On a class, a data descriptor of the metaclass wins, then the class, then other attributes of the metaclass."""
class Data:
    def __get__(self, obj, cls): return f"meta data of {obj.__name__}"
    def __set__(self, obj, value): print("meta set", value)
class Meta(type):
    data = Data()
    plain = "from meta"
    only_meta = "only meta"
    @property
    def prop(cls): return f"prop of {cls.__name__}"
    def method(cls): return f"method of {cls.__name__}"
class C(metaclass=Meta):
    data = "own data"
    plain = "own plain"
    def method(self): return "own method"
print(C.data, C.plain, C.only_meta, C.prop)
C.data = 1
print(C.__dict__["data"], C().data, C().method())
try:
    C.method()
except TypeError as e:
    print(e)
try:
    C().only_meta
except AttributeError as e:
    print(e)
try:
    C.prop = 1
except AttributeError as e:
    print(e)
