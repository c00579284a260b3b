"""Animals, for the cases of help.

They live here only.
"""

from ._cages import Cage

__version__ = "$Revision: 7 $"
__author__ = "A keeper"
__date__ = "today"
__credits__ = "Noah"

LEGS = {"cat": 4, "bird": 2}
NAMES = ["a rather long name for an animal", "another rather long name for one", "a third"]
_hidden = 1


# Feeds what it is given, which has no docstring.
def feed(animal, *foods, times: int = 1, **how) -> None:
    pass


async def call(name="Rex"):
    """Calls an animal, which may come.

        >>> call()
    """


def _private():
    """Not shown."""


class Animal:
    """Whatever lives here."""

    legs = 4

    def __init__(self, name):
        self.name = name

    def sound(self):
        """What it says."""

    def eat(self, food, /, *, much=False): ...

    devour = eat


class Cat(Animal):
    def sound(self):
        return "miaow"

    def __eq__(self, other):
        return True

    @property
    def purring(self) -> bool:
        """Whether it is content."""
        return True

    @purring.setter
    def purring(self, value):
        pass

    @classmethod
    def lost(cls, where="outside"):
        """A cat that has gone."""

    @staticmethod
    def count(*, of="all"):
        "How many there are."
