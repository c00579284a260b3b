"""int beyond a machine word: products, quotients, powers, digits."""

import sys

sys.set_int_max_str_digits(0)


def factorial(n):
    result = 1
    for i in range(2, n):
        result *= i
    return result


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def digits():
    big = 3**200_000
    text = str(big)
    return len(text), int(text) == big, len(str(big * big)), (big * big // big == big)


def modular(n):
    total = 0
    for i in range(n):
        total += pow(i + 3, 10**30 + i, 10**40 + 9) % 1000
    return total


print(factorial(4000) % 10007, fibonacci(30_000) % 10**9, digits(), modular(1500))
