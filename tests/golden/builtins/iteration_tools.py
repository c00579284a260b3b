"""enumerate, zip, map, filter, reversed, iter, next, range, sorted, any, all, sum, min, max."""
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=-1)), next(enumerate("z", 2**70)))
print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip("ab", [1, 2], strict=True)), list(zip(*[(1, 2), (3, 4)])))
for n in ((1, 2), (2, 1), (2, 2, 1), (0, 1)):
    try: list(zip(*[range(k) for k in n], strict=True))
    except ValueError as error: print(n, error)
print(list(map(str, [1, 2])), list(map(lambda *a: a, "ab", [1, 2, 3])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])), list(map(None, [])))
print(list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed(range(3))), list(reversed({1: 2, 3: 4})), list(reversed((1,))), list(reversed({"a": 1}.items())))
class Rev:
    def __reversed__(self): return "custom"
class SeqRev:
    def __len__(self): return 2
    def __getitem__(self, i): return i
print(reversed(Rev()), list(reversed(SeqRev())), [type(x).__name__ for x in (reversed([]), iter([]), iter(()), iter(""), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(range(0)), iter(range(2**70)), zip(), map(abs, []), filter(None, []), enumerate([]), iter(int, 1), iter(b""), iter(bytearray()), reversed(()), reversed(range(1)), iter("é"), reversed({}))])
print(iter([]).__length_hint__(), iter([1, 2]).__length_hint__(), next(iter([]), "default"), iter(x := iter([1])) is x)
for r in (range(5), range(2, 8, 3), range(5, 0, -2), range(0), range(-3), range(10**20, 10**20 + 3), range(3, 3), range(0, 10, 100)):
    print(r, list(r), len(r), r[-1] if r else None, 4 in r, r.index(r[0]) if r else None, r[1:], r[::-1], bool(r), r.count(2), hash(r) == hash(range(r.start, r.stop, r.step)))
for act in (lambda: range(5)[9], lambda: range(5).index(9), lambda: range(1, 2, 0), lambda: range(), lambda: range("a"), lambda: len(range(10**20)), lambda: range(5).start == 0, lambda: range(5) == range(0, 5, 1), lambda: 2.0 in range(5), lambda: "a" in range(5), lambda: range(5)["a"], lambda: range(10**20)[10**19], lambda: range(5) + range(2), lambda: range(2, 5).stop, lambda: setattr(range(1), "start", 5), lambda: {range(3): 1}[range(0, 3)], lambda: list(range(True)), lambda: range(1, 10, 2)[1:3], lambda: range(0, 3).index(1.0)):
    try: print(act())
    except Exception as error: print(type(error).__name__, error)
print(sorted([3, 1, 2]), sorted("bca", reverse=True), sorted([(1, "b"), (1, "a"), (0, "z")], key=lambda t: t[0]), sorted({"b": 1, "a": 2}), sorted([1, 2, 3, 4], key=lambda x: -x % 3, reverse=True), sorted([], key=None), sorted([True, 0, 1.5]))
print(any([]), all([]), any([0, "", 1]), all([1, [], 2]), sum([]), sum([1, 2], 10), sum([[1], [2]], []), sum([0.1] * 10), sum([1, 2.5, 3j]), sum((x for x in range(5))), sum([True, True]), sum([10**20, 1]), sum([1e308, 1e308, -1e308]))
print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max("a", "B", key=str.lower), min([], default=None), max((1, "b"), (1, "a")), min([[2], [1, 9]]), max([1, 1.0, True]), min([1.0, 1, True]), max([(0, "x"), (0, "y")], key=lambda t: t[0]), max({1: "a", 5: "b"}))
calls = []
class Lazy:
    def __iter__(self): calls.append("iter"); return self
    def __next__(self):
        calls.append("next")
        if len(calls) > 4: raise StopIteration
        return len(calls)
print(any(x > 2 for x in Lazy()), calls)
m = map(lambda x: calls.append(x), "ab"); calls.clear(); print(calls, next(m), calls)
z = zip(iter_a := iter("abc"), iter([1])); print(list(z), list(iter_a))
sentinel = iter([1, 2, 3, 0, 4].pop, 3); print(list(sentinel))
print(*map(lambda a, b=2: a * b, [1, 2]), *zip("ab", range(2)), sep="|")
print(dict(zip("ab", range(2))), dict(enumerate("ab")), set(map(abs, [-1, 1])), [*filter(str.isdigit, "a1b2")], "".join(reversed("abc")), tuple(map(max, [1, 5], [3, 2])))
