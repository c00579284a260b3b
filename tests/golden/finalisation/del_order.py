"""__del__ runs at once when the last reference goes; order is that of CPython."""
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print(f"~{self.name}", end=" ")
def line(text): print(text)
x = D("rebound"); x = D("second"); line("after rebinding")
del x; line("after del")
D("temporary"); line("after temporary")
D("argument") and line("in expression")
l = [D("l0"), D("l1"), D("l2")]
l[1] = None; line("item replaced")
del l[0]; line("item deleted")
l.pop(); line("popped")
d = {"a": D("da"), "b": D("db")}
d["a"] = 1; line("value replaced")
d.clear(); line("cleared")
t = (D("t0"), D("t1")); t = None; line("tuple dropped")
def local():
    a, b = D("local a"), D("local b")
    line("in function")
local(); line("after function")
def ret(): return D("returned")
ret(); line("result dropped")
r = ret(); r = None; line("result rebound")
class Owner(D):
    def __init__(self, name): super().__init__(name); self.first, self.second = D(name + ".first"), D(name + ".second")
o = Owner("owner"); del o; line("attributes after the object")
def swap():
    a, b = D("a"), D("b")
    a, b = b, a
    line("swapped")
swap(); line("")
for i in [D("loop 0"), D("loop 1")]: line(f"turn {i.name}")
del i; line("loop variable")
def gen():
    g = D("gen local")
    yield 1
    yield 2
g = gen(); next(g); del g; line("generator dropped")
list(gen()); line("generator finished")
[D(f"comp {n}") for n in range(3)]; line("comprehension dropped")
try:
    e = D("in try"); raise ValueError(D("in exception"))
except ValueError as error: line("handling")
line("handled"); del e; line("")
f = lambda x=D("default"): x
del f; line("function dropped")
def closure():
    c = D("cell")
    return lambda: c
k = closure(); line("closed over"); del k; line("closure dropped")
class K: attr = D("class attribute")
K.attr = None; line("class attribute replaced")
a = b = D("two names"); del a; line("one left"); del b; line("none left")
x, *y = [D("head"), D("m1"), D("m2")]; del x; line("head"); y.reverse(); del y; line("rest reversed")
s = {D("in set")}; s.clear(); line("set cleared")
print(D("printed").name, end=" "); line("")
(lambda p: None)(D("param")); line("param")
D("left") == D("right"); line("compared")
[D("i0"), D("i1")][1].name; line("indexed")
D("attr").name.upper(); line("attribute of temporary")
def nested(n):
    x = D(f"depth {n}")
    if n: nested(n - 1)
nested(2); line("recursion")
l = [D("s0"), D("s1"), D("s2"), D("s3")]; l[1:3] = []; line("slice removed"); l *= 0; line("emptied")
import sys
sys.modules["__main__"].dying = D("module global at exit")
line("end of script")
