"""Subclasses of dict and set: what built-in code asks the overridden methods."""
class D(dict):
    def __getitem__(self, k): return ("item", k)
    def __setitem__(self, k, v): super().__setitem__(k, (v,))
    def __iter__(self): return iter(["fake"])
    def keys(self): return ["other"]
d = D(a=1)
d["b"] = 2
d.update(c=3)
d.setdefault("e", 4)
print(dict.__repr__(d), d["zzz"], d.get("a"), list(d), dict(d), {**d}, d | {"n": 1}, type(d | {}).__name__, "a" in d, len(d))
def kw(**k): return k
print(kw(**D(x=1)))
class S(set):
    def add(self, x): super().add(x + 1)
    def __contains__(self, x): return x == "magic"
s = S([1])
s.add(5)
print(sorted(s), "magic" in s, 1 in s, type(s | {9}).__name__, type(s.copy()).__name__, s == {1, 6}, s >= {1})
class FS(frozenset):
    pass
f = FS("ab")
f.x = 1
print(sorted(f), type(f | {"c"}).__name__, hash(f) == hash(frozenset("ab")), f.x)
class Default(dict):
    def __missing__(self, k): self[k] = v = [k]; return v
m = Default()
m["x"].append(1)
print(m, m.get("y"), "%(z)s" % m, "{w}".format_map(m))
