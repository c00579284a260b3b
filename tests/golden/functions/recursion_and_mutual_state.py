"""Recursive algorithms: permutations, Hanoi, Ackermann, flood fill, trees, memo by hand."""
def permutations(items):
    if len(items) <= 1: return [items]
    return [[x, *rest] for i, x in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])]
print(["".join(p) for p in permutations(list("abc"))], len(permutations(list(range(5)))))
def hanoi(n, a="A", b="B", c="C"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)
print(" ".join(hanoi(3)), len(hanoi(8)))
def ackermann(m, n): return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))
print(ackermann(2, 3), ackermann(3, 3))
grid = ["..#..", ".##..", "#...#"]
def fill(x, y, seen):
    if not (0 <= y < len(grid) and 0 <= x < len(grid[0])) or grid[y][x] == "#" or (x, y) in seen: return 0
    seen.add((x, y))
    return 1 + sum(fill(x + dx, y + dy, seen) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)))
print(fill(0, 0, set()), fill(4, 0, set()), fill(2, 0, set()))
def depth(tree): return 0 if tree is None else 1 + max(map(depth, tree[1:]), default=0)
def insert(tree, v):
    if tree is None: return (v, None, None)
    k, l, r = tree
    return (k, insert(l, v), r) if v < k else (k, l, insert(r, v))
def walk(tree):
    if tree:
        yield from walk(tree[1])
        yield tree[0]
        yield from walk(tree[2])
t = None
for v in [5, 2, 8, 1, 9, 3]: t = insert(t, v)
print(t, list(walk(t)), depth(t))
def flatten(x): return [y for item in x for y in (flatten(item) if isinstance(item, list) else [item])]
print(flatten([1, [2, [3, [4, []], 5]], [[6]]]))
def collatz(n, steps=0): return steps if n == 1 else collatz(3 * n + 1 if n % 2 else n // 2, steps + 1)
print([collatz(n) for n in range(1, 12)])
def gcd(a, b): return a if not b else gcd(b, a % b)
def power(b, e): return 1 if e == 0 else (power(b * b, e // 2) if e % 2 == 0 else b * power(b, e - 1))
print(gcd(2 ** 40, 6 ** 20), power(3, 100))
def subsets(s): return [[]] if not s else [x + y for x in ([], [s[0]]) for y in subsets(s[1:])]
print(subsets([1, 2, 3]))
def queens(n, rows=()):
    if len(rows) == n: return 1
    return sum(queens(n, rows + (c,)) for c in range(n) if all(c != r and abs(c - r) != len(rows) - i for i, r in enumerate(rows)))
print([queens(n) for n in range(1, 7)])
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print(deep(900))
