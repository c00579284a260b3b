"""Every subset of __get__, __set__ and __delete__ against the instance's own entry."""
import itertools

METHODS = ["__get__", "__set__", "__delete__"]
log = []
TABLE = {
    "__get__": lambda self, obj, owner=None: ("got", obj is None, owner.__name__),
    "__set__": lambda self, obj, value: log.append(("set", value)),
    "__delete__": lambda self, obj: log.append("deleted"),
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

        class Owner:
            attribute = kind()

        print(chosen)
        o = Owner()
        for label, prepare in [("without", lambda: None), ("with own", lambda: o.__dict__.update(attribute="own"))]:
            prepare()
            print("   ", label)
            print("      get", attempt(lambda: o.attribute))
            print("      class", attempt(lambda: Owner.attribute))
            print("      has", hasattr(o, "attribute"), attempt(lambda: getattr(o, "attribute", "default")))
            print("      set", attempt(lambda: setattr(o, "attribute", 5)), o.__dict__)
            print("      del", attempt(lambda: delattr(o, "attribute")), o.__dict__)
            print("      del", attempt(lambda: delattr(o, "attribute")), o.__dict__)
            o.__dict__.clear()
        print("    on class", attempt(lambda: setattr(Owner, "attribute", 7)), Owner.attribute, attempt(lambda: delattr(Owner, "attribute")))
