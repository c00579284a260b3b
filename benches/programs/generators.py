"""Generators: plain, delegating, in pipelines, with send."""


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def delegate(n, depth):
    if depth:
        yield from delegate(n, depth - 1)
    else:
        yield from count(n)


def squares(source):
    for value in source:
        yield value * value


def odd(source):
    for value in source:
        if value & 1:
            yield value


def accumulate():
    total = 0
    while True:
        total += yield total


class Tree:
    def __init__(self, depth):
        self.depth = depth
        self.children = [Tree(depth - 1), Tree(depth - 1)] if depth else []

    def __iter__(self):
        yield self.depth
        for child in self.children:
            yield from child


def send(n):
    adder = accumulate()
    next(adder)
    for i in range(n):
        result = adder.send(i)
    return result


print(sum(count(1_500_000)), sum(delegate(700_000, 5)), sum(odd(squares(count(1_000_000)))), send(1_000_000), sum(Tree(14)), sum(x for x in range(1_000_000) if x % 3))
