"""Targets that change while unpacking goes on; evaluation of complex targets."""
class T:
    def __init__(self): self.__dict__["log"] = []
    def __setattr__(self, name, value): self.log.append((name, value))
    def __setitem__(self, key, value): self.log.append((key, value))
t = T()
t.a, (t[0], *t.b), t[1:2] = 1, "xyz", 3
print(t.log)
l = [0, 0, 0]
i = 0
i, l[i], i, l[i] = 1, "at one", 2, "at two"
print(i, l)
def where(): print("where", end=" "); return l
def idx(n): print("idx", n, end=" "); return n
where()[idx(0)], (where()[idx(1)], *where()[idx(2):]) = "A", "Bcd"
print(l)
class Boom:
    def __setattr__(self, name, value): raise RuntimeError(name)
a = b = c = None
try:
    a, Boom().x, b = 1, 2, 3
except RuntimeError as error:
    print(error, a, b)
try:
    (a, b), c = (10, 20, 30), 40
except ValueError as error:
    print(error, a, b, c)
try:
    c, (a, b) = 50, 5
except TypeError as error:
    print(error, a, b, c)
def gen():
    global a
    a = "set by generator"
    yield 1
    a = "again"
    yield 2
a, b = gen()
print(a, b)
d = {}
for d["k"], d["v"] in [(1, 2), (3, 4)]: print(d)
x = [1, 2, 3]
x[0], x = x[1:], x[::-1]
print(x)
x, x[0] = [1], 2
print(x)
*x, = x
print(x)
a, a, a = 1, 2, 3
print(a)
(a, b), (b, a) = (1, 2), (3, 4)
print(a, b)
star = [1, [2, 3]]
a, [b, *star] = star
print(a, b, star)
for *a, b in [[1, 2], [3, 4, 5]]:
    for b, *a in [[b, *a]]: print(a, b)
