"""Lists: subscripts, append, pop, slices, swaps."""


def bubble(n):
    items = [(i * 7919) % n for i in range(n)]
    for end in range(n - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items


def stack(n):
    items = []
    total = 0
    for i in range(n):
        items.append(i)
        items.append(i * 2)
        total += items.pop()
        if len(items) > 100:
            items = items[50:]
    return total + len(items)


def rotate(n):
    ring = list(range(64))
    for _ in range(n):
        ring.insert(0, ring.pop())
        ring[1], ring[-1] = ring[-1], ring[1]
    return ring[:4]


print(sum(i * v for i, v in enumerate(bubble(2000))), stack(2_000_000), rotate(500_000))
