"""Reading and writing attributes of instances, classes and modules."""

import math


class Point:
    dimension = 2

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def run(n):
    p, q = Point(1, 2), Point3(3, 4, 5)
    total = 0
    for i in range(n):
        p.x = q.y + i
        q.z = p.x - p.y
        p.y = q.x & 3
        q.x += Point.dimension
        total += q.z + p.dimension + q.dimension
        if q.x > 1000:
            q.x = 0
    return total


def from_module(n):
    total = 0.0
    for _ in range(n):
        total += math.pi
    return total


print(run(2_500_000), round(from_module(2_000_000), 3))
