"""What object.__reduce_ex__ takes as the state, and what it refuses for want of one."""
import copyreg


def attempt(what, protocol=2):
    try:
        return object.__reduce_ex__(what, protocol)[1:]
    except TypeError as e:
        return f"TypeError: {e}"


class Plain:
    pass


class Slotted:
    __slots__ = ("a", "b")


class FromIterator:
    __slots__ = iter(["a", "b"])


class Renamed:
    __slots__ = ("a",)


class Child(Slotted):
    pass


class WithArguments:
    __slots__ = iter(["a"])

    def __getnewargs__(self):
        return 1, 2


class NoKeywords:
    def __getnewargs_ex__(self):
        return (1, 2), {}


class Keywords:
    def __getnewargs_ex__(self):
        return (1,), {"k": 2}


class OwnState:
    def __getstate__(self):
        return "mine"


class Ints(int):
    pass


for what in [int, type, Plain, memoryview(b"ab"), attempt.__code__, iter([]), len, property(), range(3), slice(2),
             attempt, Ellipsis, (x for x in "a"), {}.keys(), staticmethod(len)]:
    print(type(what).__name__, attempt(what))

plain = Plain()
print(attempt(plain))
plain.x = 1
print(attempt(plain))
slotted = Slotted()
print(attempt(slotted))
slotted.a = 1
print(attempt(slotted))
child = Child()
child.a, child.z = 1, 2
print(attempt(child))
print(attempt(FromIterator()))
Renamed.__slots__ = ("a", "never")
print(attempt(Renamed()))
Renamed.__slots__ = ()
print(attempt(Renamed()), Renamed.__slotnames__)
print(attempt(WithArguments()), attempt(NoKeywords()), attempt(Keywords()))
print(object.__reduce_ex__(NoKeywords(), 2)[0].__name__, object.__reduce_ex__(Keywords(), 2)[0].__name__)
print(attempt(OwnState()), attempt(Ints(5)), attempt((1, 2)), attempt(1.5), attempt("text"))

# The names of slots are kept in the class once they have been asked for.
print(Child.__dict__["__slotnames__"], "__slotnames__" in Plain.__dict__, "__slotnames__" in int.__dict__)
print(copyreg._slotnames(Slotted))
Slotted.__slotnames__ = 5
print(attempt(Slotted()))
del Slotted.__slotnames__
Slotted.__slotnames__ = None
print(attempt(slotted))

for value in [5, [1], {"a": 1}, (1, 2), "text", 1.5, None, slotted, child, Ints(3)]:
    print(type(value).__name__, value.__getstate__())
try:
    object.__getstate__()
except TypeError as e:
    print(e)
