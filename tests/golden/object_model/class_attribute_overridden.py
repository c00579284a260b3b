"""A class may show another __class__ than its type; isinstance believes both."""
class Fake:
    __class__ = int
class Prop:
    @property
    def __class__(self): return str
class Raises:
    @property
    def __class__(self): raise AttributeError("no class")
print(Fake().__class__, type(Fake()).__name__, isinstance(Fake(), int), isinstance(Fake(), Fake))
print(isinstance(Prop(), str), isinstance(Prop(), Prop), issubclass(Prop, str))
print(isinstance(Raises(), int), isinstance(Raises(), Raises))
try:
    Raises().__class__
except AttributeError as e:
    print(e)
f = Fake()
f.__dict__["__class__"] = dict
print(f.__class__, isinstance(f, dict))
