# dataclass() and its functions ask bases, classes and mappings in CPython's order.
import dataclasses
import re


def tell(function):
    try:
        print(re.sub("0x[0-9a-f]+", "0x", str(function())))
    except BaseException as e:
        print(type(e).__name__, e, type(e.__context__).__name__)


class Answers(type):
    def __getattr__(cls, name):
        if name == "__post_init__":
            raise AttributeError(name)
        return ("answer", name)


class Base(metaclass=Answers):
    pass


class Plain(metaclass=Answers):
    pass


class Derived(Base):
    a: int = 1


class Unhashable(type):
    __hash__ = None


class Odd(metaclass=Unhashable):
    pass


@dataclasses.dataclass
class Holder:
    inner: object


class OddAnswers(Answers):
    __hash__ = None


class Both(metaclass=OddAnswers):
    pass


for make in (Derived,):
    tell(lambda: dataclasses.dataclass(make))
for o in Plain(), Both(), Odd(), Holder(Odd()), Holder(Both()), Holder([Plain()]), Holder({1: Holder(2)}), Holder((Holder(1),)):
    tell(lambda: dataclasses.asdict(o))
    tell(lambda: dataclasses.astuple(o))
    tell(lambda: dataclasses.fields(o))
    tell(lambda: dataclasses.replace(o))


class Mapping:
    def __init__(self, *keys):
        self.names = keys

    def keys(self):
        return self.names

    def __getitem__(self, key):
        print("get", key)
        return key


def sink(**names):
    return sorted(names)


for keys in ("a",), (5,), ([],), ("a", "a"), ("a", []), ([], "a"), (5, 5), ("b",):
    tell(lambda: sink(**Mapping(*keys)))
    tell(lambda: sink(b=1, **Mapping(*keys)))
    tell(lambda: sink(**{"b": 1}, **Mapping(*keys)))
    tell(lambda: {**Mapping(*keys)})
    tell(lambda: dict(b=1, **Mapping(*keys)))
