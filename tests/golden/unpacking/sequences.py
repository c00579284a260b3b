"""Unpacking any iterable, nested and starred, with its errors."""
a, b, c = "xyz"
print(a, b, c)
(a, (b, [c, d])), e = (1, (2, "34")), 5
print(a, b, c, d, e)
first, *rest = [1, 2, 3]
*init, last = (1, 2, 3)
head, *middle, tail = range(6)
*all_, = "ab"
[*listed] = {"k": "v"}
print(first, rest, init, last, head, middle, tail, all_, listed)
a, *b = "x"
print(a, b)
*a, b, c = b"xyz"
print(a, b, c)
(x, *y), *z = [(1, 2, 3), 4, 5]
print(x, y, z)
for i, *j in [(1,), (2, 3), "abc"]: print(i, j)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self):
        for i in range(self.n):
            print("next", i, end=" ")
            yield i
        print("exhausted", end=" ")
a, b = It(2)
print(a, b)
for n in (0, 1, 3):
    try:
        a, b = It(n)
    except ValueError as error:
        print(error)
try:
    a, *b, c = It(1)
except ValueError as error:
    print(error)
for source in ["a, b = 5", "a, b = None", "a, b = 1,", "a, b = 1, 2, 3", "[a, b] = 'abc'", "a, = ()", "() = [1]", "(a, b), c = 1, 2", "(a, b), c = (1,), 2", "*a, b = []", "a, *b, c = [1]", "a, b = {1: 2}", "a, b = {'x': 1, 'y': 2}.items()", "a, b = object()", "a, b = int", "*a, = 5", "a, (b, *c), d = 1, [], 3", "for a, b in [1]: pass", "for a, b in [(1, 2, 3)]: pass", "[x for x, y in ['a']]", "a, b = iter([1])", "a, b, *c = [1]", "a, b = lambda: 0",
               "a, b = (x for x in [1, 2, 3])", "a, b = [1, 2, 3, 4]", "a, b = (1, 2, 3)", "a, b = {1, 2, 3}", "a, b = {1: 1, 2: 2, 3: 3}", "a, b = 'abc'", "a, b = range(10)", "a, b = iter([1, 2, 3])"]:
    try:
        exec(source)
        print(source, "fine")
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
class Infinite:
    def __iter__(self): return self
    def __next__(self): return 1
try:
    a, b = Infinite()
except ValueError as error:
    print(error)
