"""Exceptions inside comprehensions leave names alone; comprehension in odd places."""
def safe(f, *a, default=None):
    try: return f(*a)
    except Exception as error: return f"{type(error).__name__}({error})"
print([safe(int, x) for x in ("1", "x", None)], {x: safe(lambda v: 10 // v, x) for x in (0, 3)})
class Iter:
    def __init__(self, fail_at): self.i, self.fail_at = -1, fail_at
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i == self.fail_at: raise ValueError(f"at {self.i}")
        if self.i > 5: raise StopIteration
        return self.i
out = []
try:
    [out.append(x) for x in Iter(3)]
except ValueError as error:
    print(out, error)
print([x for x in Iter(99)])
def f(seq):
    return [y for x in seq for y in ([x] * x if x % 2 else [])]
print(f(range(6)))
def try_in(x):
    try:
        return [x / y for y in (1, 0)]
    except ZeroDivisionError:
        return [x for x in "handled"][0], x
    finally:
        print([x for x in "fin"], end=" ")
print(try_in(5))
def ret():
    for i in [i for i in range(5)]:
        if i in [j for j in (2, 3)]: return [k for k in (i,)]
print(ret())
if [x for x in []] or (y for y in []): print("generator is true")
while [1 for _ in out]: out.pop()
else: print("emptied", out)
assert all(isinstance(x, int) for x in [1, 2]), [x for x in "bad"]
x = [1, 2, 3]
x[:] = [v * 2 for v in x]
x[0], x[1:] = [v for v in (9, [8])][0], [v for v in "zz"]
print(x)
d = {}
d.update({k: [d.get(k, 0) for _ in range(2)] for k in "ab"})
print(d)
print([[x for x in range(3) if x != y] for y in range(3)], [(lambda k: [k + j for j in range(2)])(i) for i in range(2)], [[] for _ in range(2)])
a = [[0] * 2 for _ in range(2)]
a[0][0] = 1
print(a, [id(r) for r in a][0] != [id(r) for r in a][1])
def gen_with_comp():
    received = [i for i in range(2)]
    got = yield [r for r in received]
    yield [g for g in got]
g = gen_with_comp()
print(next(g), g.send("ab"))
def primes(n): return [p for p in range(2, n) if all(p % q for q in range(2, int(p ** 0.5) + 1))]
def pythagorean(n): return [(a, b, c) for c in range(1, n) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
def anagrams(words): return {k: [w for w in words if "".join(sorted(w)) == k] for k in {"".join(sorted(w)): 0 for w in words}}
print(primes(40), pythagorean(20), anagrams(["tea", "eat", "bat", "tab"]))
print({**{i: c for i, c in enumerate("ab")}, **{c: i for i, c in enumerate("ab")}}, [*{x: 0 for x in "ba"}], {frozenset(p) for p in ["ab", "ba"]} == {frozenset("ab")})
big = [i for i in range(100000) if i % 10000 == 0]
print(big, sum(1 for _ in range(100000)), len({i % 7: i for i in range(1000)}), len({str(i) for i in range(1000)}))
