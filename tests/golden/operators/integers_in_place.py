"""Results take the memory of operands that nobody else refers to; whoever else refers to one sees nothing of it."""

A = 2**70
B = -(3**50)


def aliases():
    x = A
    y = x
    x += 1
    print(x - y, y == A, x is y)
    z = x * x
    w = z
    z -= x
    z >>= 3
    z ^= w
    z |= A
    z &= w
    print(z, w == x * x, x == 2**70 + 1)
    items = [x * 3]
    items[0] += 5
    kept = items[0]
    items[0] %= 10**9
    print(items, kept)


def operators():
    for a in (A, B, -A, A * A, B * A, 7, -7, 2**63, -(2**63)):
        for b in (A, B, -A, A * A, 5, -5, 1, -1, 2**64, -(2**64)):
            print((a + 1) + b, (a - 1) - b, (a + 1) * b, (a + 1) // b, (a + 1) % b, divmod(a + 1, b))
            print((a + 1) & b, (a + 1) | b, (a + 1) ^ b, b - (a + 1), b * (a + 1), b // (a + 1) if a + 1 else 0)
            print((a * 1) % b, (a * 2) // b, (a * 3) << 7, (a * 3) >> 7, (a * 3) << 64, (a * 3) >> 64, (a * 3) >> 5000)


def back_to_words():
    x = 2**63
    x -= 1
    print(x, type(x), hash(x + 1) == hash(2**63))
    x = 2**100
    x >>= 90
    print(x)
    x = 2**100 + 5
    x %= 2**100
    print(x)
    x = 2**100
    x -= x
    print(x, bool(x))


def errors():
    x = A
    x *= A
    before = x + 0
    for operation in ("x // 0", "x % 0", "x << -1", "x >> -1", "x + 'a'", "(x + 1) // 0", "(x + 1) << -1"):
        try:
            print(operation, eval(operation, {"x": x}))
        except Exception as error:
            print(operation, type(error).__name__, error)
    try:
        x //= 0
    except ZeroDivisionError as error:
        print(error, x == before)
    try:
        x <<= -1
    except ValueError as error:
        print(error, x == before)
    try:
        x += None
    except TypeError as error:
        print(error, x == before)


class Sub(int):
    def __radd__(self, other):
        return ("radd", other)

    def __add__(self, other):
        return ("add", int(other))


class Other:
    def __radd__(self, other):
        return "other"


def classes():
    x = A + 1
    x += Sub(5)
    print(x)
    x = Sub(A)
    x += A
    print(x)
    print((A + 1) + Sub(A), Sub(A) * 2, type(Sub(A) * 2), (A + 1) + True, (A + 1) * False, (A + 1) + 0.5)
    x = A + 1
    x += Other()
    print(x)
    x = A * 3
    x += True
    print(x)
    x **= 2
    x /= A
    print(x)


def constants():
    total = 0
    for i in range(3):
        x = 1180591620717411303424
        x += i
        total += x
    print(total)


def swapped():
    a, b = 1, 2**80
    for _ in range(5):
        a, b = b, a + b
    print(a, b)
    a -= b
    b = a - b - a
    print(a, b, -a * -b)


aliases()
operators()
back_to_words()
errors()
classes()
constants()
swapped()
