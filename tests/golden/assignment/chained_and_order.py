"""Multiple targets are assigned left to right, after the value."""
log = []
class Target:
    def __setattr__(self, name, value): log.append(f"{name}={value}")
    def __setitem__(self, key, value): log.append(f"[{key}]={value}")
t = Target()
def get(name): log.append(name); return t
def val(): log.append("value"); return 7
a = get("first").x = get("second")[get("key") is None] = val()
print(log, a); log.clear()
get("A").p, get("B")[1] = (log.append("v1"), log.append("v2"))
print(log); log.clear()
i = 0
i, l = 1, [0, 0]
i, l[i] = 0, "set"
print(i, l)
l = [1, 2, 3]
i = l[i] = 2
print(l, i)
x = [0, 1]
x[0], x[x[0]] = 1, "late"
print(x)
a = b = []
a.append(1)
print(a is b, b)
a, b = b, a = 1, 2
print(a, b)
(a) = 1; ((b)) = 2; [c] = [3]; (d,) = (4,); [] = []; () = ()
print(a, b, c, d)
d = {}
d["k"] = d
print(d["k"] is d)
def swap(x, y): x, y = y, x; return x, y
print(swap(1, 2))
a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
class C: pass
c = C()
c.a = c.b = c
print(c.a.b.a is c)
lst = [1, 2, 3, 4]
lst[0], *lst[1:3], lst[3] = "a", "b", "c", "d", "e"
print(lst)
lst[1:1] = lst
lst[::2] = range(len(lst[::2]))
print(lst)
del lst[1:-1], lst[0]
print(lst)
for lst[0] in "xyz": pass
print(lst)
with open(__file__) as c.handle: pass
print(c.handle.closed)
for c.n, c.m in [(1, 2)]: print(c.n + c.m)
for i, (j, *k) in [(1, (2, 3, 4)), (5, "ab")]: print(i, j, k)
