"""Help on instances, descriptors and what does not exist."""
import _zoo


class Temperature:
    """How warm it is."""

    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def fahrenheit(self):
        """In America."""

    celsius = property(lambda self: self.degrees, lambda self, x: None, doc="Elsewhere.")


class Plain:
    def method(self): ...


class Slotted:
    __slots__ = {"place": "where it is"}


help(Temperature(3))
help(Temperature.fahrenheit)
help(Temperature.celsius)
help(Plain())
help(Slotted.place)
help(_zoo.Animal("Tom").legs.__class__.real)
help("_zoo.nothing")
help("nothing.at.all")
print(help)
