"""Descriptors written in Python: with and without `__set__`, and one that caches."""


class Typed:
    def __init__(self, default):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        if obj is None:
            return self
        return obj.fields.get(self.name, self.default)

    def __set__(self, obj, value):
        obj.fields[self.name] = value


class Doubled:
    def __get__(self, obj, owner):
        return obj.width * 2


class Cached:
    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        value = obj.__dict__[self.name] = self.function(obj)
        return value


class Box:
    width = Typed(0)
    height = Typed(1)
    doubled = Doubled()

    def __init__(self):
        self.fields = {}

    @Cached
    def area(self):
        return self.width * self.height


def run(n):
    box = Box()
    total = 0
    for i in range(n):
        box.width = i & 15
        total += box.width + box.height + box.doubled
    return total


def cached(n):
    total = 0
    for _ in range(n):
        box = Box()
        total += box.area + box.area + box.area
    return total


print(run(500_000), cached(150_000))
