"""list and tuple: growing, slicing, comparing, unpacking."""


def grow(n):
    items = []
    for i in range(n):
        items.append(i)
    total = 0
    while items:
        total += items.pop()
    return total


def slices(n):
    items = list(range(100))
    total = 0
    for i in range(n):
        part = items[i % 50:i % 50 + 10]
        part.extend(items[:5])
        part[2:4] = [1, 2, 3]
        part.reverse()
        total += len(part) + part[-1] + part.index(1) + part.count(2)
    return total


def tuples(n):
    total, last = 0, (0, 0)
    for i in range(n):
        pair = i % 10, i % 7
        if pair > last:
            total += 1
        last = pair
        a, b = pair
        total += a - b + ((a, b) == (3, 3))
    return total


def whole(n):
    items = list(range(1000))
    total = 0
    for _ in range(n):
        total += sum(items) + max(items) + len(items + [1]) + (999 in items) + (items == items[:])
    return total


print(grow(2_000_000), slices(300_000), tuples(1_000_000), whole(3_000))
