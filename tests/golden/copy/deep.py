"""copy.copy and copy.deepcopy: shared parts, cycles, what classes say, what they don't."""
import collections
import copy


class Plain:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)


class Inline:
    def __init__(self, a, b):
        self.a = a
        self.b = b


class Slots:
    __slots__ = ("x", "y", "__weakref__")


class Both(Slots):
    __slots__ = ("z", "__dict__")


class Own:
    def __init__(self):
        self.made = []

    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        print("asked with", sorted(type(value).__name__ for value in memo.values()))
        return "deeply copied"


class State:
    def __getstate__(self):
        return [1, 2]

    def __setstate__(self, state):
        self.state = state


class NewArgs(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


class Numbers(list):
    pass


class Names(dict):
    pass


shared = [1]
whole = {"a": shared, "b": (shared, 2), "c": [shared, {3}], (1, 2): None}
deep = copy.deepcopy(whole)
print(deep, deep["a"] is deep["b"][0] is deep["c"][0], deep["a"] is not shared)
flat = (1, "a", (2, 3))
print(copy.deepcopy(flat) is flat, copy.copy(flat) is flat)

loop = []
loop.append((loop, {"loop": loop}))
again = copy.deepcopy(loop)
print(again[0][0] is again, again[0][1]["loop"] is again, again is not loop)

node = Inline([1], None)
node.b = node
twin = copy.deepcopy(node)
print(twin.b is twin, twin.a, twin.a is not node.a, type(twin).__name__, vars(twin).keys())
one = copy.copy(node)
print(one.b is node, one.a is node.a)
one.c = 1
print(hasattr(node, "c"))

plain = Plain(x=[1], y=Plain(z={}))
plain.again = plain.__dict__
twin = copy.deepcopy(plain)
print(twin.x, twin.y.z, twin.again["x"] is twin.x, twin.y is not plain.y)

slots = Slots()
slots.x = [5]
twin = copy.deepcopy(slots)
print(twin.x, twin.x is slots.x, hasattr(twin, "y"))
both = Both()
both.z, both.free, both.x = [1], [2], [3]
twin = copy.copy(both)
print(twin.z is both.z, twin.free is both.free, twin.x is both.x)

print(copy.copy(Own()), copy.deepcopy([Own(), Own()]))
print(copy.deepcopy(State()).state, copy.copy(State()).state)
print(copy.deepcopy(NewArgs([1], 2)), type(copy.copy(NewArgs(1, 2))).__name__)
numbers = Numbers([[1], 2])
numbers.extra = [3]
twin = copy.deepcopy(numbers)
print(twin, twin.extra, type(twin).__name__, twin[0] is numbers[0])
names = Names(a=[1])
print(copy.deepcopy(names), copy.copy(names)["a"] is names["a"])
print(copy.deepcopy(collections.OrderedDict(a=[1])), copy.deepcopy(collections.deque([[1]], 3)))
print(copy.deepcopy(collections.defaultdict(list, a=[1])), copy.copy(collections.Counter("aab")))
print(copy.deepcopy(bytearray(b"ab")), copy.copy({1, 2}), copy.deepcopy(frozenset({1})), copy.copy(slice(1, 2)))

method = numbers.append
twin = copy.deepcopy(Plain(f=node.__init__))
print(twin.f.__self__ is node, twin.f.__func__ is Inline.__init__)
for same in (len, int, Plain, copy.copy, 5, "text", 1.5, None, ..., range(3), property()):
    assert copy.copy(same) is same and copy.deepcopy(same) is same

memo = {}
first = copy.deepcopy(shared, memo)
print(copy.deepcopy(shared, memo) is first, memo[id(shared)] is first, memo[id(memo)][0] is shared)
print(copy.deepcopy(shared, {id(shared): "known"}))


class Meta(type):
    pass


class WithMeta(metaclass=Meta):
    pass

print(copy.deepcopy(WithMeta) is WithMeta, copy.copy(WithMeta) is WithMeta)


class Bad:
    def __reduce_ex__(self, protocol):
        return self.answer

for answer in ("name", 3, (int,), (int, ()), (dict, (), None, None, iter([(1, [2])])), (list, (), None, iter([1, [2]])),
               (int, (), None, None, None, print), (Plain, (), {"a": 1}), (Plain, (), ({"a": 1}, {"b": 2})), (Plain, (), (None, {"b": 2}))):
    bad = Bad()
    bad.answer = answer
    for function in (copy.copy, copy.deepcopy):
        try:
            result = function(bad)
            print(vars(result) if isinstance(result, Plain) else type(result).__name__, end=" ")
        except Exception as error:
            print(type(error).__name__, error, end=" ")
    print()

for unable in ((i for i in ()), open):
    for function in (copy.copy, copy.deepcopy):
        try:
            print(type(function(unable)).__name__)
        except Exception as error:
            print(type(error).__name__, error)

deep = []
for i in range(100_000):
    deep = [deep]
try:
    copy.deepcopy(deep)
except RecursionError as error:
    print("RecursionError")
while deep:
    deep = deep[0]
