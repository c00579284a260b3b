"""Every subset of __get__, __set__ and __delete__ on a metaclass against the class's own entry."""
import itertools

METHODS = ["__get__", "__set__", "__delete__"]
log = []
TABLE = {
    "__get__": lambda self, obj, owner=None: ("got", obj.__name__ if obj is not None else None, owner.__name__),
    "__set__": lambda self, obj, value: log.append(("set", obj.__name__, value)),
    "__delete__": lambda self, obj: log.append(("deleted", obj.__name__)),
}


def attempt(action):
    try:
        result = action()
    except Exception as e:
        result = f"{type(e).__name__}: {e}"
    text = f"{result} {log}" if log else str(result)
    log.clear()
    return text.split(" object at")[0]


for count in range(4):
    for chosen in itertools.combinations(METHODS, count):
        kind = type("Mixture", (), {name: TABLE[name] for name in chosen})

        class Meta(type):
            attribute = kind()

        class Bare(metaclass=Meta):
            pass

        class Own(metaclass=Meta):
            attribute = "own"

        class Inherits(Own):
            pass

        class Described(metaclass=Meta):
            attribute = property(lambda self: "property")

        print(chosen)
        for cls in (Bare, Own, Inherits, Described):
            print("   ", cls.__name__, attempt(lambda: cls.attribute), "|", attempt(lambda: cls().attribute), "|",
                  attempt(lambda: setattr(cls, "attribute", 5)), "attribute" in cls.__dict__, "|",
                  attempt(lambda: cls.attribute), "|", attempt(lambda: delattr(cls, "attribute")), "attribute" in cls.__dict__)
