"""set: adding, testing, algebra."""


def ints(n):
    seen = set()
    for i in range(n):
        seen.add(i * 7 % 500_009)
    hits = 0
    for i in range(n):
        if i in seen:
            hits += 1
    return len(seen), hits


def algebra(n):
    a, b = set(range(0, 200, 2)), set(range(0, 200, 3))
    total = 0
    for _ in range(n):
        total += len(a & b) + len(a | b) + len(a - b) + len(a ^ b) + (a <= b)
    return total


def texts(n):
    words = "the quick brown fox jumps over the lazy dog".split()
    total = 0
    for _ in range(n):
        unique = set(words)
        unique.discard("fox")
        total += len(unique) + ("dog" in unique)
    return total


print(ints(1_000_000), algebra(20_000), texts(200_000))
