"""__slots__ gives instances fixed places in exchange for their dictionary."""


class WithDict:
    def __init__(self, x, y):
        self.x, self.y = x, y


class WithSlots:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def attempt(label, action):
    try:
        result = action()
    except (AttributeError, TypeError, ValueError) as error:
        result = f"{type(error).__name__}: {error}"
    print(f"   {label:34} {result}")


print("Both store what they were made for:")
loose, tight = WithDict(1, 2), WithSlots(1, 2)
attempt("loose.x, loose.y", lambda: (loose.x, loose.y))
attempt("tight.x, tight.y", lambda: (tight.x, tight.y))

print("\nOnly one of them takes anything else:")
attempt("loose.z = 3", lambda: setattr(loose, "z", 3) or loose.__dict__)
attempt("tight.z = 3", lambda: setattr(tight, "z", 3))
attempt("tight.__dict__", lambda: tight.__dict__)

print("\nA slot is a descriptor in the class:")
attempt("WithSlots.x", lambda: WithSlots.x)
attempt("WithSlots.x.__get__(tight)", lambda: WithSlots.x.__get__(tight))
attempt("type of it", lambda: type(WithSlots.x).__name__)
attempt("it refuses other objects", lambda: WithSlots.x.__get__(loose))

print("\nAn empty slot is an attribute that is missing:")
del tight.x
attempt("tight.x after del", lambda: tight.x)
attempt("hasattr(tight, 'x')", lambda: hasattr(tight, "x"))
tight.x = 10
attempt("and it can be filled again", lambda: tight.x)

print("\nSubclasses get the dictionary back, unless they have slots too:")


class Loosened(WithSlots):
    pass


class Tightened(WithSlots):
    __slots__ = ("z",)


class Mixed(WithSlots):
    __slots__ = ("z", "__dict__")


loosened, tightened, mixed = Loosened(1, 2), Tightened(1, 2), Mixed(1, 2)
loosened.anything = "goes"
tightened.z = 3
mixed.z, mixed.other = 3, 4
attempt("loosened.__dict__", lambda: loosened.__dict__)
attempt("tightened.x, .y, .z", lambda: (tightened.x, tightened.y, tightened.z))
attempt("tightened.w = 1", lambda: setattr(tightened, "w", 1))
attempt("mixed.__dict__ has only the rest", lambda: mixed.__dict__)

print("\nWhat the class statement refuses:")
for body in ("__slots__ = ('a',); a = 1", "__slots__ = ('1st',)", "__slots__ = (5,)"):
    attempt(body, lambda: exec(f"class Bad:\n    {body}"))
attempt("two bases with slots", lambda: type("Both", (WithSlots, type("Other", (), {"__slots__": ("o",)})), {}))
attempt("an empty __slots__ is a fine mixin", lambda: type("Fine", (WithSlots, type("Mixin", (), {"__slots__": ()})), {}).__name__)

print("\nAssigning __class__ works between equal layouts:")


class Twin:
    __slots__ = ("x", "y")

    def total(self):
        return self.x + self.y


tight.__class__ = Twin
attempt("tight.total() as a Twin", lambda: tight.total())
attempt("but not to another layout", lambda: setattr(tight, "__class__", WithDict))

print("\nA slot and a property make a checked attribute:")


class Celsius:
    __slots__ = ("_degrees",)

    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def degrees(self):
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273.15:
            raise ValueError(f"{value} is below absolute zero")
        self._degrees = value


room = Celsius(21)
attempt("room.degrees", lambda: room.degrees)
attempt("room.degrees = -300", lambda: setattr(room, "degrees", -300))
attempt("room.degrees is unharmed", lambda: room.degrees)
