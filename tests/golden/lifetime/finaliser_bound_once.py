class D:
    def __get__(self, obj, cls):
        print("asked")
        raise LookupError("get")
class T: __del__ = D()
t = T()
del t
print("end")
