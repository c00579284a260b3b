"""Attribute names that no program would write."""


class C:
    pass


class Text(str):
    def __eq__(self, other):
        return super().__eq__(other)

    def __hash__(self):
        return super().__hash__()


class Slots:
    __slots__ = ("ok",)


c = C()
for name in ["", "a b", "1", "\u00e9", "e\u0301", "\ud800", "None", "class", "a.b", "x" * 50, Text("text"), "\0", "\n"]:
    setattr(c, name, 1)
    print(ascii(name[:8]), getattr(c, name), hasattr(c, name), name in vars(c))
    delattr(c, name)
    print(name in vars(c))
    try:
        getattr(c, name)
    except AttributeError as e:
        print(ascii(str(e)) if name != "\ud800" else "", ascii(e.name))
for name in [5, None, b"a", ("a",), [], 1.5]:
    for f in (getattr, hasattr, delattr):
        try:
            f(c, name)
        except TypeError as e:
            print(f.__name__, e)
    for f in (lambda: setattr(c, name, 1), lambda: object.__getattribute__(c, name), lambda: object.__setattr__(c, name, 1),
              lambda: object.__delattr__(c, name), lambda: type.__getattribute__(C, name), lambda: type.__setattr__(C, name, 1),
              lambda: getattr(super(C, c), name), lambda: c.__getattribute__(name)):
        try:
            f()
        except TypeError as e:
            print(e)
c.lower = "found"
print(getattr(c, Text("lower"), "missing"))
setattr(c, Text("kept"), 2)
print(c.kept)
vars(c)[Text("direct")] = 3
print(c.direct)
C.Å = "angstrom"
print(C.Å, "\u00c5" in C.__dict__, "\u212b" in C.__dict__)
setattr(C, "\u212b", "as given")
print(ascii(sorted(k for k in C.__dict__ if not k.startswith("_"))))
for name in ["ok", "other", "", "\u00e9"]:
    s = Slots()
    try:
        setattr(s, name, 1)
        print("set", ascii(name))
    except AttributeError as e:
        print(ascii(str(e)))
    try:
        delattr(s, name)
        print("deleted", ascii(name))
    except AttributeError as e:
        print(ascii(str(e)))
