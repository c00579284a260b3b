"""StopIteration and errors crossing for loops, next(), zip, map and generators."""
class It:
    def __init__(self, items): self.items = list(items)
    def __iter__(self): return self
    def __next__(self):
        if not self.items: raise StopIteration("done", 1)
        x = self.items.pop(0)
        if isinstance(x, Exception): raise x
        return x
for it in ([1, 2], [1, KeyError("k"), 2], [1, StopIteration("early"), 2]):
    i = It(it)
    for consume in (list, lambda i: next(i, "default"), lambda i: [x for x in i], lambda i: dict.fromkeys(i), lambda i: next(i)):
        try:
            print(consume(i), end=" ")
        except Exception as error:
            print(type(error).__name__, error.args, end=" ")
    print()
def delegating(items):
    try:
        result = yield from It(items)
        yield ("result", result)
    except KeyError as error:
        yield ("handled", str(error))
print(list(delegating([1, 2])), list(delegating([1, KeyError("x"), 2])), list(delegating([1, StopIteration("s"), 2])))
def for_loop(items):
    out = []
    try:
        for x in It(items): out.append(x)
        else: out.append("else")
    except KeyError: out.append("except")
    return out
print(for_loop([1]), for_loop([1, KeyError(), 2]), for_loop([1, StopIteration(), 2]))
def next_leak():
    it = iter([1])
    while True: yield next(it)
try:
    list(next_leak())
except RuntimeError as error:
    print(error, repr(error.__cause__))
def guarded():
    it = iter([1, 2])
    while True:
        try: yield next(it)
        except StopIteration: return "guarded"
print(list(guarded()))
print(list(zip(It([1, 2, 3]), It("ab"))), list(map(lambda a, b: a + b, It([1, 2]), [10, 20, 30])), list(filter(None, It([0, 1]))), list(enumerate(It("x"))), sum(It([1, 2])), sorted(It([2, 1])), max(It([1, 3, 2])), "".join(It("ab")), tuple(It([1])), [*It([1])], (lambda *a: a)(*It([1, 2])))
for f in (lambda: list(map(lambda x: next(iter([])), [1, 2])), lambda: [next(iter([])) for _ in "a"], lambda: list(x for x in [next(iter([]))]), lambda: list(next(iter([])) for _ in "a"), lambda: dict([next(iter([]))]), lambda: sorted([1, 2], key=lambda x: next(iter([]))), lambda: list(zip(*[iter([])] * 2)), lambda: next(map(str, [])), lambda: next(iter(())), lambda: next(It([])), lambda: next(zip()), lambda: next(reversed([]))):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error.args)
def callable_iter():
    values = [1, 2, 0, 3]
    return list(iter(lambda: values.pop(0), 0)), values
print(callable_iter())
ci = iter(It([1, 2]).__next__, 2)
print(list(ci), list(ci))
def raises(): raise StopIteration
print(list(iter(raises, None)))
class GetItem:
    def __getitem__(self, i):
        if i == 2: raise IndexError
        return i
class GetItemStop(GetItem):
    def __getitem__(self, i):
        if i == 2: raise StopIteration
        return i
print(list(GetItem()), list(GetItemStop()), list(reversed([1, 2])), 1 in GetItem(), [*zip(GetItem(), GetItemStop())])
gi = iter(GetItem())
print(list(gi), list(gi), next(gi, "stays exhausted"))
e = It([])
try: next(e)
except StopIteration as s: print(s.value, s.args)
print(StopIteration().value, StopIteration(1).value, StopIteration(1, 2).value, StopIteration((1, 2)).value)
