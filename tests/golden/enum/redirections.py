"""A member whose name a base has, too: what its redirection takes over, and that bases' members count by truth."""
import enum


class Data:
    def __get__(self, instance, owner=None):
        return "got"

    def __set__(self, instance, value):
        print("set", value)


class Asked:
    def __init__(self, truth):
        self.truth = truth

    def __get__(self, instance, owner=None):
        return self

    def __bool__(self):
        print("asked")
        if self.truth is None:
            raise OSError("no truth")
        return self.truth

    def __getattr__(self, name):
        print("looked for", name)
        raise AttributeError(name)


class Base:
    data = Data()
    plain = 5
    true, false, unknown = Asked(True), Asked(False), Asked(None)

    @property
    def computed(self):
        return "computed"

    @enum.property
    def own(self):
        return "own"

    def method(self):
        return "method"


for name in "data", "plain", "true", "false", "unknown", "computed", "own", "method":
    print(name)
    try:
        made = enum.Enum("Made", [(name, 1)], type=Base)
    except Exception as error:
        print(type(error).__name__, error)
        continue
    entry = vars(made)[name]
    print(type(entry).__name__)
    for key, value in getattr(entry, "__dict__", {}).items():
        if key not in ("clsname", "_sort_order_", "__objclass__"):
            print("   ", key, type(value).__name__)
    for read in (lambda: getattr(made, name)), (lambda: getattr(made[name], name)):
        try:
            print(type(read()).__name__)
        except Exception as error:
            print(type(error).__name__, error)
