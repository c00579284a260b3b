"""__getitem__, __setitem__, __delitem__, __missing__."""
class D(dict):
    def __missing__(self, key): return f"no {key!r}"
d = D(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, d)
class Items:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)
i = Items()
print(i[1], i[1:2], i[1:2:3, ...], i[()], i["x", *range(2)])
i[0], i[1:] = "ab"
i["k"] += "more"
del i[3], i[4]
class OnlyGet:
    def __getitem__(self, key): return key
class OnlyDel:
    def __delitem__(self, key): pass
o = OnlyGet()
for text in ("o[1] = 2", "del o[1]", "del o['x']", "OnlyDel()[1] = 2", "del 5[1]", "5[1] = 1", "None[0]", "(1)['x']", "del 'abc'[0]", "'abc'[0] = 'x'"):
    try:
        exec(text)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
dict.__getitem__(d, "a")
try:
    dict.__missing__
except AttributeError as e:
    print(e)
