"""Floating-point arithmetic on locals."""


def pi(terms):
    total, sign = 0.0, 1.0
    for i in range(terms):
        total += sign / (2 * i + 1)
        sign = -sign
    return 4 * total


def integrate(steps):
    width = 1.0 / steps
    area = 0.0
    x = width / 2
    while x < 1.0:
        area += (x * x * x - 2.25 * x + 1.0) * width
        x += width
    return area


def logistic(r, n):
    x = 0.5
    for _ in range(n):
        x = r * x * (1.0 - x)
    return x


print(f"{pi(2_000_000):.10f} {integrate(1_500_000):.8f} {logistic(3.2, 2_000_000):.12f}")
