"""Slots, attributes, weak references and finalisers across __class__ assignment."""
import weakref

log = []


class A:
    __slots__ = ("x", "y", "__weakref__")

    def who(self):
        return "A", self.x

    def __del__(self):
        log.append("del A")


class B:
    __slots__ = ("x", "y", "__weakref__")

    def who(self):
        return "B", self.x

    def __del__(self):
        log.append("del B")

    def __getattr__(self, name):
        return ("made up", name)

    def __len__(self):
        return 7


def use(o):
    return o.who()


o = A()
o.x = 1
reference = weakref.ref(o, lambda r: log.append("dead"))
bound = o.who
print([use(o) for _ in range(3)])
o.__class__ = B
print([use(o) for _ in range(3)], o.other, len(o), bound(), bound.__func__ is A.who)
o.y = 2
o.__class__ = A
print(use(o), o.y, reference() is o)
try:
    len(o)
except TypeError as e:
    print(e)
o.__class__ = B
del o, bound
print(log, reference())


class P:
    kind = "P"

    def __init__(self):
        self.a, self.b = 1, 2


class Q:
    kind = "Q"

    @property
    def a(self):
        return "property"


def look(o):
    return o.kind, o.a, o.b


p = P()
for _ in range(4):
    p.__class__ = Q if type(p) is P else P
    print(look(p), vars(p))
p.__class__ = Q
try:
    p.a = 5
except AttributeError as e:
    print(e)
p.__class__ = P
p.a = 5
print(look(p), list(vars(p)))
many = [P() for _ in range(5)]
for i, one in enumerate(many):
    if i % 2:
        one.__class__ = Q
print([look(one) for one in many])
