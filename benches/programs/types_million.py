"""A million items: sorted with and without a key; put into, looked up in and taken out of a dict, a set, a list."""


def numbers(n):
    seed, out = 12345, []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append(seed)
    return out


def ordered(items):
    return sorted(items)[1000] + sorted(items, key=lambda item: -item)[1000]


def mapped(items):
    table = {}
    for item in items:
        table[item] = 1
    found = 0
    for item in items:
        found += table[item]
    for item in items:
        table.pop(item, None)
    return found + len(table)


def unique(items):
    members = set()
    for item in items:
        members.add(item)
    found = 0
    for item in items:
        if item in members:
            found += 1
    for item in items:
        members.discard(item)
    return found + len(members)


def listed(n):
    items = []
    for i in range(n):
        items.append(i)
    part = 0
    for i in range(0, n, 100):
        part += len(items[i : i + 50])
    while items:
        items.pop()
    return part


ITEMS = numbers(1_000_000)
print(ordered(ITEMS), mapped(ITEMS), unique(ITEMS), listed(1_000_000))
