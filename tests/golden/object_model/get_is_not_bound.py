"""Alone among the special methods, the __get__ of a descriptor is called as it stands in the class: it is not bound to
the descriptor, which it gets as its first argument whatever it is."""


class Methods:
    def method(self, *args):
        return "method", len(args)

    @classmethod
    def classed(cls, *args):
        return "class", len(args)

    @staticmethod
    def static(*args):
        return "static", len(args)


class Callable:
    def __call__(self, *args):
        return "call", len(args)


class NonData:
    def __get__(self, instance, owner=None):
        return lambda *args: ("made", instance is None, len(args))


def function(*args):
    return "function", len(args)


def tried(work):
    results = []
    for _ in range(3):
        try:
            results.append(work())
        except Exception as error:
            results.append(f"{type(error).__name__}: {error}")
    print(*set(map(str, results)))


getters = {
    "function": function, "bound": Methods().method, "class method": Methods.classed, "static": Methods.static,
    "callable": Callable(), "descriptor": NonData(), "built-in": len, "staticmethod": staticmethod(function),
    "classmethod": classmethod(function), "property": property(lambda self: lambda *args: ("property", len(args))),
    "class": tuple, "None": None, "foreign wrapper": property.__get__, "own wrapper": type(function).__get__,
}
for name, getter in getters.items():
    print(name)

    class Descriptor:
        __get__ = getter

    class Holder:
        attribute = Descriptor()

    class Meta(type):
        attribute = Descriptor()

    class Held(metaclass=Meta):
        pass

    class Hooked:
        attribute = Descriptor()

        def __getattr__(self, name):
            return "hook"

    tried(lambda: Holder.attribute)
    tried(lambda: Holder().attribute)
    tried(lambda: getattr(Holder(), "attribute"))
    tried(lambda: super(Holder, Holder()).__class__)
    tried(lambda: Descriptor.__get__(Descriptor(), 1, 2))
    tried(lambda: Held.attribute)
    tried(lambda: Hooked().attribute)

    class Setting:
        __set__ = getter
        __delete__ = getter

    class Set:
        attribute = Setting()

    def store(instance=Set()):
        instance.attribute = 1

    def delete(instance=Set()):
        del instance.attribute

    tried(store)
    tried(delete)
    Holder.__dict__["attribute"].__class__.__get__ = function
    tried(lambda: Holder.attribute)
