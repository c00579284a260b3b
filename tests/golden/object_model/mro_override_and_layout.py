"""Which classes an overridden `mro()` may give, by how instances are laid out."""


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def made(bases, order, namespace):
    class Meta(type):
        def mro(cls):
            return [cls if item is None else item for item in order]
    return attempt(
        lambda: [c.__name__ for c in Meta("C", bases, dict(namespace)).__mro__])


class Slotted:
    __slots__ = ("a", "b")


class Plain:
    pass


class Below(Slotted):
    __slots__ = "c"


for bases in (), (int,), (Plain,), (Slotted,), (Below,), (Exception,), (dict,):
    for namespace in {}, {"__slots__": ("x", "y")}, {"__slots__": ()}:
        if namespace.get("__slots__") and bases == (int,):
            continue
        for order in [None], [None, object], [object], [None, int], [None, Slotted], [None, Plain], [None, Below, Slotted], \
                [None, Exception, BaseException], [int, None], [None, 5], [None, type]:
            print(bases, len(namespace.get("__slots__", "d")), made(bases, order, namespace))


class Late(type):
    answers = None

    def mro(cls):
        return type.mro(cls) if Late.answers is None else [cls, *Late.answers]


class Members(Slotted, metaclass=Late):
    __slots__ = "z"


class Under(Members):
    pass


for answers in [], [object], [Slotted], [int], [Plain], [Below], [5], None:
    Late.answers = answers
    print(answers, attempt(setattr, Members, "__bases__", (Slotted,)), [c.__name__ for c in Members.__mro__], [c.__name__ for c in Under.__mro__])
    Late.answers = None
    print(attempt(setattr, Members, "__bases__", (Slotted,)))
