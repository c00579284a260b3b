"""tuple: construction, slicing, comparison, hashing, packing, namedtuple; immutability."""
t = (1, "a", [2])
print(t, t[0], t[-1], t[1:], t[::-1], t + (3,), t * 2, len(t), "a" in t, t.index("a"), t.count(1), (), (1,), tuple("ab"), tuple([]), tuple(x for x in "q"), 1, (2), type((2)), type((2,)))
t[2].append(3); print(t)
for code in ("t[0] = 1", "del t[0]", "t.append(1)", "t[9]", "t.index('z')", "t + [1]", "t + 1", "t * 'a'", "hash(t)", "t['a']", "t < 5", "tuple(5)", "tuple(1, 2)", "t.x", "t[0] += 1", "t[2] += [9]", "(1, 'a') < ('a', 1)", "(1, 2) < (1, 'a')", "t.index()", "t.count()", "tuple(a=1)", "()[0]", "t.index(1, 'x')"):
    try: print(code, "=", exec(code) if "=" in code or "del" in code else eval(code))
    except Exception as error: print(code, "->", type(error).__name__, error)
print(t, (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (2,) > (1, 9), (1, 2) == (1.0, 2.0), (1, (2, 3)) == (1, (2, 3)), (1, 2) != [1, 2], hash((1, 2)) == hash((1.0, 2.0)), {(1, 2): "k"}[1, 2], (1, 2).__hash__() == hash((1, 2)), ((),) == ((),))
a, b = b_a = 1, 2; print(a, b, b_a); a, b = b, a; print(a, b); (x, y), z = (1, 2), 3; print(x, y, z)
def multi(): return 1, 2, *[3]
print(multi(), *multi(), (*multi(), 4), [*multi()], multi()[-1], dict([("k", "v")]), divmod(7, 2)[1], min((3, "c"), (3, "b")), sorted([(2, 1), (1, 2)]), max((1, 2), (1, 3), key=lambda p: p[0]))
from collections import namedtuple
P = namedtuple("P", "x y", defaults=[0])
p = P(1)
print(p, p.x, p[1], p._asdict(), p._replace(y=5), P._fields, P._field_defaults, P._make([7, 8]), p == (1, 0), isinstance(p, tuple), P(x=1, y=2), *p, len(p), hash(p) == hash((1, 0)), P.__doc__, P.x.__doc__)
for code in ("P()", "P(1, 2, 3)", "P(z=1)", "p.x = 5", "p.q", "p._replace(q=1)", "P._make([1])", "namedtuple('Q', 'a a')", "namedtuple('Q', 'class')", "namedtuple('Q', '_x')", "namedtuple('1Q', 'x')", "namedtuple('Q', 'a b', defaults=[1, 2, 3])", "namedtuple('Q', 'a class', rename=True)._fields"):
    try: print(code, "=", eval(code) if "p.x =" not in code else exec(code))
    except Exception as error: print(code, "->", type(error).__name__, error)
class Sub(P):
    __slots__ = ()
    @property
    def total(self): return self.x + self.y
    def __add__(self, o): return Sub(self.x + o.x, self.y + o.y)
print(Sub(1, 2).total, Sub(1, 2) + Sub(3, 4), Sub(1)._replace(x=9), type(Sub(1)._replace(x=9)).__name__)
match p:
    case P(x=1, y=v): print("matched", v)
match p:
    case (1, w): print("as tuple", w)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __getitem__(self, i): return "item"
    def __eq__(self, o): return "eq"
    __hash__ = tuple.__hash__
u = T(1, 2); print(u, u[0], u == 5, list(u), u + (3,), tuple(u), u * 1, hash(u) == hash((1, 2)), [*u], len(u))
nested = (1, (2, (3, (4,)))); (a, (b, (c, (d,)))) = nested; print(a, b, c, d)
big = tuple(range(1000)); print(big[500], sum(big), big[-3:], big.index(999), len(big + big), hash(big) == hash(tuple(range(1000))), 500 in big, big[::250])
print(tuple({"a": 1}), tuple({"a": 1}.items()), tuple(zip("ab", (1, 2))), tuple(reversed((1, 2))), tuple(sorted((3, 1))), tuple(map(str, (1, 2))), tuple(enumerate("x")), (lambda *a: a)(1, 2), (lambda: (yield))().__class__.__name__, (1, 2, 3)[True], ((1, 2), (3, 4))[1][0])
