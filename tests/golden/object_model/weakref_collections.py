"""WeakKeyDictionary, WeakValueDictionary, WeakSet and WeakMethod."""
import weakref
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"C{self.n}"
    def m(self): return self.n
a, b = C(1), C(2)
keys, values, members = weakref.WeakKeyDictionary(), weakref.WeakValueDictionary(), weakref.WeakSet()
keys[a], keys[b] = "x", "y"
values["a"], values["b"] = a, b
members.update([a, b])
print(dict(keys), dict(values), sorted(m.n for m in members), len(keys), a in keys)
wm = weakref.WeakMethod(a.m)
print(wm()(), wm() == a.m)
del a
print(dict(keys), dict(values), len(members), wm(), "a" in values, values.get("a", "default"))
it = iter(members)
print(next(it))
print(keys.pop(b), len(keys), values.pop("b"), list(values))
try:
    keys[5] = 1
except TypeError as e:
    print(e)
try:
    weakref.WeakMethod(len)
except TypeError as e:
    print(e)
