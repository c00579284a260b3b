"""type() with three arguments: everything that can be wrong with them."""


class Meta(type):
    pass


class OtherMeta(type):
    pass


class A(metaclass=Meta):
    pass


class B(metaclass=OtherMeta):
    pass


class Entry:
    def __mro_entries__(self, bases):
        return (int,)


CASES = [(), ("A",), ("A", ()), (5, (), {}), ("A", [], {}), ("A", (), []), ("A", (5,), {}), ("A", (Entry(),), {}), ("A", (int, str), {}),
         ("A", (A, B), {}), ("A", (A,), {}), ("A", (bool,), {}), ("A", (type(None),), {}), ("A\0", (), {}), ("\ud800", (), {}), ("", (), {}),
         ("a b", (), {}), ("A", (), {"__slots__": "a b"}), ("A", (), {"__slots__": 5}), ("A", (), {"__qualname__": 5}),
         ("A", (), {"__doc__": 5}), ("A", (), {"__module__": 5}), ("A", (), {"__slots__": ("a",), "a": 1}), ("A", (), {"__slots__": ("a", "a")}),
         ("A", (), {"__slots__": (5,)}), ("A", (), {"__classcell__": 5}), ("A", (), {}, 1), ("A", (object, object), {}), ("A", (object, int), {}),
         ("A", (int, object), {}), ("A", (list[int],), {}), ("A", (len,), {}), ("A", (None,), {}), ("A", (int, 5), {}), ("A", ((),), {})]
for args in CASES:
    try:
        cls = type(*args)
        print(ascii(args)[:60], "->", ascii(cls.__name__ if isinstance(cls, type) else cls), type(cls).__name__)
    except (TypeError, ValueError, UnicodeError) as e:
        print(ascii(args)[:60].split(" object at")[0], type(e).__name__, str(e).replace("\n", " "))
for kwargs in [{"k": 1}, {"metaclass": Meta}, {"bases": ()}]:
    for f in (lambda: type("A", (), {}, **kwargs), lambda: type(5, **kwargs), lambda: type.__new__(type, "A", (), {}, **kwargs),
              lambda: type.__init__(A, "A", (), {}, **kwargs)):
        try:
            print(f())
        except TypeError as e:
            print(e)
for f in [lambda: type.__new__(), lambda: type.__new__(5), lambda: type.__new__(int, "A", (), {}), lambda: type.__new__(Meta, "A", (), {}).__name__,
          lambda: type.__new__(type), lambda: type.__new__(Meta, 5), lambda: Meta(5), lambda: Meta("A", (), {}).__class__.__name__, lambda: Meta(),
          lambda: type.__new__(Meta, "A", (B,), {}), lambda: type.__init__(A), lambda: type.__init__(A, 1, 2, 3), lambda: type.__init__(A, 1),
          lambda: type.__init__(5, 1), lambda: type(), lambda: type(1, 2)]:
    try:
        print(f())
    except TypeError as e:
        print(e)
namespace = {"x": 1, "__slots__": ("a",)}
cls = type("N", (), namespace)
namespace["x"] = 2
print(cls.x, sorted(namespace), namespace["__slots__"])
