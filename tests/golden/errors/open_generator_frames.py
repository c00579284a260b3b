def a():
    yield from b()


def b():
    yield 1
    yield from c()


def c():
    yield 2
    raise LookupError("deep generator")


list(a())
