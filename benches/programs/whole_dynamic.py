"""Dynamic programming: knapsack, longest common subsequence, edit distance, coins, paths."""


def knapsack(items, capacity):
    best = [0] * (capacity + 1)
    for weight, value in items:
        for room in range(capacity, weight - 1, -1):
            candidate = best[room - weight] + value
            if candidate > best[room]:
                best[room] = candidate
    return best[capacity]


def common(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            table[i][j] = table[i - 1][j - 1] + 1 if x == y else max(table[i - 1][j], table[i][j - 1])
    return table[-1][-1]


def edits(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def coins(values, amount):
    ways = [1] + [0] * amount
    for value in values:
        for total in range(value, amount + 1):
            ways[total] += ways[total - value]
    return ways[amount]


def paths(grid):
    memo = {}

    def best(x, y):
        if (x, y) not in memo:
            if x == 0 and y == 0:
                memo[x, y] = grid[0][0]
            else:
                options = []
                if x:
                    options.append(best(x - 1, y))
                if y:
                    options.append(best(x, y - 1))
                memo[x, y] = grid[y][x] + min(options)
        return memo[x, y]
    return best(len(grid[0]) - 1, len(grid) - 1)


items = [(3 + i * 7 % 23, 10 + i * 13 % 37) for i in range(120)]
one = "".join("acgt"[i * i % 7 % 4] for i in range(1200))
other = "".join("acgt"[i * 5 % 11 % 4] for i in range(1000))
grid = [[(x * 3 + y * 5) % 9 + 1 for x in range(120)] for y in range(120)]
print(knapsack(items, 5_000), common(one, other), edits(one, other), coins([1, 2, 5, 10, 20, 50, 100, 200], 30_000) % 10**9, paths(grid))
