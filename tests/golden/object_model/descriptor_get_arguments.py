"""What __get__ is called with, for each way of reading an attribute."""


class Show:
    def __init__(self, tag="show"):
        self.tag = tag

    def __get__(self, obj, owner=None):
        name = getattr(obj, "__name__", None) or type(obj).__name__
        return f"{self.tag}({name}, {owner and owner.__name__})"

    def __call__(self):
        return "never"


class Meta(type):
    of_meta = Show("meta")


class A(metaclass=Meta):
    of_class = Show("class")


class B(A):
    def zero(self):
        return super().of_class

    @classmethod
    def zero_class(cls):
        return super().of_class


class C(B):
    pass


b, c = B(), C()
print(b.of_class, B.of_class, c.of_class, C.of_class)
print(A.of_meta, C.of_meta, type(C).of_meta)
print(b.zero(), c.zero(), B.zero_class(), C.zero_class(), c.zero_class())
print(super(B, c).of_class, super(B, C).of_class, super(C, c).of_class)
print(getattr(c, "of_class"), object.__getattribute__(c, "of_class"), type.__getattribute__(C, "of_class"))
print(type.__getattribute__(C, "of_meta"))
for action in [lambda: object.__getattribute__(C, "of_class"), lambda: object.__getattribute__(C, "of_meta"), lambda: c.of_meta]:
    try:
        print(action())
    except AttributeError as e:
        print(e)
print(A.__dict__["of_class"].__get__(None, int), A.__dict__["of_class"].__get__(5), A.__dict__["of_class"].__get__(5, str))
for args in [(), (None,), (None, None), (5, None)]:
    for descriptor in [A.zero if hasattr(A, "zero") else B.__dict__["zero"], property(lambda self: ("p", self)), len, classmethod(lambda cls: cls),
                       staticmethod(5), str.upper, int.__dict__["real"], int.__add__]:
        try:
            result = descriptor.__get__(*args)
            print(type(descriptor).__name__, args, type(result).__name__)
        except (TypeError, AttributeError) as e:
            print(type(descriptor).__name__, args, e)

# In an instance's own namespace descriptors don't bind.
b.stored = Show("stored")
print(type(b.stored).__name__, type(vars(b)["stored"]).__name__)
b.method = lambda *args: args
print(b.method(1))
C.stored = b.stored
print(c.stored, C.stored)
