"""Help on classes: attributes by kind and by the class that defines them."""
import functools
import _zoo


class Meta(type):
    def greet(cls):
        "Only classes have it."


class Base(metaclass=Meta):
    """The base.

    With more to say.
    """

    shared = [1, 2, 3]
    long = "x" * 200

    def method(self, x: int = 3) -> str:
        """Of the base."""

    def other(self): ...

    alias = other
    shorten = len
    add = lambda self, other: other

    @functools.cached_property
    def cached(self):
        """Computed once."""


class Left(Base):
    def method(self, x: int = 3) -> str:
        return ""


class Right(Base):
    def other(self):
        """From the right."""


class Both(Left, Right):
    __slots__ = {"place": "where it is", "rest": None}
    kind: str = "both"
    inner = Base


class Slotted:
    __slots__ = ("a", "_b")


for cls in Base, Left, Both, Slotted, _zoo.Cat:
    help(cls)
