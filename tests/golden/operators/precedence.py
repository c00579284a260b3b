"""Precedence and associativity, shown by an operand that records how it was combined."""
class T:
    def __init__(self, text): self.text = text
    def __repr__(self): return self.text
def infix(op):
    return lambda self, other: T(f"({self} {op} {other})")
for method, op in dict(add="+", sub="-", mul="*", truediv="/", floordiv="//", mod="%", pow="**", matmul="@", lshift="<<", rshift=">>",
                       and_="&", or_="|", xor="^", lt="<", le="<=", eq="==", ne="!=", gt=">", ge=">=").items():
    setattr(T, f"__{method.rstrip('_')}__", infix(op))
    setattr(T, f"__r{method.rstrip('_')}__", (lambda op: lambda self, other: T(f"({other} {op} {self})"))(op))
for method, op in dict(neg="-", pos="+", invert="~").items():
    setattr(T, f"__{method}__", (lambda op: lambda self: T(f"({op}{self})"))(op))
T.__getitem__ = lambda self, key: T(f"{self}[{key}]")
T.__call__ = lambda self, *args: T(f"{self}{args}")
a, b, c, d = map(T, "abcd")
print(a + b * c, a * b + c, a - b - c, a / b * c, a ** b ** c, -a ** b, a ** -b, ~a ** -b ** c)
print(a + b << c, a << b + c, a & b | c ^ d, a | b & c ^ d, a & b == c, a == b & c)
print(a @ b * c // d % a, -a * b, -a[b], -a(1)[2], (a + b)[c], a ** b[c], a ** b(1))
print(not a == b, -a + +b - -c, - - a, ~-+a, a if b else c + d, (lambda: a + b)() * c)
print(a < b + c, a | b < c, a + b if c else d, [x for x in (a,) if x == a or b], not a + b)
print(a or b and c, a and b or c, not a or b, (not a) is False, a and not b)
print(1 + 2 * 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, 10 - 5 - 2, 7 // 2 * 2, 7 % 4 * 2, -7 // 2, -7 % 3, 7 % -3, 1 << 2 + 1, 6 & 3 == 2, 5 | 2 ^ 7 & 3)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1 in [1], (1 == 1) in [1], 3 > 2 == 2, 1 if 0 else 2 if 0 else 3, not 1 in [1], not 0 == 1)
print(await_ if (await_ := 1) else 0, 2 * 3 if 1 else 4 * 5, [1, 2][0] ** 2, -[1][0], "ab" "cd"[1], "%d" % 3 * 2)
