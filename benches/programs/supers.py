"""Calls by way of super(): constructors, methods, class methods, along deep and branching MROs."""


class Base:
    def __init__(self, **options):
        self.options = options

    def value(self):
        return 1

    @classmethod
    def make(cls):
        return cls()


class Left(Base):
    def __init__(self, left=1, **options):
        super().__init__(**options)
        self.left = left

    def value(self):
        return super().value() + self.left


class Right(Base):
    def __init__(self, right=2, **options):
        super().__init__(**options)
        self.right = right

    def value(self):
        return super().value() + self.right


class Both(Left, Right):
    def __new__(cls, *args, **options):
        return super().__new__(cls)

    def value(self):
        return super().value() * 2

    @classmethod
    def make(cls):
        return super().make()


def calls(n):
    objects = [Left(), Right(), Both()]
    total = 0
    for _ in range(n):
        for obj in objects:
            total += obj.value()
    return total


def making(n):
    total = 0
    for i in range(n):
        total += Both(left=i & 3).value() + Both.make().right
    return total


print(calls(400_000), making(150_000))
