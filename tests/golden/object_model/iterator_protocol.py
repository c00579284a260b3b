"""Iterators made by hand, wrong ones, and iter with a sentinel."""
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration("done")
        self.n -= 1
        return self.n
print(list(Count(3)), sum(Count(4)), 2 in Count(3))
class NotIter:
    def __iter__(self): return 5
class NoIterMethod:
    def __init__(self): self.i = 0
    def __next__(self): self.i += 1; return self.i
for f in (lambda: iter(NotIter()), lambda: list(NoIterMethod()), lambda: next(5), lambda: next(NotIter())):
    try:
        f()
    except TypeError as e:
        print(e)
n = NoIterMethod()
print(next(n), list(iter(n.__next__, 5)), next(iter([]), "default"))
try:
    next(Count(0))
except StopIteration as e:
    print(e.value, e.args)
Count.__next__ = lambda self: "changed"
c = Count(2)
print(next(c), [x for x, _ in zip(c, range(2))])
