"""sorted's stability and functools, operator, itertools in everyday use."""
import functools, itertools, operator
people = [("bob", 30), ("al", 25), ("cy", 30), ("di", 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True), sorted(people, key=operator.itemgetter(1, 0)), sorted(sorted(people), key=lambda p: -p[1]))
data = [(i * 7919) % 1000 for i in range(1000)]
print(sorted(data) == list(range(1000)), sorted(data, reverse=True)[:3], sorted(data, key=lambda x: x % 10)[:5], sorted(data, key=str)[:4])
runs = list(range(100)) + list(range(50, 0, -1)) + [5] * 30
print(sorted(runs) == sorted(runs[::-1]), sorted(runs)[::20], sorted([3, float("nan"), 1])[0])
calls = []
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): calls.append((self.v, o.v)); return self.v < o.v
print([k.v for k in sorted(map(K, [2, 1, 3]))], calls)
print(functools.reduce(operator.add, [1, 2, 3], 10), functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(max, [3, 9, 2]))
try: functools.reduce(operator.add, [])
except TypeError as error: print(error)
p = functools.partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, functools.partial(print, "a", sep="-")("b", "c"), functools.partial(p)("11"), repr(functools.partial(max, 1)), functools.partial(dict, a=1)(a=2))
@functools.lru_cache(maxsize=2)
def sq(x): calls.append(x); return x * x
calls.clear(); print(sq(1), sq(2), sq(1), sq(3), sq(2), calls, sq.cache_info(), sq.cache_clear(), sq.cache_info().hits, sq.__wrapped__(9))
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(100), fib.cache_info().currsize)
@functools.singledispatch
def kind(x): return "object"
@kind.register
def _(x: int): return "int"
@kind.register(list)
@kind.register(tuple)
def _(x): return "sequence"
print(kind(1), kind(True), kind([]), kind(()), kind("s"), kind.dispatch(bool)(1), sorted(t.__name__ for t in kind.registry))
@functools.total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(2))
def deco(f):
    @functools.wraps(f)
    def w(*a): "wrapper"; return f(*a)
    return w
@deco
def doc(): "the doc"
print(doc.__name__, doc.__doc__, doc.__wrapped__.__name__, sorted([3, 1], key=functools.cmp_to_key(lambda a, b: a - b)))
I = itertools
print(list(I.chain("ab", [1])), list(I.chain.from_iterable(["ab", "c"])), list(I.islice(I.count(5, 2), 3)), list(I.islice("abcdef", 1, None, 2)), list(I.repeat("x", 2)), [x for x, _ in zip(I.cycle("ab"), range(5))], list(I.accumulate([1, 2, 3])), list(I.accumulate([1, 2, 3], operator.mul, initial=10)), list(I.product("ab", repeat=2))[:3], list(I.permutations("abc", 2))[:3], list(I.combinations("abc", 2)), list(I.combinations_with_replacement("ab", 2)), list(I.zip_longest("ab", "c", fillvalue="-")), list(I.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(I.dropwhile(lambda x: x < 3, [1, 3, 1])), list(I.filterfalse(None, [0, 1, ""])), list(I.compress("abc", [1, 0, 1])), list(I.starmap(pow, [(2, 3), (3, 2)])), list(I.pairwise("abc")), list(I.batched("abcde", 2)))
print([(k, list(g)) for k, g in I.groupby("aabbbc")], [(k, [x for x in g]) for k, g in I.groupby([1, 3, 2, 4], key=lambda x: x % 2)])
a, b = I.tee(iter("abc")); print(next(a), next(a), list(b), list(a))
print(operator.attrgetter("v")(V(5)), operator.attrgetter("v.real", "v")(V(5)), operator.methodcaller("upper")("a"), operator.itemgetter(0)("xy"), operator.contains([1], 1), operator.truth([]), operator.index(5), operator.concat("a", "b"), operator.iadd([1], [2]), operator.not_(0), operator.length_hint(iter([1, 2])), operator.countOf([1, 1], 1))
import copy
x = [1, [2, {"k": (3, [4])}]]; y = copy.deepcopy(x); z = copy.copy(x); x[1][1]["k"][1].append(5); print(x, y, z, z[1] is x[1])
class C:
    def __init__(self): self.l = [1]; self.me = self
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
class D:
    def __init__(self): self.l = [1]; self.me = self
d = copy.deepcopy(D()); print(copy.copy(C()), copy.deepcopy([C()]), d.me is d, d.l)
