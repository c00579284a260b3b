"""Functions made by functions; variables of enclosing functions read and written."""


def counter(step):
    n = 0

    def advance():
        nonlocal n
        n += step
        return n
    return advance


def compose(*functions):
    def composed(x):
        for function in functions:
            x = function(x)
        return x
    return composed


def counting(n):
    one, two = counter(1), counter(2)
    total = 0
    for _ in range(n):
        total += one() + two()
    return total


def composing(n):
    f = compose(lambda x: x + 1, lambda x: x * 2, lambda x: x % 1_000_003)
    x = 1
    for _ in range(n):
        x = f(x)
    return x


def making(n):
    total = 0
    for i in range(n):
        add = lambda x, y=1: x + y + i
        total += add(i & 3)
    return total


def curried(n):
    def outer(a):
        def middle(b):
            def inner(c):
                return a + b + c
            return inner
        return middle
    total = 0
    for i in range(n):
        total += outer(i)(1)(2)
    return total


print(counting(1_500_000), composing(400_000), making(800_000), curried(400_000))
