"""__length_hint__, __reversed__ and the sequence fallbacks."""
import operator
class H:
    def __init__(self, v): self.v = v
    def __length_hint__(self): return self.v
for v in (3, NotImplemented, -1, "x", 2.5):
    try:
        print(operator.length_hint(H(v), 9))
    except (TypeError, ValueError) as e:
        print(e)
print(operator.length_hint([1, 2]), operator.length_hint(iter([1, 2])), operator.length_hint(5, 4))
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i): return "abc"[i]
class Rev(Seq):
    def __reversed__(self): return "reversed"
print(list(reversed(Seq())), reversed(Rev()))
class NoLen:
    def __getitem__(self, i): return i
for o in (NoLen(), 5, {1}, iter([])):
    try:
        reversed(o)
    except TypeError as e:
        print(e)
print(list(reversed({"a": 1, "b": 2})), list(reversed(range(3))))
