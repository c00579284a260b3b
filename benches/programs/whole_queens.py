"""All ways to place queens, with lists, with bits and with generators."""


def solve(n, row, columns, up, down):
    if row == n:
        return 1
    count = 0
    for column in range(n):
        if columns[column] and up[row + column] and down[row - column + n]:
            columns[column] = up[row + column] = down[row - column + n] = False
            count += solve(n, row + 1, columns, up, down)
            columns[column] = up[row + column] = down[row - column + n] = True
    return count


def bits(mask, columns, left, right):
    if columns == mask:
        return 1
    count, free = 0, mask & ~(columns | left | right)
    while free:
        bit = free & -free
        free ^= bit
        count += bits(mask, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return count


def placements(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    for column in range(n):
        if all(column != other and abs(column - other) != len(placed) - row for row, other in enumerate(placed)):
            yield from placements(n, placed + (column,))


print(solve(10, 0, [True] * 10, [True] * 20, [True] * 21), bits((1 << 12) - 1, 0, 0, 0), sum(1 for _ in placements(9)), next(placements(10)))
