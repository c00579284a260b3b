"""__del__ runs when the last reference goes."""
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
d = D("rebound")
d = D("deleted")
del d
D("temporary")
print("after temporary")
def f():
    local = D("local")
    print("in f")
f()
l = [D("in list"), D("in list too")]
l.pop()
l.clear()
x = y = D("two names")
del x
print("one name left")
y = None
def g():
    try:
        return D("returned").name
    finally:
        print("finally")
print(g())
for d in (D("loop 1"), D("loop 2")): print("body", d.name)
d = None
print("end of loop")
(lambda a: print("called"))(D("argument"))
t = (D("in tuple"),)
t = None
s = {"k": D("in dict")}
s["k"] = 1
print("end")
