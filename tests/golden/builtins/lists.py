"""list: every method, slices assigned and deleted, sort's rules, errors."""
l = [3, 1, 2]
print(l.append(4), l.extend("ab"), l.insert(0, "first"), l.insert(-1, "x"), l.insert(99, "end"), l)
print(l.pop(), l.pop(0), l.pop(-2), l.remove("a"), l, l.index(1), l.count(1), l.reverse(), l, l.copy() is l, l.copy() == l)
l[1:2] = [7, 8, 9]; print(l); l[:0] = "hi"; print(l); l[::2] = [0] * len(l[::2]); print(l); del l[1::2]; print(l); l[len(l):] = (5,); l[2:2] = []; print(l); l[:] = l; print(l); l.clear(); print(l)
for code in ("l[5] = 1", "l.pop()", "l.remove(1)", "l.index(1)", "l[::2] = [1]", "l.insert('a', 1)", "l.extend(5)", "del l[0]", "l.pop('a')", "l.sort(key=5)", "l += 5", "l[0:1] = 5", "l.index(1, 'a')", "l.nothing", "l.append()", "l.copy(1)"):
    try: exec(code)
    except Exception as error: print(code, "->", type(error).__name__, error)
l = [5, 3, 8, 1]
print(l.sort(), l, l.sort(reverse=True), l, l.sort(key=lambda x: x % 3), l, sorted(l, key=str))
words = ["banana", "Apple", "cherry", "apple"]
words.sort(key=str.lower); print(words); words.sort(key=len, reverse=True); print(words)
print(sorted([(1, "b"), (0, "a"), (1, "a")]), sorted([[2], [1, 5], [1]]), sorted("hello"), sorted([2.5, 1, True, 0]))
class Cmp:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"C{self.v}"
print(sorted([Cmp(2), Cmp(1), Cmp(3)]), min(Cmp(2), Cmp(1)), max(Cmp(2), Cmp(1)))
bad = [3, "a", 1]
try: bad.sort()
except TypeError as error: print(error, len(bad))
m = [3, 2, 1]
def mutate(x): m.append(x); return x
try: m.sort(key=mutate)
except ValueError as error: print(error, m)
m = [3, 2, 1]
try: m.sort(key=lambda x: (print(m, end=" "), 1 / (x - 1))[1])
except ZeroDivisionError as error: print(error, m)
import functools
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
print([1, 2] < [1, 3], [1] < [1, 0], [] < [1], [2] > [1, 9], [1, 2] == [1.0, 2.0], [1] != [2], [[1]] == [[1]], [1, "a"] == [1, "b"], [float("nan")] == [float("nan")])
print([0] * 3, [1] + [2], 2 * [1, 2], [1, 2, 3].index(2, 1), [1, 2, 1].index(1, 1, 3), [1, 2, 1].index(1, -1), [1, True, 1.0].count(1), [[]] * 2, list(range(3)), list({"a": 1}), list(), [*range(3)])
x = [1, 2, 3]; y = x; y += [4]; print(x is y, x); y = y + [5]; print(x is y); x *= 2; print(x, x.__class__, x.__len__(), x.__contains__(4))
n = [1, 2, 3]
for i in n:
    if len(n) < 6: n.append(i * 10)
print(n, list(reversed(n)), n.__reversed__().__next__(), [i for i in n if i > 5][::-1])
it = iter(n); next(it); n.clear(); print(list(it)); n.append(1); print(list(it))
grid = [[0] * 3 for _ in range(2)]; grid[0][1] = 5; print(grid, [list(r) for r in zip(*grid)], sum(grid, []), max(grid), any(map(any, grid)))
stack = []; [stack.append(i) for i in range(3)]; print(stack.pop(), stack, stack[-1:], stack[5:], stack[-5:1])
a = [1, 2, 3, 4, 5]; a[1:4] = []; print(a); a[1:1] = [9, 9]; print(a); a[-1:] = "xyz"; print(a); a[3:1] = [0]; print(a); del a[-2:]; print(a); del a[:]; print(a)
class L(list):
    def __getitem__(self, i): return "got " + str(i) if isinstance(i, int) else "slice"
    def __setitem__(self, i, v): super().__setitem__(i, v * 2)
    def __missing__(self, k): return "never"
s = L([1, 2]); s[0] = 5; print(s[0], s[0:1], list(s), s, s.copy().__class__.__name__, s.pop(), len(s), s.__class__.__name__)
print(list.__doc__.split("\n")[0], [].append.__doc__, list.sort.__text_signature__, [].__sizeof__() > 0, [1].__eq__(1), [1].__ne__([1]), [].__hash__)
