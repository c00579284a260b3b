"""List, set and dict comprehensions, with conditions and nesting."""


def run(n):
    total = 0
    for i in range(n):
        squares = [x * x for x in range(60)]
        odd = [x for x in squares if x & 1]
        pairs = [(x, y) for x in range(8) for y in range(8) if x < y]
        index = {x: i for i, x in enumerate(odd)}
        digits = {x % 10 for x in squares}
        table = [[row * column for column in range(6)] for row in range(6)]
        total += sum(odd) + len(pairs) + len(index) + len(digits) + table[5][5]
    return total


print(run(45_000))
