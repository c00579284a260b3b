"""copy and deepcopy over cycles, shared parts, slots, subclasses, state methods and what refuses."""
import copy


class Node:
    def __init__(self, tag):
        self.tag = tag


class Slotted:
    __slots__ = ("a", "b", "__dict__")


class Args:
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self.args = (args, kwargs)
        return self

    def __getnewargs__(self):
        return "from", "newargs"


class ArgsEx(Args):
    def __getnewargs_ex__(self):
        return ("ex",), {"k": 1}


class State:
    def __init__(self):
        self.x, self.y = 1, 2

    def __getstate__(self):
        return {"x": self.x, "gone": True}

    def __setstate__(self, state):
        self.restored = state


class FalseState(State):
    def __getstate__(self):
        return {}


class Reduce:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduce, ("made",), {"k": "state"}, iter([]), iter([])


class ListLike(list):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = [1]


class DictLike(dict):
    pass


class Own:
    def __copy__(self):
        return "own copy"

    def __deepcopy__(self, memo):
        return ("own deep", type(memo).__name__)


a = Node("a")
a.me = a
a.list = [a, a]
for f in (copy.copy, copy.deepcopy):
    c = f(a)
    print(f.__name__, c is a, c.me is c, c.me is a, c.list is a.list, c.list[0] is c.list[1], c.list[0] is c)
shared = [1]
pair = (shared, shared, {"k": shared})
c = copy.deepcopy(pair)
print(c[0] is c[1], c[2]["k"] is c[0], c[0] is shared, copy.copy(pair) is pair, copy.deepcopy((1, "a", (2,))) == (1, "a", (2,)))
s = Slotted()
s.a, s.z = [1], [2]
for f in (copy.copy, copy.deepcopy):
    c = f(s)
    print(c.a is s.a, c.z is s.z, hasattr(c, "b"), vars(c))
for o in (Args(1, k=2), ArgsEx(1), State(), FalseState(), Reduce(1), Own()):
    for f in (copy.copy, copy.deepcopy):
        c = f(o)
        print(type(o).__name__, f.__name__, vars(c) if hasattr(c, "__dict__") else c)
l = ListLike([[1], [2]])
l.append(l)
d = DictLike(a=[1])
d.attribute = d
for f in (copy.copy, copy.deepcopy):
    c = f(l)
    print(type(c).__name__, len(c), c[0] is l[0], c[2] is c, c.extra is l.extra)
    c = f(d)
    print(type(c).__name__, c["a"] is d["a"], c.attribute is c, c.attribute is d)
for o in (5, "s", None, len, int, Node, a.__init__, ..., range(3), (x for x in "a"), iter([1]), {1}.__iter__(), copy, property(len), {}.keys(), memoryview(b""),
          object(), Exception("e", 1), ValueError, slice(1), frozenset((1,)), bytearray(b"a"), staticmethod(len), super(Slotted, s), a.__init__.__func__.__code__):
    results = []
    for f in (copy.copy, copy.deepcopy):
        try:
            c = f(o)
            results.append("same" if c is o else f"new {type(c).__name__}")
        except (TypeError, copy.Error) as e:
            results.append(f"{type(e).__name__}: {e}")
    print(type(o).__name__, results)


class Bad:
    def __init__(self, answer):
        self.answer = answer

    def __reduce_ex__(self, protocol):
        return self.answer


for answer in (5, "text", (), (list,), (list, ()), (list, 5), (5, ()), (list, (), None, [1, 2]), (dict, (), None, None, [("a", 1)]), (Node, ("n",), {"k": 1}),
               (Node, ("n",), ({"k": 1}, {"s": 2})), (list, (), 5), (Node, ("n",), None, None, None, lambda o, state: None), (Node, ("n",), 1, None, None, lambda o, s: setattr(o, "set", s)), [list, ()]):
    try:
        c = copy.copy(Bad(answer))
        print(type(c).__name__, vars(c) if isinstance(c, Node) else c if not isinstance(c, Bad) else "Bad")
    except Exception as e:
        print(type(e).__name__, e)
memo = {}
x = [1]
y = copy.deepcopy(x, memo)
print(memo[id(x)] is y, copy.deepcopy(x, memo) is y)
