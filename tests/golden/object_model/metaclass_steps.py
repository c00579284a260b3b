"""__prepare__, __new__, __init__ and __call__ of a metaclass, in order."""
class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"prepared": True}
    def __new__(meta, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(meta, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", cls.__name__, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        return super().__call__(*args, **kw)
class A(metaclass=Meta, flag=1):
    x = 1
    def __init__(self, *args): print("A.__init__", args)
class B(A, flag=2): pass
a = B(5)
print(B.prepared, type(B).__name__, type(a).__name__)
print(Meta("M", (), {}).__name__)
