"""vars() and dir() of instances, classes and oddities."""
class Base:
    b = 1
class C(Base):
    c = 2
    def __init__(self): self.own = 3
names = lambda o: [n for n in dir(o) if not n.startswith("__")]
print(names(C()), names(C), vars(C()))
class Custom:
    def __dir__(self): return ["z", "a", "m"]
print(dir(Custom()))
class Bad:
    def __dir__(self): return 5
for o in (Bad(),):
    try:
        dir(o)
    except TypeError as e:
        print(e)
try:
    vars(5)
except TypeError as e:
    print(e)
class Fake:
    __slots__ = ("x",)
try:
    vars(Fake())
except TypeError as e:
    print(e)
class Pretend:
    @property
    def __dict__(self): return {"pretended": 1}
print(vars(Pretend()), "pretended" in dir(Pretend()))
class Meta(type):
    def __dir__(cls): return ["from_meta"]
class D(metaclass=Meta): pass
print(dir(D))
