"""in falls back to iteration, iteration to __getitem__."""
class G:
    def __getitem__(self, i):
        if i > 3: raise IndexError(i)
        return i * 10
class I:
    def __iter__(self): return iter("xyz")
class C:
    def __contains__(self, x): return x == "here" and "truthy"
g = G()
print(list(g), 20 in g, 25 in g, [*g], max(g), dict(zip(g, "abcd")), *g)
a, *b = g
print(a, b, "y" in I(), "q" in I(), "here" in C(), "gone" in C())
class Stop:
    def __getitem__(self, i):
        if i == 2: raise StopIteration
        return i
print(list(Stop()))
class Fails:
    def __getitem__(self, i): raise KeyError(i)
class Nothing: pass
for f in (lambda: list(Fails()), lambda: list(Nothing()), lambda: 1 in Nothing(), lambda: iter(5)):
    try:
        print(f())
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
it = iter(g)
print(type(it).__name__, next(it), next(it))
