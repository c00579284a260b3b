"""__dict__ and __weakref__ in __slots__ give back what slots take away."""
import weakref
class Bare: __slots__ = ()
class Dict: __slots__ = ("a", "__dict__")
class Weak: __slots__ = ("a", "__weakref__")
class Both: __slots__ = ("__dict__", "__weakref__")
for cls in (Bare, Dict, Weak, Both):
    o = cls()
    try:
        o.extra = 1
        print(cls.__name__, "extra", o.__dict__)
    except AttributeError as e:
        print(e)
    try:
        print(weakref.ref(o)() is o)
    except TypeError as e:
        print(e)
for bad in (("__dict__", "__dict__"), ("__weakref__", "__weakref__")):
    try:
        type("Bad", (), {"__slots__": bad})
    except TypeError as e:
        print(e)
for name in ("__dict__", "__weakref__"):
    try:
        type("Bad", (Both,), {"__slots__": (name,)})
    except TypeError as e:
        print(e)
