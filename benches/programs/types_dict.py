"""dict: inserting, looking up, deleting and iterating."""


def ints(n):
    table = {}
    for i in range(n):
        table[i] = i
    total = 0
    for i in range(n):
        total += table[i]
    for i in range(0, n, 2):
        del table[i]
    return total, len(table)


def texts(n):
    keys = [f"key{i % 5000}" for i in range(n)]
    counts = {}
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
    return sum(counts.values()), max(counts, key=counts.get)


def pairs(n):
    grid = {}
    for x in range(n):
        for y in range(n):
            grid[x, y] = x * y
    return sum(value for (x, y), value in grid.items() if x != y)


def views(n):
    table = dict(zip(range(100), range(100)))
    total = 0
    for _ in range(n):
        for key, value in table.items():
            total += key + value
        total += len(table.copy()) + (50 in table) + ("x" in table)
    return total


print(ints(1_000_000), texts(1_000_000), pairs(700), views(20_000))
