"""Where an instance keeps its attributes, and what happens when you reach into that place.

Most objects carry a plain dictionary, `__dict__`. Setting an attribute puts a key in it, the
dictionary can be read and changed by hand, and it can even be swapped for another one.
"""


class Planet:
    star = "Sun"                        # lives in the class, shared by all planets

    def __init__(self, name, moons):
        self.name = name                # these two live in the instance's dictionary
        self.moons = moons

    def describe(self):
        return f"{self.name} circles the {self.star} with {self.moons} moon(s)"


def heading(text):
    print(f"\n{text}\n{'-' * len(text)}")


heading("Attributes are keys of a dictionary")
earth = Planet("Earth", 1)
print(earth.__dict__)
earth.rings = False
print(earth.__dict__)
del earth.rings
print(earth.__dict__)

heading("The dictionary is the real thing, not a copy")
box = earth.__dict__
box["colour"] = "blue"
print("earth.colour is", earth.colour)
earth.moons = 2
print("box['moons'] is", box["moons"])
print("the same object each time:", earth.__dict__ is box)

heading("The class is asked when the instance has nothing")
print(earth.describe())
print("'star' in earth.__dict__:", "star" in earth.__dict__)
earth.star = "lamp"                     # hides the class attribute for this instance only
print(earth.describe())
print("other planets:", Planet("Mars", 2).describe())
del earth.star
print(earth.describe())

heading("Augmented assignment reads the class and writes the instance")


class Counter:
    count = 0


one, other = Counter(), Counter()
one.count += 1
one.count += 1
print(one.__dict__, other.__dict__, Counter.count)

heading("Mutable class attributes are shared")


class Team:
    members = []

    def add(self, name):
        self.members.append(name)       # no assignment, so nothing is stored in the instance


red, blue = Team(), Team()
red.add("Ann")
blue.add("Bob")
print(red.members, red.members is blue.members, red.__dict__)

heading("A whole dictionary can be exchanged")
mars = Planet("Mars", 2)
mars.__dict__ = {"name": "a planet in disguise", "moons": 79}
print(mars.describe())
mars.__dict__, earth.__dict__ = earth.__dict__, mars.__dict__
print(mars.describe())
print(earth.describe())

heading("Two objects may share one dictionary")


class Borg:
    shared = {}

    def __init__(self):
        self.__dict__ = self.shared


seven, hugh = Borg(), Borg()
seven.designation = "of nine"
print(hugh.designation, seven is hugh, seven.__dict__ is hugh.__dict__)

heading("Names that no dot can reach")
earth.__dict__["has life?"] = True
print(getattr(earth, "has life?"), sorted(vars(earth)))
try:
    earth.life
except AttributeError as error:
    print("AttributeError:", error)

heading("Not everything has a dictionary")
for thing in (5, "text", [], None, len):
    print(f"{thing!r:30} {hasattr(thing, '__dict__')}")
print(f"{'a function':30} {hasattr(heading, '__dict__')}, {heading.__dict__}")
heading.calls = "functions take attributes too"
print(heading.__dict__)
