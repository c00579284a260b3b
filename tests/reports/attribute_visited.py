class Shape:
    __slots__ = ("colour",)


class Square(Shape):
    def __init__(self):
        self.colour = "red"
        self.side = 2


def describe(shape):
    return shape.color


print(describe(Square()))
