"""Reading, setting and deleting what every class has."""


class Plain:
    """about"""
    annotated: int = 1

    def method(self):
        self.found = 1


class Child(Plain):
    pass


NAMES = ["__name__", "__qualname__", "__module__", "__doc__", "__dict__", "__bases__", "__base__", "__mro__", "__class__", "__annotations__", "__type_params__",
         "__abstractmethods__", "__flags__", "__basicsize__", "__itemsize__", "__dictoffset__", "__weakrefoffset__", "__text_signature__", "__firstlineno__",
         "__static_attributes__", "__weakref__", "__slots__", "__subclasses__", "__hash__"]
VALUES = ["text", 5, None, (), ("a",), {}]


def show(value):
    return repr(value).split(" at 0x")[0].split(" object at")[0][:70]


for name in NAMES:
    print(name)
    for value in VALUES:
        cls = type("New", (Plain,), {})
        try:
            setattr(cls, name, value)
            print("    set", repr(value), "->", show(getattr(cls, name)) if name not in ("__dict__",) else "?", name in cls.__dict__)
        except (TypeError, AttributeError, ValueError) as e:
            print("    set", repr(value), type(e).__name__, e)
    for cls in (type("New", (Plain,), {}), type("New", (), {"__annotations__": {}, "__doc__": "d", "__slots__": ()}), int):
        try:
            delattr(cls, name)
            print("    deleted", name in cls.__dict__, show(getattr(cls, name, "gone")) if name != "__dict__" else "?")
        except (TypeError, AttributeError) as e:
            print("    del", cls.__name__, type(e).__name__, e)
print(Child.__annotations__, Child.__doc__, Plain.__annotations__, Plain.__static_attributes__, Child.__static_attributes__)
Child.__annotations__["x"] = int
print(Child.__annotations__, "__annotations__" in Child.__dict__)
Plain.__module__ = "elsewhere"
Plain.__qualname__ = "Outer.Plain"
print(Plain, Child, Plain.__name__, repr(Plain()).split(" at ")[0])
Plain.__name__ = "Renamed"
print(Plain, Plain.__name__)
try:
    Plain().missing
except AttributeError as e:
    print(e)
for value in ("a\0b", "\ud800", ""):
    try:
        Plain.__name__ = value
        print(ascii(Plain.__name__))
    except (ValueError, UnicodeError) as e:
        print(type(e).__name__, e)
