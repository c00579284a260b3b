"""ExceptionGroup is made as classes written in Python are: these may change places with it, though it adds something to
its base."""
import weakref


def told(work):
    try:
        print(work())
    except TypeError as error:
        print(error)


def assigned(kind, *bases):
    def work():
        kind.__bases__ = bases
        return [base.__name__ for base in kind.__mro__]
    return work


def turned(value, kind):
    def work():
        value.__class__ = kind
        return type(value).__name__, value.args, value.note
    return work


class Group(ExceptionGroup):
    pass


class Base(BaseExceptionGroup):
    pass


class Derived(Group):
    pass


class Plain(Exception):
    pass


told(lambda: type(weakref.ref(ExceptionGroup("a", [ValueError()]))).__name__)
told(lambda: weakref.ref(BaseExceptionGroup("a", [KeyboardInterrupt()])))
print("__weakref__" in vars(ExceptionGroup), "__weakref__" in vars(BaseExceptionGroup))
told(assigned(Derived, Base))
told(assigned(Derived, Group))
told(assigned(Group, Base))
told(assigned(Group, BaseExceptionGroup))
told(assigned(Group, ExceptionGroup))
told(assigned(Group, Plain))
told(assigned(Plain, Group))
group, base = Group("a", [ValueError()]), Base("b", [ValueError()])
group.note, base.note = "group's", "base's"
told(turned(group, Base))
told(turned(base, Group))
told(turned(base, Plain))
print(repr(group), repr(base), group.exceptions, base.split(ValueError))
