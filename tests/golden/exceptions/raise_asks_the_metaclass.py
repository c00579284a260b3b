"""raise asks the metaclass of the exception's class whether that class is a subclass of itself; if it says no, the
exception is made anew, of the one that was to be raised. throw() with a value asks as well."""
import warnings

warnings.simplefilter("ignore")  # throw() with a value is deprecated


class Meta(type):
    answer = True

    def __subclasscheck__(cls, other):
        print("   asked", cls.__name__, other.__name__)
        if Meta.answer is None:
            raise OSError("no answer")
        return Meta.answer

    def __instancecheck__(cls, other):
        print("   instance?")
        return True


class E(Exception, metaclass=Meta):
    def __init__(self, *args):
        print("   init", args)


class F(E):
    pass


class Plain(Exception):
    pass


class NoException(Exception):
    def __new__(cls, *args):
        return 5


def generator():
    yield 1


async def coroutine():
    raise E(1)


def class_():
    raise E


def instance():
    raise F(1, 2)


def with_cause():
    raise E from F


def in_handler():
    try:
        raise ValueError
    except ValueError:
        raise E(3)


def again():
    try:
        raise E(4)
    except E:
        raise


def in_finally():
    try:
        raise E(4)
    finally:
        print("   finally")


def star():
    try:
        raise E(7)
    except* E:
        print("   star")


def in_getattr():
    class Hooked:
        def __getattr__(self, name):
            raise E(8)
    Hooked().x


def in_next():
    class Iterator:
        def __iter__(self):
            return self

        def __next__(self):
            raise E(9)
    list(Iterator())


def in_exit():
    class Manager:
        def __enter__(self):
            pass

        def __exit__(self, *args):
            raise E(11)
    with Manager():
        raise E(10)


def as_cause():
    raise ValueError from E


def in_assertion():
    assert 0, E(1)


def in_coroutine():
    coroutine().send(None)


def thrown(*args):
    def work():
        suspended = generator()
        next(suspended)
        suspended.throw(*args)
    return work


def told(name, work):
    print("-", name)
    try:
        work()
    except BaseException as e:
        print("   got", type(e).__name__, e.args, repr(e.__context__), repr(e.__cause__))


for Meta.answer in True, False, None, 5:
    print("answer", Meta.answer)
    for work in (class_, instance, with_cause, in_handler, again, in_finally, star, in_getattr, in_next, in_exit, as_cause,
                 in_assertion, in_coroutine):
        told(work.__name__, work)
    for args in (E,), (E(5),), (E, 5), (E, F(6)), (E, Plain(7)), (Plain, E(8)), (F, E(9)):
        told(args, thrown(*args))
for args in ((NoException,), (NoException, 1), (NoException, (1, 2)), (NoException, Plain(1)), (Plain, NoException),
             (Plain, Plain(2)), (Plain, (1, 2)), (Plain, ()), (Plain, [1]), (Plain, None), (Plain, KeyError(3)),
             (Exception, Plain(4)), (Plain(1), None), (Plain(1), 2), (5,), (Plain, Exception)):
    told(args, thrown(*args))
for kind in NoException, Plain:
    def work():
        raise kind
    told(kind, work)
