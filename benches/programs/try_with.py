"""with statements and try/finally on the way that nothing goes wrong."""


class Guard:
    def __init__(self):
        self.depth = 0
        self.entered = 0

    def __enter__(self):
        self.depth += 1
        self.entered += 1
        return self

    def __exit__(self, kind, value, traceback):
        self.depth -= 1
        return kind is KeyError


def guarded(n):
    guard = Guard()
    total = 0
    for i in range(n):
        with guard as g:
            total += g.depth
            if i % 8 == 0:
                continue
            with guard:
                total += guard.depth
    return total, guard.entered


def suppressed(n):
    guard = Guard()
    count = 0
    for i in range(n):
        with guard:
            if i & 1:
                raise KeyError(i)
            count += 1
    return count


def cleaned(n):
    total = 0
    for i in range(n):
        try:
            if i & 3 == 0:
                continue
            total += i
        finally:
            total ^= 1
    return total


print(guarded(700_000), suppressed(300_000), cleaned(2_000_000))
