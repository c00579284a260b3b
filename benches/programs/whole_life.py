"""The Game of Life on a set of living cells and on a list of lists."""


def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = x + dx, y + dy
                    counts[key] = counts.get(key, 0) + 1
    return {cell for cell, count in counts.items() if count == 3 or count == 2 and cell in cells}


def grid_step(grid):
    height, width = len(grid), len(grid[0])
    new = []
    for y in range(height):
        above, row, below = grid[y - 1], grid[y], grid[(y + 1) % height]
        line = []
        for x in range(width):
            left, right = x - 1, (x + 1) % width
            count = above[left] + above[x] + above[right] + row[left] + row[right] + below[left] + below[x] + below[right]
            line.append(1 if count == 3 or count == 2 and row[x] else 0)
        new.append(line)
    return new


acorn = {(0, 2), (1, 0), (1, 2), (3, 1), (4, 2), (5, 2), (6, 2)}
for _ in range(700):
    acorn = step(acorn)
grid = [[(x * 7 + y * y * 3) % 5 < 2 for x in range(64)] for y in range(48)]
for _ in range(200):
    grid = grid_step(grid)
print(len(acorn), sum(x * 31 + y for x, y in acorn), sum(map(sum, grid)))
