"""What assigning __bases__ calls, and what it does to the classes below."""
log = []


class Meta(type):
    def mro(cls):
        order = super().mro()
        log.append(("mro", cls.__name__, [c.__name__ for c in order]))
        return order

    def __setattr__(cls, name, value):
        log.append(("set", cls.__name__, name))
        super().__setattr__(name, value)


class Root(metaclass=Meta):
    def __init_subclass__(cls):
        log.append(("init_subclass", cls.__name__))

    def who(self):
        return "Root"


class Left(Root):
    def who(self):
        return "Left+" + super().who()


class Right(Root):
    extra = "right"

    def who(self):
        return "Right+" + super().who()


class Mid(Left):
    pass


class Leaf(Mid):
    def who(self):
        return "Leaf+" + super().who()


def flush(label):
    print(label)
    for entry in log:
        print("   ", entry)
    log.clear()


flush("made")
leaf, mid = Leaf(), Mid()


def use(o):
    return o.who(), getattr(o, "extra", None)


print([use(o) for o in (leaf, mid) for _ in range(3)])
Mid.__bases__ = (Right,)
flush("Mid below Right")
print([use(o) for o in (leaf, mid) for _ in range(3)])
Mid.__bases__ = (Left, Right)
flush("Mid below both")
print([use(o) for o in (leaf, mid) for _ in range(3)], [c.__name__ for c in Leaf.__mro__])
print([c.__name__ for c in Left.__subclasses__()], [c.__name__ for c in Right.__subclasses__()], [c.__name__ for c in Root.__subclasses__()])
Leaf.__bases__ = (Right,)
flush("Leaf below Right")
print(use(leaf), isinstance(leaf, Mid), issubclass(Leaf, Left), isinstance(leaf, Right))


class Stubborn(type):
    allowed = True

    def mro(cls):
        if not Stubborn.allowed:
            raise ValueError("no new order")
        return type.mro(cls)


class S1(metaclass=Stubborn): value = 1
class S2(metaclass=Stubborn): value = 2
class S3(S1): pass
class S4(S3): pass


Stubborn.allowed = False
for cls in (S3, S4):
    try:
        cls.__bases__ = (S2,)
    except ValueError as e:
        print(e, cls.__bases__[0].__name__, cls.value, [c.__name__ for c in cls.__mro__])
Stubborn.allowed = True
S3.__bases__ = (S2,)
print(S4.value, S4().value, [c.__name__ for c in S4.__mro__])
