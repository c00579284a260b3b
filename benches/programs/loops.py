"""for and while with integer arithmetic on locals."""


def count(limit):
    total = 0
    for i in range(limit):
        if i % 3 == 0:
            total += i
        elif i & 1:
            total -= 1
        else:
            total ^= i
    return total


def collatz(limit):
    longest = best = 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        if steps > longest:
            longest, best = steps, start
    return best, longest


print(count(4_000_000), collatz(20_000))
