"""When __set_name__ is called, in which order, with what, and what its errors become."""
log = []


class Named:
    def __init__(self, tag):
        self.tag = tag

    def __set_name__(self, owner, name):
        log.append((self.tag, owner.__name__, name, name in owner.__dict__))


class Replacing:
    def __set_name__(self, owner, name):
        setattr(owner, name, ("replaced", name))
        setattr(owner, name + "_extra", Named("late"))


class Deleting:
    def __set_name__(self, owner, name):
        delattr(owner, name)


class Base:
    def __init_subclass__(cls, **kwargs):
        log.append(("init_subclass", cls.__name__))


class Meta(type):
    def __new__(meta, name, bases, namespace):
        log.append("before")
        cls = super().__new__(meta, name, bases, namespace)
        log.append("after")
        return cls

    def __init__(cls, *args):
        log.append("init")


class A(Base, metaclass=Meta):
    b = Named("b")
    a = Named("a")
    a2 = a
    r = Replacing()
    d = Deleting()
    n = [Named("in a list")]


print(log)
print(A.r, type(A.r_extra).__name__, hasattr(A, "d"))
log.clear()
A.later = Named("later")
A.later.__set_name__(A, "by_hand")
type("Made", (), {"x": Named("made"), "y": Named("y")})
print(log)


class OnInstance:
    def __init__(self):
        self.__set_name__ = lambda owner, name: log.append("instance")


log.clear()


class NotCalled:
    x = OnInstance()


print(log)


class Wrong:
    def __set_name__(self):
        pass


class Raises:
    def __set_name__(self, owner, name):
        raise ValueError("refused")


class Callable:
    __set_name__ = staticmethod(lambda owner, name: log.append((owner.__name__, name)))


class NoneName:
    __set_name__ = None


for value in [Wrong(), Raises(), Callable(), NoneName()]:
    try:
        type("Owner", (), {"attribute": value})
        print("made", log)
    except Exception as e:
        print(type(e).__name__, e, e.__notes__, e.__context__, e.__cause__)
