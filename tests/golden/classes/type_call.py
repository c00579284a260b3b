"""type() with one and three arguments, and the attributes of types."""
def init(self, v): self.v = v
T = type("T", (list,), {"__init__": init, "k": 5, "m": lambda self: self.k})
t = T(3)
print(T, T.__name__, T.__qualname__, T.__module__, T.__bases__, T.__base__, T.__mro__, t.v, t.m(), t)
print(type(t), type(T), type(type), type(5), type(None), type(...), type(type(len)), type(T.m), type(t.m))
print(T.__dict__["k"], "k" in vars(T), T.__basicsize__ > 0, T.__flags__ & 1 << 9 > 0, T.__weakrefoffset__ > 0 or True, T.__text_signature__, T.__doc__)
for arguments in [("X",), ("X", ()), ("X", (), {}, 1), (1, (), {}), ("X", [], {}), ("X", (), []), ("X", (5,), {}), ("X", (int, str), {}), ("X\0", (), {}), ("", (), {}), ("a b", (), {}), ("X", (), {"__slots__": 5}), ("X", (), {"__slots__": ["a b"]}), ("X", (), {"__slots__": ["a"], "a": 1}), ("X", (int,), {"__slots__": ["a"]}), ("X", (), {"__qualname__": 5}), ("X", (), {"__classcell__": 5})]:
    try:
        print(type(*arguments).__name__)
    except (TypeError, ValueError) as error:
        print(arguments, type(error).__name__, error)
class C: pass
C.__name__ = "Renamed"
print(C, C.__qualname__, C.__name__)
C.__qualname__ = "Q.Renamed"
C.__module__ = "mod"
print(C, C.__name__, repr(C()).split(" at ")[0])
for name, value in [("__name__", 5), ("__name__", "a\0b"), ("__qualname__", 5), ("__bases__", (int,)), ("__bases__", ()), ("__bases__", 5), ("__bases__", (C,)), ("__doc__", 5), ("__module__", 7), ("__dict__", {}), ("__mro__", ()), ("__abstractmethods__", 5), ("__class__", int), ("__base__", int), ("__annotations__", 5)]:
    try:
        setattr(C, name, value)
        print(name, "->", getattr(C, name))
    except (TypeError, AttributeError, ValueError) as error:
        print(name, type(error).__name__, error)
for name in ("__name__", "__qualname__", "__module__", "__bases__", "__dict__", "__doc__", "nothing"):
    try:
        delattr(C, name)
        print("deleted", name)
    except (TypeError, AttributeError) as error:
        print(name, type(error).__name__, error)
del C.__abstractmethods__
for base in (int, str, list, dict, float, tuple, object):
    sub = type("Sub", (base,), {})
    print(sub().__class__.__name__, isinstance(sub(), base), sub() == base() if base is not object else "-", hasattr(sub(), "__dict__"), sub.__subclasses__(), sub in base.__subclasses__())
class Reg(type): pass
print(type("X", (), {}).__class__, Reg("Y", (), {}).__class__, type(Reg("Y", (), {})), type("Z", (Reg("Y", (), {}),), {}).__class__)
