# What dict's own methods do to an OrderedDict: its order doesn't hear of it.
from collections import OrderedDict as O


def t(label, function, *args):
    try:
        print(label, function(*args))
    except Exception as e:
        print(label, type(e).__name__, e)


def show(od):
    print(len(od), dict.__repr__(od))
    for function in (list, repr, O, dict, O.copy, dict.copy, list(map(list, [()])).append):
        t(function.__name__, function, od)
    t("keys", lambda: list(od.keys()))
    t("values", lambda: list(od.values()))
    t("items", lambda: list(od.items()))
    t("view", lambda: repr(od.items()))
    t("reversed", lambda: list(reversed(od)))
    t("reversed items", lambda: list(reversed(od.items())))
    t("unpacked", lambda: {**od})
    t("set", lambda: sorted(od.keys() | set()))
    t("eq", lambda: (od == od, od == O(od.items()), od == dict(od.items())))
    t("reduce", lambda: list(od.__reduce__()[4]))


print("own names:", *vars(O))
for name in "__setitem__", "__delitem__", "clear", "fromkeys", "pop", "popitem", "setdefault", "move_to_end":
    print(vars(O)[name], vars(O)[name].__text_signature__)


def fresh():
    return O(a=1, b=2, c=3)


changes = {
    "setitem new": lambda od: dict.__setitem__(od, "d", 4),
    "setitem old": lambda od: dict.__setitem__(od, "b", 22),
    "setdefault": lambda od: dict.setdefault(od, "d", 4),
    "update": lambda od: dict.update(od, d=4),
    "ior": lambda od: dict.__ior__(od, {"d": 4}),
    "init": lambda od: dict.__init__(od, {"d": 4}),
    "delitem": lambda od: dict.__delitem__(od, "b"),
    "pop": lambda od: dict.pop(od, "a"),
    "popitem": lambda od: dict.popitem(od),
    "delete and set": lambda od: (dict.__delitem__(od, "b"), dict.__setitem__(od, "b", 5)),
    "exec": lambda od: exec("d = 4; del a", od, od),
    "globals": lambda od: exec("global d, a; d = 4; del a", od, {}) or od.pop("__builtins__", None) and None,
}
for name, change in changes.items():
    print("---", name)
    od = fresh()
    t("change", change, od)
    if "__builtins__" not in od:
        show(od)

print("--- afterwards")
for key in "a", "b", "d", "e":
    for name, change in changes.items():
        if name not in ("setitem new", "update", "delitem", "pop"):
            continue
        for what in ("move_to_end", "pop", "__delitem__", "setdefault"):
            od = fresh()
            t(name, change, od)
            t(f"{what} {key}", getattr(od, what), key)
            t("then", list, od)
        od = fresh()
        change(od)
        t("set", od.__setitem__, key, 9)
        t("then", list, od)
        if key in "be" and name in ("delitem", "pop"):
            # The key stands there twice now, which makes the reference go around in circles.
            continue
        t("to front", od.move_to_end, key, False)
        t("then", list, od)

print("--- iterators")
for name, change in {**changes,
                     "own setitem": lambda od: od.update(d=4),
                     "own delitem": lambda od: od.__delitem__("b"),
                     "move last": lambda od: od.move_to_end("c"),
                     "move first": lambda od: od.move_to_end("a", False),
                     "move": lambda od: od.move_to_end("b"),
                     "set and delete": lambda od: (od.__setitem__("d", 1), od.__delitem__("d")),
                     "foreign set and delete": lambda od: (dict.__setitem__(od, "d", 1), dict.__delitem__(od, "d")),
                     "foreign delete and set": lambda od: (dict.__delitem__(od, "c"), dict.__setitem__(od, "c", 1))}.items():
    if name == "globals":
        continue
    for make in iter, reversed, lambda od: iter(od.items()), lambda od: reversed(od.values()):
        od = fresh()
        it = make(od)
        print(name, next(it))
        t("change", change, od)
        t("left", lambda: list(it.__reduce__()[1][0]))
        t("rest", list, it)
        t("rest", list, it)

print("--- set up by dict alone")
od = dict.__new__(O)
dict.__setitem__(od, "x", 1)
show(od)
od["y"] = 2
od["x"] = 3
show(od)
od.clear()
od["z"] = 1
show(od)


class Careful(O):
    def __getitem__(self, key):
        print("getitem", key)
        return super().__getitem__(key)

    def __delitem__(self, key):
        print("delitem", key)
        super().__delitem__(key)

    def __contains__(self, key):
        print("contains", key)
        return super().__contains__(key)

    def __setitem__(self, key, value):
        print("setitem", key)
        super().__setitem__(key, value)

    def __missing__(self, key):
        print("missing", key)
        return "missing"


c = Careful(a=1, b=2)
print(c.pop("a"), c.popitem(), c.setdefault("q", 3), c.setdefault("q", 4))
c["r"] = 5
print(c, list(c.items()), list(c.values()), list(c), c.copy())
t("pop", c.pop, "nothing")
c.move_to_end("q")
print(c == O(r=5, q=3), c == {"q": 3, "r": 5}, c | {"z": 1}, {"z": 1} | c)
dict.__delitem__(c, "q")
t("items", list, c.items())
t("values", list, c.values())
t("pop", c.pop, "q")
t("popitem", c.popitem)



class Source:
    def keys(self):
        return iter("abcd")

    def __getitem__(self, key):
        if key == "b":
            Careful.__setitem__ = lambda self, key, value: (print("late", key), O.__setitem__(self, key, value))
        return key


del Careful.__setitem__, Careful.__getitem__
print(Careful(Source()))

print("--- namespaces")


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return O()

    def __new__(mcs, name, bases, namespace):
        print(list(namespace))
        return super().__new__(mcs, name, bases, namespace)


class Prepared(metaclass=Meta):
    z = 1
    a = 2
    z = 3
    b = a
    del a

    def method(self):
        pass


class Plain:
    pass


plain = Plain()
plain.__dict__ = od = O(first=1)
plain.second = 2
print(list(od), len(od), plain.second)
del plain.first
t("first", list, od)
