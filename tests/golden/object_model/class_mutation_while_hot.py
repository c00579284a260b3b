"""Loops that keep attribute access hot while the class changes below them."""


class Base:
    value = "base"

    def method(self):
        return "base method"


class Mid(Base):
    pass


class Leaf(Mid):
    pass


def run(o, changes):
    """Read, write and call again and again, with a change now and then."""
    seen = []
    for turn in range(3 * len(changes) + 3):
        row = []
        for name in ("value", "method", "extra"):
            try:
                found = getattr(o, name) if turn % 2 else {"value": lambda: o.value, "method": lambda: o.method, "extra": lambda: o.extra}[name]()
                row.append(found() if callable(found) else found)
            except AttributeError as e:
                row.append(str(e))
        try:
            row.append(o + 1)
        except TypeError as e:
            row.append("no add")
        try:
            row.append(len(o))
        except TypeError:
            row.append("no len")
        row.append(o == 5)
        seen.append(tuple(row))
        if turn % 3 == 2 and turn // 3 < len(changes):
            changes[turn // 3]()
    for row in dict.fromkeys(seen):
        print("   ", row)


def delete(cls, name):
    return lambda: delattr(cls, name)


def assign(cls, name, value):
    return lambda: setattr(cls, name, value)


o = Leaf()
print("values along the MRO")
run(o, [assign(Mid, "value", "mid"), assign(Leaf, "value", "leaf"), delete(Mid, "value"), delete(Leaf, "value"), assign(Base, "value", "new base"), assign(Mid, "extra", 1)])
print("kinds of descriptors")
run(o, [assign(Mid, "value", property(lambda self: "property")), lambda: o.__dict__.update(value="own"), assign(Mid, "value", "plain"), lambda: o.__dict__.clear(),
        assign(Mid, "method", staticmethod(lambda: "static")), assign(Mid, "method", classmethod(lambda cls: cls.__name__)), assign(Leaf, "method", lambda self: "leaf"),
        assign(o, "method", lambda: "own"), delete(o, "method"), delete(Leaf, "method"), delete(Mid, "method")])
print("special methods")
run(o, [assign(Base, "__add__", lambda self, other: "added"), assign(Leaf, "__add__", lambda self, other: "leaf added"), assign(Mid, "__len__", lambda self: 3),
        assign(Base, "__eq__", lambda self, other: True), delete(Leaf, "__add__"), assign(Base, "__len__", lambda self: 9), delete(Mid, "__len__"), delete(Base, "__eq__"),
        assign(Leaf, "__add__", None), delete(Leaf, "__add__"), delete(Base, "__add__")])
print("hooks")
run(o, [assign(Base, "__getattr__", lambda self, name: f"hook {name}"), assign(Leaf, "__getattribute__", lambda self, name: f"all {name}"), delete(Leaf, "__getattribute__"),
        assign(Mid, "__getattr__", lambda self, name: f"mid hook {name}"), delete(Mid, "__getattr__"), delete(Base, "__getattr__")])


class Other:
    value = "other"
    extra = "other extra"

    def method(self):
        return "other method"


print("bases and class")
run(o, [lambda: setattr(Leaf, "__bases__", (Other, Mid)), lambda: setattr(Leaf, "__bases__", (Mid,)), lambda: setattr(Mid, "__bases__", (Other,)),
        lambda: setattr(o, "__class__", Other), lambda: setattr(o, "__class__", Leaf), lambda: setattr(Mid, "__bases__", (Base,))])
print("instance dictionary")
run(o, [lambda: o.__dict__.update(extra=1), lambda: setattr(o, "__dict__", {"extra": 2, "value": 3}), lambda: o.__dict__.pop("value"), lambda: delattr(o, "__dict__"),
        lambda: setattr(o, "extra", 4), lambda: vars(o).clear()])
