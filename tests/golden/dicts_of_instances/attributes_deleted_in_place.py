# Attributes deleted and set again, in places that are hot: what is left keeps its order and its values.
import copy


class Plain:
    pass


class Slotted:
    __slots__ = ("first", "second", "__dict__")


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)

    def __repr__(self):
        return f"Noisy({self.name!r})"


def fill(obj, names):
    for name in names:
        setattr(obj, name, name.upper())
    return obj


def read(obj, name):
    return getattr(obj, name, None)


def read_b(obj):
    try:
        return obj.b
    except AttributeError as error:
        return error


def drop_b(obj):
    del obj.b


for cls in (Plain, Slotted):
    for missing in "abcde":
        obj = fill(cls(), "abcde")
        before = [read_b(obj) for _ in range(3)]
        delattr(obj, missing)
        print(cls.__name__, missing, [read(obj, name) for name in "abcde"], before[-1], read_b(obj))
        obj.f = 1
        setattr(obj, missing, "again")
        print(vars(obj), read_b(obj))

objects = [fill(Plain(), "abc") for _ in range(4)]
for obj in objects:
    drop_b(obj)
    print(read_b(obj), vars(obj))
    try:
        drop_b(obj)
    except AttributeError as error:
        print(error)
    del obj.a, obj.c
    print(vars(obj), obj.__dict__ is vars(obj))

slotted = fill(Slotted(), ["first", "x", "second", "y", "z"])
del slotted.x
print(slotted.first, slotted.second, slotted.y, slotted.z, copy.copy(slotted).__dict__)
del slotted.first
print(hasattr(slotted, "first"), slotted.second, slotted.y, slotted.__dict__)

obj = Plain()
obj.a, obj.b, obj.c = Noisy("a"), Noisy("b"), Noisy("c")
del obj.b
print("deleted", vars(obj))
del obj

obj = Plain()
obj.a, obj.b, obj.c = Noisy("a"), Noisy("b"), Noisy("c")
del obj.a
del obj.c
print("left", obj.b)
obj = None


class Resurrecting:
    def __del__(self):
        owner.again = self
        print("at its end:", list(vars(owner)))


owner = Plain()
owner.before, owner.part, owner.after = 1, Resurrecting(), 2
del owner.part
print(list(vars(owner)), type(owner.again).__name__)

# Names made up at run time: one object has them all, or each has its own.
many = [Plain() for _ in range(3000)]
for index, obj in enumerate(many):
    setattr(obj, f"name{index}", index)
    setattr(obj, "common", -index)
print(sum(getattr(obj, f"name{index}") + obj.common for index, obj in enumerate(many)))
for index, obj in enumerate(many):
    delattr(obj, f"name{index}")
print({tuple(vars(obj)) for obj in many})
one = Plain()
for index in range(3000):
    setattr(one, f"name{index}", index)
    if index % 3:
        delattr(one, f"name{index}")
print(len(vars(one)), one.name2997, list(vars(one))[:4])
