"""Generator expressions: laziness, first iterable, attributes, closing, chaining."""
def noisy(items):
    for item in items:
        print("produce", item, end=" ")
        yield item
    print("done", end=" ")
g = (x * 2 for x in noisy([1, 2, 3]) if print("test", x, end=" ") or x != 2)
print(type(g).__name__, g.__name__, g.__qualname__, g.gi_running, g.gi_yieldfrom, iter(g) is g)
print(next(g)); print(next(g))
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value)
print(list(g), next(g, "exhausted"))
print(any(x > 1 for x in noisy([1, 2, 3])), all(x < 2 for x in noisy([1, 2, 3])), 2 in (x for x in noisy([1, 2, 3])))
first, *rest = (x for x in "abc")
print(first, rest, *(c.upper() for c in "xyz"), dict(zip((k for k in "ab"), (v for v in [1, 2]))))
def f(): return (i for i in range(3))
a, b = f(), f()
print(next(a), next(a), next(b), list(a), list(b))
pipeline = (n + 1 for n in (n * n for n in (n for n in range(6) if n % 2)))
print(list(pipeline))
g = (x for x in [1, 2, 3])
g.close()
print(list(g))
g = (x for x in [1, 2, 3])
next(g)
try:
    g.throw(ValueError("thrown in"))
except ValueError as error:
    print(error)
print(list(g), g.gi_frame, g.gi_code.co_name)
g = (x for x in [1])
try:
    g.send("value")
except TypeError as error:
    print(error)
print(g.send(None))
def outer():
    x = 1
    g = (x + y for y in [1, 2])
    x = 10
    return list(g)
print(outer(), sum((yield_ for yield_ in range(3)), start=10), "-".join(str(i) for i in range(4)), sorted((x for x in "cab"), reverse=True))
def expr(items, *, key): return sorted(items, key=key)
print(expr((x for x in [3, 1]), key=lambda v: v), (lambda g: next(g))(x for x in "q"), set(x for x in "aab") == {"a", "b"}, max((x for x in [1, 5]), default=0), list(map(str, (x for x in [1]))), [*zip((x for x in "ab"), (y for y in "cd"))])
class C:
    data = [1, 2]
    gen = (d for d in data)
    total = sum(d for d in data)
print(list(C.gen), C.total)
try:
    class D:
        k = 2
        vals = list(k * d for d in [1])
except NameError as error:
    print(error)
def recursive(n): return (x for x in (recursive(n - 1) if n else "end"))
print(list(recursive(20)))
def stop_inside(): raise StopIteration("leaked")
try:
    list(stop_inside() for _ in "a")
except RuntimeError as error:
    print(error, repr(error.__cause__))
l = [1, 2]
g = (x for x in l)
l.append(3)
next(g)
l.append(4)
print(list(g))
