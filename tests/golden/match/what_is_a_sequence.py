"""What counts as a sequence or a mapping: the first base that is one, then what the class is registered as."""
import array
import collections
import collections.abc as abc


def kind(subject):
    match subject:
        case {}:
            return "mapping"
        case [*_]:
            return "sequence"
        case _:
            return "neither"


class Text(str): pass
class Registered: pass
abc.Sequence.register(Registered)
class Child(Registered): pass
class Both(dict, abc.Sequence):
    pass
class Other(abc.Sequence, dict):
    def __getitem__(self, at): raise IndexError
    def __len__(self): return 0
class Virtual(abc.Mapping):
    def __getitem__(self, key): raise KeyError
    def __len__(self): return 0
    def __iter__(self): return iter(())


abc.Sequence.register(set)
for subject in ([], (), range(3), memoryview(b""), array.array("b"), collections.deque(), collections.UserList(),
                collections.namedtuple("N", "a")(1), "text", b"bytes", bytearray(), Text("text"), {}, collections.Counter(),
                collections.OrderedDict(), collections.ChainMap(), type.__dict__["__dict__"].__get__(int), {}.keys(),
                set(), frozenset(), 1, None, iter([]), Registered(), Child(), Both(), Other(), Virtual(), object()):
    print(type(subject).__name__, kind(subject))


def rest(subject):
    match subject:
        case {"a": 1, **others}:
            return others
        case {1: x, "b": [y, z]}:
            return x, y, z
        case {-1: x}:
            return x
        case 3 | 4.0 | "five" | b"six" | -7 as found:
            return found
        case [1, [2, x], *others] | [x, others]:
            return x, others
        case _:
            return "no"


class Default(dict):
    def __missing__(self, key): return 1
    def get(self, key, default=None):
        print("get", key)
        return super().get(key, default)


for subject in ({"a": 1, "c": 2}, {"a": True}, {"a": 1.0, 1: 2}, {1: 0, "b": (5, 6)}, {True: 0, "b": [5, 6]}, {-1.0: "x"},
                Default(), Default(a=1, d=4), 3, 3.0, True, 4, "five", b"six", -7, [1, (2, 3)], (1, [2, 3], 4, 5), "ab", (1, 2), {}):
    print(subject, rest(subject))
