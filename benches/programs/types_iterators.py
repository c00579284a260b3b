"""Iterators: itertools, zip, enumerate, map and filter, and what collects them."""

import operator
from itertools import accumulate, chain, combinations, compress, cycle, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, zip_longest


def endless(n):
    return sum(islice(cycle(range(10)), n)) + len(list(repeat(1, n))) + sum(takewhile(lambda x: x < n, accumulate(repeat(1))))


def several(n):
    numbers = list(range(n))
    total = sum(chain(numbers, reversed(numbers))) + len(list(zip(numbers, numbers[1:], numbers[2:])))
    total += sum(b - a for a, b in pairwise(numbers)) + sum(i * x for i, x in enumerate(numbers))
    total += len(dict(zip(map(str, numbers), numbers))) + len(list(zip_longest(numbers, range(n // 2))))
    return total + sum(map(operator.mul, numbers, numbers)) + len(list(filter(None, numbers)))


def groups(n):
    numbers = [i // 7 for i in range(n)]
    total = sum(key * len(list(group)) for key, group in groupby(numbers))
    return total + sum(compress(numbers, cycle((1, 0)))) + sum(starmap(max, zip(numbers, repeat(500))))


def choices(n):
    total = 0
    for _ in range(n):
        total += len(list(product(range(5), repeat=4))) + len(list(permutations(range(6), 4))) + len(list(combinations(range(12), 4)))
    return total


def collected(n):
    numbers = range(n)
    total = min(numbers) + max(numbers) + sum(numbers) + any(x < 0 for x in numbers) + all(x >= 0 for x in numbers)
    return total + len(set(numbers)) + len(tuple(numbers)) + len(sorted(numbers, reverse=True))


print(endless(700_000), several(250_000), groups(500_000), choices(120), collected(300_000))
