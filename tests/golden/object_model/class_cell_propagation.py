"""How __class__ reaches methods, and what goes wrong when a metaclass keeps the cell to itself."""


def attempt(make):
    try:
        return make()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def with_meta(meta):
    class C(metaclass=meta):
        def who(self):
            return __class__
    return C


class Normal(type):
    def __new__(meta, name, bases, namespace):
        print("cell" if "__classcell__" in namespace else "no cell", end=" ")
        return super().__new__(meta, name, bases, namespace)


class Drops(type):
    def __new__(meta, name, bases, namespace):
        namespace.pop("__classcell__", None)
        return super().__new__(meta, name, bases, namespace)


class Wrong(type):
    def __new__(meta, name, bases, namespace):
        namespace["__classcell__"] = 5
        return super().__new__(meta, name, bases, namespace)


class Twice(type):
    def __new__(meta, name, bases, namespace):
        first = super().__new__(meta, name, bases, dict(namespace))
        second = super().__new__(meta, name + "2", bases, dict(namespace))
        return first


class Second(type):
    def __new__(meta, name, bases, namespace):
        super().__new__(meta, name, bases, dict(namespace))
        return super().__new__(meta, name + "2", bases, dict(namespace))


class Replaces(type):
    def __new__(meta, name, bases, namespace):
        super().__new__(meta, name, bases, namespace)
        return "not a class"


for meta in (type, Normal, Drops, Wrong, Twice, Second, Replaces):
    result = attempt(lambda: with_meta(meta))
    print(meta.__name__, result if isinstance(result, str) else (result.__name__, attempt(lambda: result().who().__name__)))


class NoCell(metaclass=Normal):
    x = 1


print()


class Early(type):
    def __init__(cls, *args):
        print("in __init__:", cls().who().__name__)


class E(metaclass=Early):
    def who(self):
        return __class__


class Base:
    def __init_subclass__(cls):
        print("in __init_subclass__:", attempt(lambda: cls().who().__name__))


class F(Base):
    def who(self):
        return __class__


class SetName:
    def __set_name__(self, owner, name):
        print("in __set_name__:", attempt(lambda: owner().who().__name__))


class G:
    x = SetName()

    def who(self):
        return __class__


def late():
    class H:
        def who(self):
            return __class__

        early = attempt(lambda: who(None))
    return H.early


print(late())


class I:
    def m(self):
        class J:
            def n(self):
                return __class__.__name__
        return __class__.__name__, J().n()

    lam = lambda self: __class__.__name__
    comp = property(lambda self: [__class__.__name__ for _ in range(2)])

    @staticmethod
    def static():
        return __class__.__name__


print(I().m(), I().lam(), I().comp, I.static())


class K:
    __class__ = int

    def m(self):
        return __class__.__name__


print(K().m(), K().__class__.__name__)


class L:
    def m(self):
        nonlocal __class__
        __class__ = 5
        return __class__


print(L().m(), L().m())
