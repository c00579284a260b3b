"""abc: abstract methods, registration, subclass hooks."""
from abc import ABC, ABCMeta, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): return "base area"
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def util(): ...
    def concrete(self): return f"{self.name}: {self.area()}"
class Partial(Shape):
    def area(self): return super().area() + "!"
class Full(Partial):
    name = "full"
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def util(): return 1
class OneLeft(Full):
    @abstractmethod
    def extra(self): ...
for cls in (Shape, Partial, Full, OneLeft):
    try:
        print(cls().concrete())
    except TypeError as error:
        print(error)
print(sorted(Shape.__abstractmethods__), Full.__abstractmethods__, Shape.area.__isabstractmethod__, Shape.__dict__["name"].__isabstractmethod__, Full.make().util())
class Drawable(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, sub):
        if cls is Drawable:
            return True if any("draw" in vars(c) for c in sub.__mro__) else NotImplemented
        return NotImplemented
class Pen:
    def draw(self): pass
class Registered: pass
print(issubclass(Pen, Drawable), isinstance(Pen(), Drawable), issubclass(int, Drawable), Drawable.register(Registered) is Registered, isinstance(Registered(), Drawable))
@Drawable.register
class Decorated: pass
class Child(Decorated): pass
print(issubclass(Child, Drawable), Drawable in Child.__mro__)
try:
    Drawable.register(5)
except TypeError as error:
    print(error)
class Cycle(Drawable): pass
try:
    Cycle.register(Drawable)
except RuntimeError as error:
    print(error)
Shape.later = abstractmethod(lambda self: 0)
print("later" in Shape.__abstractmethods__, ABC.__class__ is ABCMeta, type(Shape).__name__)
class Plain:
    @abstractmethod
    def f(self): return "no ABCMeta, no check"
print(Plain().f())
from collections.abc import Sized, Iterable, Hashable, Callable, Mapping, Sequence, Iterator, Container, MutableSequence
class S:
    def __len__(self): return 3
    def __iter__(self): return iter("abc")
    def __contains__(self, x): return True
    __hash__ = None
print([isinstance(S(), c) for c in (Sized, Iterable, Hashable, Callable, Container, Iterator)], isinstance([], Sequence), isinstance({}, Mapping), isinstance("", MutableSequence))
class Seq(Sequence):
    def __init__(self, *v): self.v = v
    def __len__(self): return len(self.v)
    def __getitem__(self, i): return self.v[i]
s = Seq(1, 2, 3, 2)
print(list(s), 2 in s, s.index(2), s.count(2), list(reversed(s)))
class M(Mapping):
    def __getitem__(self, k): return {"a": 1}[k]
    def __iter__(self): return iter(["a"])
    def __len__(self): return 1
m = M()
print(m.get("a"), m.get("z", 0), list(m.items()), list(m.values()), "a" in m, m == {"a": 1}, dict(m), {**m})
try:
    Sequence()
except TypeError as error:
    print(error)
