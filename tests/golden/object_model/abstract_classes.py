"""Abstract classes refuse instances until everything is implemented."""
import abc
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): return 1
    @property
    @abc.abstractmethod
    def name(self): ...
    @classmethod
    @abc.abstractmethod
    def make(cls): ...
class Half(Shape):
    def area(self): return super().area() + 1
class Full(Half):
    name = "full"
    @classmethod
    def make(cls): return cls()
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as e:
        print(e)
print(Full.make().area(), sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Full.__abstractmethods__)
Half.name, Half.make = "half", None
try:
    Half()
except TypeError as e:
    print(e)
abc.update_abstractmethods(Half)
print(Half().area())
class Late(Shape): pass
Late.__abstractmethods__ = frozenset()
print(type(Late()).__name__)
