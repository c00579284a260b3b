"""isinstance and issubclass with abstract classes: who is asked, in which order, and how often."""
import abc

log = []


class Hooked(abc.ABC):
    answer = NotImplemented

    @classmethod
    def __subclasshook__(cls, other):
        log.append((cls.__name__, other.__name__))
        return cls.answer


class Child(Hooked):
    pass


class Real(Hooked):
    pass


class Virtual:
    pass


class Stranger:
    pass


def ask(*questions):
    for cls, other in questions:
        result = issubclass(cls, other)
        print(cls.__name__, other.__name__, result, log)
        log.clear()


ask((Real, Hooked), (Stranger, Hooked), (Stranger, Hooked), (int, Hooked), (Hooked, Hooked), (Hooked, Child))
Hooked.register(Virtual)
ask((Virtual, Hooked), (Virtual, Hooked), (Stranger, Hooked), (Virtual, Child))
Child.register(Stranger)
ask((Stranger, Child), (Stranger, Hooked), (Stranger, Hooked))
Hooked.answer = True
ask((float, Hooked), (int, Hooked), (float, Child))
Hooked.answer = False
ask((str, Hooked), (Real, Hooked), (Virtual, Hooked))
Hooked.answer = 5
for cls in (bytes, list):
    try:
        ask((cls, Hooked))
    except AssertionError as e:
        print("AssertionError", e, log)
        log.clear()
Hooked.answer = NotImplemented
for o in (Real(), Virtual(), Stranger(), 5, Real, None):
    print(type(o).__name__, isinstance(o, Hooked), isinstance(o, Child), log)
    log.clear()


class Liar:
    __class__ = Real


print(isinstance(Liar(), Hooked), log)
log.clear()


@Hooked.register
class Decorated:
    pass


print(Decorated.__name__, issubclass(Decorated, Hooked), isinstance(Decorated(), Hooked))
for value in (5, "text", None, Hooked()):
    try:
        Hooked.register(value)
    except TypeError as e:
        print(e)
try:
    Real.register(Hooked)
except RuntimeError as e:
    print(e)
for value in (5, None, [int]):
    try:
        issubclass(value, Hooked)
    except TypeError as e:
        print(e)


class Subclasses(abc.ABC):
    @classmethod
    def __subclasses__(cls):
        return [int]


print(issubclass(bool, Subclasses), issubclass(str, Subclasses), isinstance(5, Subclasses))


class BadSubclasses(abc.ABC):
    @classmethod
    def __subclasses__(cls):
        return 5


try:
    issubclass(int, BadSubclasses)
except TypeError as e:
    print(e)
token = abc.get_cache_token()
Hooked.register(bytes)
print(abc.get_cache_token() != token, issubclass(bytes, Hooked))
