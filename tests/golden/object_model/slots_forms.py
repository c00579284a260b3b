"""__slots__ may be a string, any iterable, or a dict of docs."""
class A: __slots__ = "name"
class B: __slots__ = ["x", "y"]
class C: __slots__ = (c for c in "ab")
class D: __slots__ = {"u": "about u", "v": None}
class E: __slots__ = ()
for cls in (A, B, C, D, E):
    print(cls.__name__, [n for n in cls.__dict__ if not n.startswith("__")])
print(D.__slots__, D.u.__doc__, D.v.__doc__)
for bad in (5, ("a b",), (5,), ("",), None, ("a", 3), {"a": 1, 2: 3}):
    try:
        type("Bad", (), {"__slots__": bad})
    except TypeError as e:
        print(repr(bad), e)
