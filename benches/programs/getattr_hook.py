"""Classes with `__getattr__`: attributes that are there, that are not, and methods."""


class Proxy:
    def __init__(self, target):
        self.target = target
        self.count = 0

    def __getattr__(self, name):
        return getattr(self.target, name)

    def note(self):
        self.count += 1


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def sum(self):
        return self.x + self.y


class Defaults:
    def __getattr__(self, name):
        return 1


def run(n):
    proxy, defaults = Proxy(Point(1, 2)), Defaults()
    total = 0
    for _ in range(n):
        total += proxy.x + proxy.sum() + defaults.size
        proxy.note()
        total += proxy.count & 3
    return total


print(run(600_000))
