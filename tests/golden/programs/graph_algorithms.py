"""Graphs as dictionaries: search, shortest paths, topological order, components, spanning trees."""
graph = {"a": {"b": 4, "c": 1}, "b": {"d": 1}, "c": {"b": 2, "d": 5}, "d": {"e": 3}, "e": {}, "f": {"a": 1}}
def bfs(start):
    seen, queue = {start: 0}, [start]
    for node in queue:
        for n in graph[node]:
            if n not in seen: seen[n] = seen[node] + 1; queue.append(n)
    return seen
def dfs(node, seen=None):
    seen = [] if seen is None else seen
    seen.append(node)
    for n in sorted(graph[node]):
        if n not in seen: dfs(n, seen)
    return seen
def dijkstra(start):
    distance, previous, todo = {start: 0}, {}, set(graph)
    while todo:
        node = min(todo, key=lambda n: (distance.get(n, float("inf")), n))
        todo.remove(node)
        if node not in distance: break
        for n, w in graph[node].items():
            if distance[node] + w < distance.get(n, float("inf")): distance[n], previous[n] = distance[node] + w, node
    return distance, previous
def path(previous, end):
    out = [end]
    while out[-1] in previous: out.append(previous[out[-1]])
    return "".join(reversed(out))
print(bfs("a"), dfs("f"))
d, p = dijkstra("f")
print(d, {n: path(p, n) for n in d})
def topological(graph):
    degree = {n: 0 for n in graph}
    for edges in graph.values():
        for n in edges: degree[n] += 1
    ready, order = sorted(n for n, k in degree.items() if not k), []
    while ready:
        node = ready.pop(0)
        order.append(node)
        for n in graph[node]:
            degree[n] -= 1
            if not degree[n]: ready.append(n)
        ready.sort()
    if len(order) != len(graph): raise ValueError(f"cycle among {sorted(n for n, k in degree.items() if k)}")
    return order
print(topological(graph))
try: topological({"x": {"y": 1}, "y": {"z": 1}, "z": {"x": 1}, "w": {"x": 1}})
except ValueError as error: print(error)
class Union:
    def __init__(self): self.parent = {}
    def find(self, x):
        root = self.parent.setdefault(x, x)
        while root != self.parent[root]: root = self.parent[root]
        while x != root: self.parent[x], x = root, self.parent[x]
        return root
    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b: return False
        self.parent[a] = b
        return True
edges = sorted((w, a, b) for a, es in graph.items() for b, w in es.items())
u = Union()
tree = [(a, b, w) for w, a, b in edges if u.join(a, b)]
print(tree, sum(w for *_, w in tree), len({u.find(n) for n in graph}))
def components(g):
    index, low, stack, out, counter = {}, {}, [], [], [0]
    def visit(v):
        index[v] = low[v] = counter[0]; counter[0] += 1; stack.append(v)
        for w in g[v]:
            if w not in index: visit(w); low[v] = min(low[v], low[w])
            elif w in stack: low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            i = stack.index(v)
            out.append(sorted(stack[i:])); del stack[i:]
    for v in g:
        if v not in index: visit(v)
    return out
print(components({1: [2], 2: [3], 3: [1, 4], 4: [5], 5: [4], 6: [6]}))
def floyd(g):
    inf = float("inf")
    d = {a: {b: 0 if a == b else g[a].get(b, inf) for b in g} for a in g}
    for k in g:
        for i in g:
            for j in g:
                if d[i][k] + d[k][j] < d[i][j]: d[i][j] = d[i][k] + d[k][j]
    return d
for a, row in floyd(graph).items(): print(a, *(f"{v:>4}" for v in row.values()))
def colour(g):
    und = {n: set(g[n]) | {m for m in g if n in g[m]} for n in g}
    colours = {}
    for n in sorted(und, key=lambda n: (-len(und[n]), n)): colours[n] = next(c for c in range(9) if c not in {colours.get(m) for m in und[n]})
    return colours
print(colour(graph))
def knights(n):
    moves = [(1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)]
    def free(x, y, seen): return [(x + a, y + b) for a, b in moves if 0 <= x + a < n and 0 <= y + b < n and (x + a, y + b) not in seen]
    at, seen = (0, 0), {(0, 0): 1}
    while options := free(*at, seen):
        at = min(options, key=lambda p: (len(free(*p, seen)), p))
        seen[at] = len(seen) + 1
    return seen
tour = knights(6)
print(len(tour)); [print(*(f"{tour.get((x, y), 0):2}" for x in range(6))) for y in range(6)]
