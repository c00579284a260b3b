# Messages that name classes in full fail where a class has lost its module. A metaclass in Python lets it be deleted.
import weakref


class Meta(type):
    pass


class A(metaclass=Meta):
    __slots__ = ("x", "__weakref__")


class B(A):
    def __getattr__(self, name):
        return f"instead of {name}"


class C(list, metaclass=Meta):
    __slots__ = ("x", "__weakref__")


def tell(function):
    try:
        print(str(function()).split(" at ")[0])
    except BaseException as e:
        print(type(e).__name__, e, getattr(e, "name", None), e.__context__)


def look():
    for make in A, B, C:
        o = make()
        ref, proxy = weakref.ref(o), weakref.proxy(o)
        for _ in range(3):
            tell(lambda: o.x)
        tell(lambda: make.x.__get__(o))
        tell(lambda: getattr(o, "x", "default"))
        tell(lambda: hasattr(o, "x"))
        tell(lambda: o.y)
        tell(lambda: repr(o))
        tell(lambda: repr(ref))
        tell(lambda: weakref.ProxyType.__repr__(proxy))
        tell(lambda: repr(make))
        tell(lambda: make.__module__)
        tell(lambda: o.__module__)
        try:
            del o.x
        except AttributeError as e:
            print(e)


look()
for k in A, B, C:
    del k.__module__
look()
for k in A, B, C:
    k.__module__ = 5
look()
for k in A, B, C:
    k.__module__ = "other"
look()
try:
    del type.__new__(type, "Plain", (), {}).__module__
except TypeError as e:
    print(e)
