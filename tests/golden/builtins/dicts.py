"""dict: construction, order, every method, views, mutation while iterating, keys of all kinds."""
d = dict(b=1, a=2); d["c"] = 3; d["a"] = 9; del d["b"]; d["b"] = 0
print(d, list(d), list(d.values()), list(d.items()), len(d), "a" in d, "z" in d, d.get("z"), d.get("z", 5), d["a"], str(d))
print(d.pop("a"), d.pop("nope", "default"), d.setdefault("new", []).append(1), d.setdefault("new"), d.popitem(), d, d.update(x=1), d.update({"y": 2}), d.update([("z", 3), "kv"], w=4), d, d.copy() == d, d.clear(), d)
print(dict(), dict([(1, 2)]), dict({1: 2}, a=3), dict(zip("ab", [1, 2])), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {**{"a": 1}, "b": 2}, dict(a=1) | {"b": 2}, {1: "a", 1.0: "b", True: "c"})
for code in ("d['k']", "d.pop('k')", "d.popitem()", "del d['k']", "d[[]] = 1", "d.get([])", "[] in d", "d.update(5)", "d.update([5])", "d.update(['abc'])", "d.fromkeys(5)", "dict([1])", "dict(1)", "dict([(1, 2, 3)])", "dict(**{1: 2})", "d.keys()[0]", "d | [1]", "d.setdefault()", "d.pop()", "d.items().x", "d < d", "d + d", "hash(d)", "d.keys() + d.keys()", "d.update(None)", "d |= 5", "d[{}]", "d[slice(1)]"):
    try: print(code, eval(code) if not code.startswith(("del", "d[[]]", "d |=")) else exec(code))
    except Exception as error: print(code, "->", type(error).__name__, error)
d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
d["d"] = 4
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i, k & {"a", "z"}, sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), k == {"a", "b", "c", "d"}, i & {("a", 1)}, k <= {"a", "b", "c", "d", "e"}, k.isdisjoint("xyz"), list(reversed(k)), list(reversed(i))[:1], v == v, d.values() == d.values(), k.mapping["a"], sorted(k | i, key=str) != [])
for act in ("d['new'] = 1", "del d['a']", "d['b'] = 5", "d.clear()"):
    c = dict(d)
    try:
        for key in c: exec(act, {"d": c})
        print(act, "no error", c)
    except (RuntimeError, KeyError) as error: print(act, type(error).__name__, error)
print(d == {"d": 4, "c": 3, "b": 2, "a": 1}, {1: 2} == {1: 2.0}, {} == [], {1: [1]} != {1: [2]}, {"a": d} == {"a": dict(d)})
class K:
    def __init__(self, h, n): self.h, self.n = h, n
    def __hash__(self): log.append(f"hash {self.n}"); return self.h
    def __eq__(self, o): log.append(f"eq {self.n} {getattr(o, 'n', o)}"); return self.n[0] == o.n[0]
    def __repr__(self): return self.n
log = []
x = {K(1, "a1"): 1, K(1, "b"): 2}
x[K(1, "a2")] = 3
print(x, log); log.clear()
key = K(5, "same"); x[key] = 1; log.clear(); print(x[key], log); log.clear(); print(K(9, "zz") in x, log)
class Bad:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError("eq failed")
y = {Bad(): 1}
for act in (lambda: y[Bad()], lambda: Bad() in y, lambda: y.get(Bad()), lambda: y.setdefault(Bad(), 1), lambda: y.pop(Bad(), 1)):
    try: act()
    except ValueError as error: print(error, end="; ")
class Clears:
    def __hash__(self): return 1
    def __eq__(self, o): z.clear(); return False
z = {Clears(): 1}; z[Clears()] = 2; print(len(z) in (1, 2))
class M(dict):
    def __missing__(self, k): return k * 2
m = M(a=1); print(m["a"], m["b"], m.get("b"), "b" in m, m, m.pop("a"), dict(m))
print({1: 1, "a": 2, (1, 2): 3, None: 4, 1.5: 5, frozenset(): 6, b"b": 7, True: 8, int: 9, ...: 10})
big = {i: str(i) for i in range(1000)}
for i in range(0, 1000, 2): del big[i]
for i in range(2000, 2003): big[i] = i
print(len(big), list(big)[:3], list(big)[-3:], sum(k for k in big), next(reversed(big)), big.popitem())
o = {}; [o.setdefault(len(w), []).append(w) for w in "the quick brown fox jumps over".split()]; print(o)
from collections import OrderedDict, defaultdict, Counter, ChainMap
dd = defaultdict(list); dd["a"].append(1); print(dd, dd["b"], dd.get("c"), dd.default_factory, len(dd))
od = OrderedDict(a=1, b=2); od.move_to_end("a"); print(od, od.popitem(last=False), od == OrderedDict(a=1), od == {"a": 1})
c = Counter("mississippi"); print(c, c.most_common(2), c["z"], sum(c.values()), c + Counter("mm"), c - Counter("ss"), sorted(c.elements())[:3])
print(ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], dict(ChainMap({"a": 1}, {"a": 2, "b": 3})))
