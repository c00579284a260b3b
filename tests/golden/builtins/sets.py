"""set and frozenset: algebra, methods, comparison, hashing, mutation while iterating."""
a, b = {1, 2, 3}, {3, 4}
print(sorted(a | b), a & b, sorted(a - b), sorted(a ^ b), a | {1}, a <= {1, 2, 3, 4}, a < a, a <= a, {1} < a, a > {1}, a >= b, a == {3, 2, 1}, a != b, a.isdisjoint(b), a.isdisjoint([9]))
print(sorted(a.union([5], (6,))), sorted(a.intersection([1, 2], {2})), sorted(a.difference([1], [2])), sorted(a.symmetric_difference([1, 9])), a.issubset(range(5)), a.issuperset([1]), a.union(), a.intersection(), a.copy() is a, a.copy() == a)
s = set()
print(s.add(1), s.add(1), s.update([2, 3], "ab"), sorted(map(str, s)), s.remove("a"), s.discard("zz"), s.discard("b"), sorted(s), s.intersection_update([1, 2]), sorted(s), s.difference_update([1]), s, s.symmetric_difference_update([2, 5]), s, s.pop(), s, s.clear(), s)
for code in ("s.remove(9)", "s.pop()", "s.add([])", "[] in s", "s.remove([])", "s.discard({})", "s | [1]", "s |= [1]", "s & 'a'", "s - [1]", "s < [1]", "s <= 5", "set(5)", "set(1, 2)", "s.union(5)", "hash(s)", "{s}", "s[0]", "s + s", "frozenset([1]).add(2)", "frozenset([[]])", "set([[]])", "s.update(5)", "s.issubset(5)", "set() == frozenset()", "{frozenset([1])} == {frozenset([1])}", "{1} in {frozenset([1])}", "frozenset([1]) | {2} == {1, 2}", "type({1} | frozenset([2]))", "type(frozenset([2]) | {1})", "s.add()", "s.add(1, 2)", "set(a=1)", "s.__hash__", "{1, 2} > 5", "{*()}", "{1: 2} | {1}", "s ^ None", "s.remove({1})", "{frozenset()} - {set()}"):
    try: print(code, "=", eval(code) if "|=" not in code else exec(code))
    except Exception as error: print(code, "->", type(error).__name__, error)
f = frozenset([1, 2])
print(f, hash(f) == hash(frozenset([2, 1])), {f: "key"}[frozenset({2, 1})], f.copy() is f, frozenset(f) is f, f | {3}, f - {1}, f & {2}, f ^ {1, 5} == {2, 5}, frozenset(), f == {1, 2}, f in {f}, {1, 2} in {f}, set(), repr(set([1])), repr(frozenset("a")))
x = a
x |= {10}; print(a is x, sorted(a)); x -= {10}; x &= {1, 2}; x ^= {2, 7}; print(sorted(a)); g = f; g |= {9}; print(g is f, sorted(g), sorted(f))
try:
    for i in a: a.add(i + 100)
except RuntimeError as error: print(error)
print({1, 1.0, True}, {0, False, 0.0}, {"a", "a"}, len({float("nan"), float("nan")}), len({(1, 2), (1, 2)}), {None}, {...}, len({i % 3 for i in range(100)}))
class H:
    def __init__(self, v): self.v = v
    def __hash__(self): return self.v % 2
    def __eq__(self, o): return self.v == o.v
    def __repr__(self): return f"H{self.v}"
hs = {H(i) for i in range(6)} | {H(3)}
print(len(hs), H(4) in hs, H(9) in hs, sorted(hs, key=lambda h: h.v), sorted(hs - {H(0), H(1)}, key=repr), len(hs & {H(2), H(8)}))
class S(set):
    def __contains__(self, x): return "always"
    def add(self, x): super().add(x * 2)
    def __repr__(self): return "S!" + super().__repr__()
q = S([1]); q.add(5); print(q, 99 in q, q | {1}, type(q | {1}).__name__, type(q.copy()).__name__, type(q.union()).__name__, len(q), q == {1, 10}, sorted(q), S() == set(), type({1} | q).__name__)
powerset = lambda s: [frozenset(c) for c in __import__("functools").reduce(lambda acc, x: acc + [y | {x} for y in acc], s, [frozenset()])]
print(len(powerset([1, 2, 3])), frozenset([1, 3]) in powerset([1, 2, 3]), sorted(map(sorted, powerset("ab"))))
primes = set(range(2, 50))
for n in range(2, 8): primes -= set(range(n * n, 50, n))
print(sorted(primes), sum(primes), min(primes), max(primes), 17 in primes)
big = set(range(10000)); big -= set(range(0, 10000, 2)); big.discard(1); print(len(big), min(big), 3 in big, 4 in big, len(big ^ {3, 4}), sum(big))
print(set("hello") == set("ehlo"), set({"a": 1}), set(range(3)), sorted(set("banana")), [x for x in [3, 1, 3, 2] if x not in (seen := set()) and not seen.add(x)], sorted({*"ab", *[1, 2]}, key=str), next(iter({5})), any({0}), sum({1, 2}), max({3, 9}), bool(set()), bool({0}), not set())
