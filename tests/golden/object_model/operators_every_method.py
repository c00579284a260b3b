"""Each operator and the special method behind it."""
import operator
names = "add sub mul truediv floordiv mod pow matmul lshift rshift and or xor".split()
ns = {}
for n in names:
    ns[f"__{n}__"] = lambda self, o, n=n: n
    ns[f"__r{n}__"] = lambda self, o, n=n: "r" + n
    ns[f"__i{n}__"] = lambda self, o, n=n: "i" + n
for n in ("neg", "pos", "abs", "invert"):
    ns[f"__{n}__"] = lambda self, n=n: n
ns["__divmod__"] = lambda self, o: "divmod"
ns["__rdivmod__"] = lambda self, o: "rdivmod"
C = type("C", (), ns)
c = C()
print(c + 1, c - 1, c * 1, c / 1, c // 1, c % 1, c ** 1, c @ 1, c << 1, c >> 1, c & 1, c | 1, c ^ 1, divmod(c, 1))
print(1 + c, 1 - c, 1 * c, 1 / c, 1 // c, 1 % c, 1 ** c, 1 @ c, 1 << c, 1 >> c, 1 & c, 1 | c, 1 ^ c, divmod(1, c))
print(-c, +c, abs(c), ~c)
for sign in "+ - * / // % ** @ << >> & | ^".split():
    x = {"c": C()}
    exec(f"c {sign}= 1", x)
    print(x["c"], end=" ")
print()
print(operator.iadd(c, 1), operator.matmul(c, 2), operator.index(True))
