"""AttributeError on the way: what reaches __getattr__, and what is seen outside."""


class Getattr:
    def __getattr__(self, name):
        return ("fallback", name)

    @property
    def hidden(self):
        raise AttributeError("swallowed")

    @property
    def loud(self):
        raise KeyError("not swallowed")

    @property
    def inner(self):
        return self.no_such.thing

    def method(self):
        raise AttributeError("from a call")


class Raises:
    def __getattr__(self, name):
        raise AttributeError(f"custom {name}")


class Chain:
    def __getattribute__(self, name):
        if name == "direct":
            raise AttributeError("from __getattribute__")
        if name == "other":
            raise LookupError("other")
        return super().__getattribute__(name)

    def __getattr__(self, name):
        try:
            return object.__getattribute__(self, name)
        except AttributeError as e:
            raise AttributeError(f"chained {name}") from e


def show(o, name):
    try:
        return getattr(o, name)
    except Exception as e:
        extra = (e.name, type(e.obj).__name__) if isinstance(e, AttributeError) else ()
        return type(e).__name__, str(e), extra, repr(e.__context__), repr(e.__cause__)


for cls, names in [(Getattr, ["hidden", "loud", "inner", "nothing", "__len__", "__class__"]), (Raises, ["x", "__iter__"]),
                   (Chain, ["direct", "other", "x"])]:
    o = cls()
    for name in names:
        print(cls.__name__, name, show(o, name), hasattr(o, name) if name not in ("loud", "other") else "-")
try:
    Getattr().method()
except AttributeError as e:
    print(e, e.name, e.obj)
for o in (Getattr(), Raises(), Chain()):
    for operation in (len, iter, hash, repr, bool, abs, str):
        try:
            print(type(o).__name__, operation.__name__, type(operation(o)).__name__)
        except TypeError as e:
            print(type(o).__name__, operation.__name__, e)
e = AttributeError("text", name="n", obj=5)
print(e.name, e.obj, e.args, str(e), repr(e))
for kwargs in [{"name": 1}, {"obj": 1}, {"other": 1}]:
    try:
        e = AttributeError("t", **kwargs)
        print(e.name, e.obj)
    except TypeError as error:
        print(error)


class Reraised:
    def __getattr__(self, name):
        raise AttributeError("inner", name="kept", obj=7)


try:
    Reraised().x
except AttributeError as e:
    print(e.name, e.obj)
