"""Class bodies that run in mappings of their own."""
import collections


class Log(dict):
    def __init__(self, *args):
        super().__init__(*args)
        self.log = []

    def __setitem__(self, key, value):
        self.log.append(("set", key))
        super().__setitem__(key, value)

    def __getitem__(self, key):
        self.log.append(("get", key))
        return super().__getitem__(key)

    def __delitem__(self, key):
        self.log.append(("del", key))
        super().__delitem__(key)


class Missing(dict):
    def __missing__(self, key):
        if key.startswith("__"):
            raise KeyError(key)
        return f"made {key}"


class Meta(type):
    kind = dict

    @classmethod
    def __prepare__(meta, name, bases, **kwargs):
        return meta.kind(kwargs) if meta.kind is not None else None

    def __new__(meta, name, bases, namespace, **kwargs):
        cls = super().__new__(meta, name, bases, dict(namespace))
        cls.given = namespace
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)


Meta.kind = Log


class A(metaclass=Meta, k=5):
    a = 1
    b = a + k
    del a

    def m(self):
        return b

    try:
        nothing
    except NameError as e:
        c = str(e)
    for i in range(2):
        pass
    d = [k for k in range(i)]


print([entry for entry in A.given.log if not entry[1].startswith("__")])
print(A.b, A.c, A.d, hasattr(A, "a"), type(A.__dict__).__name__)
Meta.kind = Missing


class B(metaclass=Meta):
    x = y
    z = len
    w = [undefined, other]


print(B.x, B.z, B.w)
Meta.kind = collections.OrderedDict


class C(metaclass=Meta):
    q = 1
    p = 2


print([k for k in C.given if not k.startswith("__")], [k for k in C.__dict__ if not k.startswith("_")])
Meta.kind = collections.ChainMap


class D(metaclass=Meta):
    x = 1
    y = x


print(D.y, type(D.given).__name__)
for kind in (None, lambda kwargs: 5, lambda kwargs: [], lambda kwargs: "text"):
    Meta.kind = staticmethod(kind) if kind else None
    try:
        class E(metaclass=Meta):
            x = 1
        print(E.x)
    except TypeError as e:
        print(e)


class NoPrepare:
    def __call__(self, name, bases, namespace, **kwargs):
        return name, bases, sorted(k for k in namespace if not k.startswith("__")), kwargs


class F(metaclass=NoPrepare(), k=1):
    x = 1


print(F)


class WithPrepare(NoPrepare):
    def __prepare__(self, name, bases, **kwargs):
        return {"prepared": (name, bases, kwargs)}


class G(5 .__class__, metaclass=WithPrepare(), k=2):
    pass


print(G)
