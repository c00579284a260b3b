"""Properties, descriptors, static and class methods."""


class Temperature:
    scale = 2

    def __init__(self, degrees):
        self._degrees = degrees

    @property
    def degrees(self):
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        self._degrees = value if value < 10_000 else 0

    @staticmethod
    def convert(value):
        return value * 9 // 5 + 32

    @classmethod
    def scaled(cls, value):
        return value * cls.scale


class Field:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, owner):
        return getattr(obj, self.name)

    def __set__(self, obj, value):
        setattr(obj, self.name, value)


class Record:
    amount = Field()

    def __init__(self):
        self.amount = 0


def properties(n):
    t = Temperature(0)
    total = 0
    for _ in range(n):
        t.degrees += 1
        total += t.degrees
    return total


def methods(n):
    total = 0
    t = Temperature(1)
    for i in range(n):
        total += t.convert(i) + Temperature.scaled(i) + t.scaled(1)
    return total


def descriptors(n):
    record = Record()
    for _ in range(n):
        record.amount += 2
    return record.amount


print(properties(1_000_000), methods(900_000), descriptors(500_000))
