"""Generators at work: pipelines, tree walks, permutations, coroutines that accumulate."""
def lines(text):
    for line in text.splitlines(): yield line
def strip_comments(source):
    for line in source:
        line = line.split("#")[0].rstrip()
        if line: yield line
def number(source):
    for n, line in enumerate(source, 1): yield f"{n}: {line}"
text = "a = 1  # one\n# nothing\n\nb = 2\n   c # three"
print(list(number(strip_comments(lines(text)))))
def permutations(items):
    if not items: yield ()
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]): yield (item, *rest)
print(["".join(p) for p in permutations("abc")])
class Node:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
    def levels(self):
        queue = [self]
        while queue:
            yield [n.v for n in queue]
            queue = [k for n in queue for k in n.kids]
tree = Node(1, Node(2, Node(4)), Node(3, Node(5), Node(6)))
print(list(tree), list(tree.levels()))
def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None: return count, total
        total += value; count += 1
        average = total / count
def grouper(results, key):
    results[key] = yield from averager()
results = {}
for key, values in {"a": [1, 2, 3], "b": [10]}.items():
    g = grouper(results, key)
    next(g)
    for v in values: g.send(v)
    try: g.send(None)
    except StopIteration: pass
print(results)
def primes():
    composites = {}
    n = 2
    while True:
        if n not in composites:
            yield n
            composites[n * n] = [n]
        else:
            for p in composites.pop(n): composites.setdefault(p + n, []).append(p)
        n += 1
p = primes()
print([next(p) for _ in range(15)])
def take(n, it):
    for _, x in zip(range(n), it): yield x
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
print(list(take(12, fib())), list(take(3, fib())))
def merge(*its):
    heads = [(next(it), i, it) for i, it in enumerate(map(iter, its))]
    while heads:
        heads.sort(key=lambda h: h[:2])
        value, i, it = heads[0]
        yield value
        try: heads[0] = (next(it), i, it)
        except StopIteration: heads.pop(0)
print(list(merge([1, 4, 7], [2, 5], [0, 9])))
def tokens(s):
    i = 0
    while i < len(s):
        if s[i].isspace(): i += 1; continue
        j = i
        while j < len(s) and s[j].isalnum(): j += 1
        yield s[i:max(j, i + 1)]
        i = max(j, i + 1)
print(list(tokens("x1 = (y+23) * z")))
def round_robin(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try: yield next(it)
            except StopIteration: its.remove(it)
print("".join(round_robin("abc", "d", "ef")))
def window(it, n):
    buffer = []
    for x in it:
        buffer.append(x)
        if len(buffer) == n: yield tuple(buffer); del buffer[0]
print(list(window(range(5), 3)), [sum(w) / 2 for w in window([1, 3, 5], 2)])
def scheduler(*tasks):
    tasks = list(tasks)
    while tasks:
        t = tasks.pop(0)
        try: print(next(t), end=" "); tasks.append(t)
        except StopIteration as stop: print(f"[{stop.value}]", end=" ")
def task(name, n):
    for i in range(n): yield f"{name}{i}"
    return name
scheduler(task("a", 2), task("b", 3), task("c", 1))
print()
