"""Priority: data descriptor, instance dict, non-data descriptor, class attribute, __getattr__."""
class Data:
    def __init__(self, name): self.name = name
    def __get__(self, obj, owner): return f"data {self.name} obj={obj is not None} owner={owner.__name__}"
    def __set__(self, obj, value): print(f"set {self.name}={value}")
    def __delete__(self, obj): print(f"delete {self.name}")
class NonData:
    def __get__(self, obj, owner): return f"non-data obj={obj is not None}"
class OnlySet:
    def __set__(self, obj, value): obj.__dict__["only_set"] = f"stored {value}"
class OnlyDelete:
    def __delete__(self, obj): print("only delete")
class GetDelete:
    def __get__(self, obj, owner): return "get/delete"
    def __delete__(self, obj): print("gd delete")
class C:
    data = Data("d")
    non = NonData()
    only_set = OnlySet()
    only_del = OnlyDelete()
    get_del = GetDelete()
    plain = "class"
    def __getattr__(self, name): return f"getattr {name}"
c = C()
print(c.data, C.data, c.non, C.non, c.plain, c.other)
c.__dict__.update(data="hidden", non="instance wins", only_set="inst", only_del="inst", get_del="inst", plain="inst")
print(c.data, c.non, c.only_set, c.only_del, c.get_del, c.plain)
c.data = 1; c.non = 2; c.only_set = 3
print(c.__dict__["data"], c.__dict__["non"], c.only_set)
del c.data, c.non, c.only_del, c.get_del
print("non" in c.__dict__, c.non)
for act in ("c.only_del = 1", "c.get_del = 1", "del c.only_set", "del c.nothing"):
    try:
        exec(act)
        print(act, "fine")
    except AttributeError as error:
        print(act, "->", error)
c.plain = "changed"
del c.plain
print(c.plain)
C.data = "replaced on class"
print(c.data, C.data)
del C.data
print(c.data, hasattr(C, "data"))
class Meta(type):
    mdata = Data("m")
    mnon = NonData()
class D(metaclass=Meta):
    mdata = "class dict"
    mnon = "class dict"
    inner = NonData()
print(D.mdata, D.mnon, D.inner, D().mdata)
D.mdata = 5
class Raising:
    def __get__(self, obj, owner): raise AttributeError("inside get")
    def __set__(self, obj, value): raise ValueError("inside set")
class E:
    r = Raising()
    def __getattr__(self, name): return f"fallback for {name}"
print(E().r)
try:
    E().r = 1
except ValueError as error:
    print(error)
try:
    E.r
except AttributeError as error:
    print(error)
inst = C()
inst.d = Data("on instance")
print(type(inst.d).__name__)
class F:
    x = Data
    y = Data("y").__get__
print(F().x is Data, type(F.y).__name__)
