"""Rich comparisons: reflections, NotImplemented, identity as the last word."""
class C:
    def __lt__(self, o): return "lt"
    def __ge__(self, o): return NotImplemented
c, d = C(), C()
print(c < 1, 1 > c, c < d, c == c, c == d, c != d, c == 1)
for text in ("c > 1", "c >= 1", "1 <= c", "c <= d", "c >= d", "c < d"):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(e)
class E:
    def __eq__(self, o): return "eq"
e = E()
print(e == 1, 1 == e, e != 1, not (e != 1), 5 != e)
class N:
    def __ne__(self, o): return "ne"
n = N()
print(n != 1, n == n, 1 != n)
print(1 < 2 < 3, 1 < 3 < 2, c < 5 < 6)
print(object() == object(), NotImplemented is (5).__eq__("x"))
