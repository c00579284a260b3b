"""A class in an MRO that is no base: what it has is found, and its changes are as well."""
import types


class Meta(type):
    def mro(cls):
        return [cls, cls.__dict__["other"], *type.mro(cls)[1:]] if "other" in cls.__dict__ else type.mro(cls)


def check(change):
    class Other:
        x = 1

        def method(self):
            return "method"

    class Thing(metaclass=Meta):
        other = Other

    class Below(Thing):
        pass

    print(change, [k.__name__ for k in Below.__mro__], Thing in Other.__subclasses__())
    exec(change, {"Other": Other, "Thing": Thing})
    for thing in Thing, Thing(), Below, Below():
        found = getattr(thing, "x", "nothing"), hasattr(thing, "y"), hasattr(thing, "method")
        print("  ", [part if type(part) in (int, str, bool) else type(part).__name__ for part in found])


for change in ["", "Other.x = 2", "Other.y = 3", "del Other.x", "Other.x = property(lambda self: 'p')", "del Other.method", "Thing.x = 4"]:
    check(change)


# Two classes that have each other in their MROs.
others = []


class Crossing(type):
    def mro(cls):
        return [cls, *others, object]


class One(metaclass=Crossing):
    pass


others.append(One)


class Two(metaclass=Crossing):
    pass


others[:] = [Two]
One.__bases__ = One.__bases__
print([k.__name__ for k in One.__mro__], [k.__name__ for k in Two.__mro__])
One.a, Two.b = 1, 2
print(One.a, Two.b, One.b, Two.a)
print(types.FunctionType.__type_params__, type.__type_params__, int.__type_params__)


class Asking(type):
    def mro(cls):
        for ask in lambda: cls.own, lambda: cls.__mro__, lambda: cls.mro.__name__, lambda: cls.__name__, lambda: cls.__doc__, lambda: hasattr(cls, "method"), \
                lambda: cls(), lambda: isinstance(5, cls), lambda: issubclass(cls, object), lambda: issubclass(cls, cls), lambda: repr(cls), lambda: dir(cls)[:2], \
                lambda: cls.__dict__["method"](1), lambda: setattr(cls, "late", 1):
            try:
                print("  ", ask())
            except Exception as e:
                print("  ", type(e).__name__, e)
        return type.mro(cls)


class Asked(metaclass=Asking):
    own = 1

    def method(self):
        return __class__.__name__


print(Asked.own, Asked.late, Asked().method())
