"""One dict for several instances, and dicts that outlive their instances."""


class A:
    shared = "class"


class B:
    pass


class Slotted:
    __slots__ = ("__dict__", "slot")


a, b, s = A(), B(), Slotted()
a.x = 1
b.__dict__ = a.__dict__
s.__dict__ = a.__dict__
b.y = 2
s.z = 3
s.slot = 4
print(vars(a) is vars(b) is vars(s), vars(a), a.z, b.x, s.y)


def read(o):
    return o.x


print([read(o) for o in (a, b, s) for _ in range(3)])
del b.x
for o in (a, b, s):
    try:
        print(read(o))
    except AttributeError as e:
        print(e)
kept = a.__dict__
kept["x"] = "back"
print([read(o) for o in (a, b, s)])
a.__dict__ = {}
print(vars(a), vars(b), hasattr(a, "x"))
del a, b
print(kept, read(s))
s.__dict__.clear()
print(kept, vars(s), s.slot)
o = A()
d = o.__dict__
o.first = 1
o.second = 2
del o
print(d)
o1, o2 = A(), A()
for o in (o1, o2):
    o.p, o.q = 1, 2
o1.__dict__ = o2.__dict__
o1.p = "changed"
print(o2.p, list(vars(o2)))
o2.__dict__ = {}
print(o1.p, vars(o2))
d = {"x": 1}
instances = [A() for _ in range(4)]
for o in instances:
    o.__dict__ = d
instances[0].x += 1
instances[1].x += 1
print([o.x for o in instances], d)
d["shared"] = "own"
print([o.shared for o in instances], A.shared)
del d["shared"]
print([o.shared for o in instances])
