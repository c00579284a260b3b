"""Overridden methods, super(), isinstance, special methods, polymorphic calls."""


class Shape:
    sides = 0

    def __init__(self, size):
        self.size = size

    def area(self):
        return 0

    def describe(self):
        return self.area() + self.sides


class Square(Shape):
    sides = 4

    def area(self):
        return self.size * self.size


class Bordered(Square):
    def __init__(self, size, border):
        super().__init__(size)
        self.border = border

    def area(self):
        return super().area() + self.border


class Named:
    def describe(self):
        return super().describe() + 1


class Label(Named, Bordered):
    def __eq__(self, other):
        return isinstance(other, Label) and self.size == other.size

    def __lt__(self, other):
        return self.size < other.size

    def __len__(self):
        return self.size


def polymorphic(n):
    shapes = [Square(2), Bordered(3, 1), Shape(1), Label(4, 2), Square(5)]
    total = 0
    for i in range(n):
        for shape in shapes:
            total += shape.describe()
    return total


def making(n):
    total = 0
    for i in range(n):
        total += Label(i & 15, 1).border
    return total


def special(n):
    a, b = Label(3, 1), Label(4, 1)
    total = 0
    for _ in range(n):
        if a == b:
            total += 1
        if a < b:
            total += len(b)
        if isinstance(a, Shape) and not isinstance(a, (int, str)):
            total += 1
    return total


print(polymorphic(250_000), making(400_000), special(500_000))
