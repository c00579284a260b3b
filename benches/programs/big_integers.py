"""Integers beyond the machine word."""


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def modular(n):
    prime = 2**127 - 1
    x, total = 3, 0
    for i in range(n):
        x = (x * x + i) % prime
        total ^= x
    return total


def digits_of_pi(count):
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < count:
        if 4 * q + r - t < n * t:
            out.append(n)
            q, r, n = q * 10, 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
    return "".join(map(str, out))


print(fibonacci(40_000) % 10**9, len(str(factorial(1400))), modular(900_000), digits_of_pi(1200)[-10:])
