"""Dictionaries with integer, string and tuple keys."""


def integers(n):
    d = {}
    for i in range(n):
        d[i * 7 % 100_003] = i
    total = 0
    for i in range(n):
        if i in d:
            total += d[i]
    return len(d), total


def strings(n):
    keys = [f"key{i}" for i in range(1000)]
    counts = {}
    for i in range(n):
        key = keys[i * 31 % 1000]
        counts[key] = counts.get(key, 0) + 1
    return len(counts), max(counts.values())


def tuples(n):
    grid = {}
    for i in range(n):
        grid[i % 300, i % 200] = i
    total = 0
    for (x, y), value in grid.items():
        total += x * y + value
    return len(grid), total


def churn(n):
    d = {}
    for i in range(n):
        d[i] = i
        if len(d) > 50:
            del d[i - 50]
    return len(d), next(iter(d))


print(integers(1_000_000), strings(1_200_000), tuples(600_000), churn(700_000))
