import enum
print("enum order")
class Meta(enum.EnumType):
    def __delattr__(cls, name):
        print("del", name)
        super().__delattr__(name)
    def __setattr__(cls, name, value):
        print("set", name)
        super().__setattr__(name, value)
class E(enum.Enum, metaclass=Meta):
    A = 1
print("int")
class I(enum.IntEnum, metaclass=Meta):
    A = 1
    B = 1
print("flag")
class F(enum.Flag, metaclass=Meta):
    A = 1
    B = 2
    C = 3
print("empty")
class N(enum.Enum, metaclass=Meta):
    pass
try:
    class C3(enum.Flag):
        b = reversed([19])
        def __getattr__(self, name): return self
except Exception as e:
    print(type(e), e)
try:
    class C4(enum.Flag):
        b = "x"
except Exception as e:
    print(type(e), e)


class Seen(enum.Enum):
    def __init_subclass__(cls):
        print([n for n in vars(cls) if n[0] == "_" and n[1] != "_"])


class Sub(Seen):
    A = 1


print([n for n in vars(Sub) if n[0] == "_" and n[1] != "_"])
