"""Data descriptors win over the instance dict, which wins over other descriptors."""
class Data:
    def __get__(self, obj, cls): return "data"
    def __set__(self, obj, value): print("set ignored")
class NonData:
    def __get__(self, obj, cls): return "non-data"
class OnlySet:
    def __set__(self, obj, value): obj.__dict__["only_set"] = value * 2
class OnlyDelete:
    def __delete__(self, obj): print("delete called")
class C:
    data, non_data, only_set, only_delete = Data(), NonData(), OnlySet(), OnlyDelete()
c = C()
c.__dict__.update(data=1, non_data=2)
print(c.data, c.non_data, type(c.only_set).__name__)
c.data = 5
c.non_data = 6
c.only_set = 7
print(c.data, c.non_data, c.only_set)
try:
    c.only_delete = 1
except AttributeError as e:
    print("no __set__:", e)
del c.only_delete
try:
    del c.only_set
except AttributeError as e:
    print("no __delete__:", e)
