"""Raising, catching, passing on and cleaning up."""


class Stop(Exception):
    def __init__(self, level):
        super().__init__(level)
        self.level = level


def check(n):
    if n % 3 == 0:
        raise ValueError(n)
    if n % 5 == 0:
        raise KeyError(n)
    return n


def catching(n):
    total = 0
    for i in range(n):
        try:
            total += check(i)
        except ValueError:
            total -= 1
        except KeyError as error:
            total += error.args[0] & 1
        finally:
            total += 1
    return total


def deep(level):
    if level == 0:
        raise Stop(level)
    try:
        deep(level - 1)
    except Stop as stop:
        stop.level += 1
        raise


def unwinding(n):
    total = 0
    for _ in range(n):
        try:
            deep(10)
        except Stop as stop:
            total += stop.level
    return total


def lookup(n):
    d = {i: i for i in range(0, 100, 2)}
    missing = 0
    for i in range(n):
        try:
            d[i % 100]
        except KeyError:
            missing += 1
    return missing


def quiet(n):
    total = 0
    for i in range(n):
        try:
            total += i
        except ValueError:
            total = 0
    return total


print(catching(600_000), unwinding(25_000), lookup(800_000), quiet(1_500_000))
