"""Making and dropping many small objects."""


class Empty:
    pass


class Pair:
    def __init__(self, left, right):
        self.left = left
        self.right = right


class Vector:
    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)


def run(n):
    total = 0
    for i in range(n):
        Empty()
        pair = Pair(i, Pair(i, None))
        total += pair.left + pair.right.left
    return total


def vectors(n):
    position, step = Vector(0, 0, 0), Vector(1, 2, 3)
    for _ in range(n):
        position = position + step
    return position.x, position.y, position.z


def linked(n):
    head = None
    for i in range(n):
        head = Pair(i, head)
    length = 0
    while head is not None:
        length += 1
        head = head.right
    return length


print(run(800_000), vectors(700_000), linked(500_000))
