"""Subclasses of list and tuple."""
class L(list):
    def __init__(self, *items): super().__init__(items); self.total = len(items)
    def __getitem__(self, i): return super().__getitem__(i) if isinstance(i, slice) else ("got", i)
    def append(self, x): super().append(x * 2)
l = L(1, 2, 3)
l.append(5)
print(l, l.total, l[0], l[1:], type(l[1:]).__name__, list(l), l + [1], type(l + [1]).__name__, sorted(l, reverse=True), max(l))
l += [7]
l.extra = "e"
print(l, type(l).__name__, vars(l), type(l.copy()).__name__, type(l * 2).__name__)
class T(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
    @property
    def first(self): return self[0]
t = T(1, 2)
print(t, t.first, t + (3,), type(t + (3,)).__name__, t == (1, 2), hash(t) == hash((1, 2)), {t: 1}[(1, 2)], t[::-1])
t.x = 1
a, b = t
print(a, b, vars(t), type(T(1)[:]).__name__)
class Iter(list):
    def __iter__(self): return iter("xyz")
print(list(Iter([1])), [*Iter([1])], tuple(Iter([1])), Iter([1]) == [1], 1 in Iter([1]))
