"""Numbers written in Python: fractions, polynomials, matrices, quaternions, with mixed arithmetic."""
def gcd(a, b):
    while b: a, b = b, a % b
    return abs(a)
class Q:
    __slots__ = ("n", "d")
    def __init__(self, n, d=1):
        if d == 0: raise ZeroDivisionError(f"Q({n}, 0)")
        g = gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g
    def __repr__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)
    @staticmethod
    def of(x): return x if isinstance(x, Q) else Q(x) if isinstance(x, int) else None
    def _op(f):
        def forward(self, other):
            other = Q.of(other)
            return NotImplemented if other is None else f(self, other)
        def reverse(self, other):
            other = Q.of(other)
            return NotImplemented if other is None else f(other, self)
        return forward, reverse
    __add__, __radd__ = _op(lambda a, b: Q(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__, __rsub__ = _op(lambda a, b: Q(a.n * b.d - b.n * a.d, a.d * b.d))
    __mul__, __rmul__ = _op(lambda a, b: Q(a.n * b.n, a.d * b.d))
    __truediv__, __rtruediv__ = _op(lambda a, b: Q(a.n * b.d, a.d * b.n))
    __lt__, _ = _op(lambda a, b: a.n * b.d < b.n * a.d)
    __eq__, _ = _op(lambda a, b: (a.n, a.d) == (b.n, b.d))
    del _op, _
    def __hash__(self): return hash(self.n) if self.d == 1 else hash((self.n, self.d))
    def __neg__(self): return Q(-self.n, self.d)
    def __pow__(self, k): return Q(self.n ** k, self.d ** k) if k >= 0 else Q(self.d ** -k, self.n ** -k)
    def __float__(self): return self.n / self.d
    def __bool__(self): return self.n != 0
    def __round__(self, digits=0): return round(float(self), digits)
class Poly:
    def __init__(self, *c): self.c = list(c)
    def __call__(self, x):
        total = 0
        for k in reversed(self.c): total = total * x + k
        return total
    def __add__(self, o): o = o if isinstance(o, Poly) else Poly(o); n = max(len(self.c), len(o.c)); return Poly(*[(self.c[i] if i < len(self.c) else 0) + (o.c[i] if i < len(o.c) else 0) for i in range(n)])
    __radd__ = __add__
    def __neg__(self): return Poly(*[-k for k in self.c])
    def __sub__(self, o): return self + -o
    def __mul__(self, o):
        if not isinstance(o, Poly): return Poly(*[k * o for k in self.c])
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): out[i + j] += a * b
        return Poly(*out)
    __rmul__ = __mul__
    def __pow__(self, n): return Poly(1) if n == 0 else self * self ** (n - 1)
    def derive(self): return Poly(*[i * k for i, k in enumerate(self.c)][1:])
    def integrate(self): return Poly(0, *[Q(1, i) * k for i, k in enumerate(self.c, 1)])
    def __matmul__(self, o): return sum((o ** i * k for i, k in enumerate(self.c)), Poly(0))
    def __repr__(self):
        terms = [f"{'-' if k < 0 else '+'} {'' if abs(k) == 1 and i else abs(k)}{'' if i == 0 else 'x' if i == 1 else f'x^{i}'}" for i, k in enumerate(self.c) if k != 0] if all(isinstance(k, int) for k in self.c) else [f"+ {k}x^{i}" for i, k in enumerate(self.c) if k]
        return " ".join(reversed(terms)).removeprefix("+ ") or "0"
half, third = Q(1, 2), Q(1, 3)
print(half + third, half - third, half * third, half / third, half + 1, 1 - half, 2 * half, 1 / third, -half, half ** 3, half ** -2, float(half), Q(6, -4), Q(4, 2), sorted([half, third, Q(1)]), half == Q(2, 4), Q(2) == 2, {Q(1, 2): "k"}[Q(2, 4)], hash(Q(5)) == hash(5), bool(Q(0)), sum([half, third, Q(1, 6)]), max(half, third), half > third, round(Q(22, 7), 3))
for bad in (lambda: half + "x", lambda: 1.5 * half, lambda: half < "a", lambda: Q(1, 0), lambda: half / 0, lambda: half @ half):
    try: print(bad())
    except (TypeError, ZeroDivisionError) as error: print(type(error).__name__, error)
x = Poly(0, 1)
p = (x + 1) ** 3 - x * 2
print(p, p(2), p.derive(), p.derive().derive(), p.integrate(), p @ (x + 1), x - x, p(half), 3 * x + 1, (x + 2) * (x + -2), Poly(1, -1), (x * x)(Q(2, 3)))
def newton(p, x, steps):
    d = p.derive()
    for _ in range(steps): x = x - p(x) / d(x)
    return x
root = newton(x * x + -2, Q(1), 5)
print(root, float(root), abs(float(root) ** 2 - 2) < 1e-15)
class Matrix(list):
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o)] for r in self])
    def __pow__(self, n):
        out, base = Matrix.identity(len(self)), self
        while n:
            if n & 1: out = out @ base
            base, n = base @ base, n >> 1
        return out
    def det(self): return self[0][0] if len(self) == 1 else sum((-1) ** j * self[0][j] * Matrix([r[:j] + r[j + 1:] for r in self[1:]]).det() for j in range(len(self)))
    def inverse(self):
        n = len(self); m = [[Q(v) for v in r] + [Q(int(i == j)) for j in range(n)] for i, r in enumerate(self)]
        for i in range(n):
            pivot = next(r for r in range(i, n) if m[r][i]); m[i], m[pivot] = m[pivot], m[i]
            m[i] = [v / m[i][i] for v in m[i]]
            for r in range(n):
                if r != i: f = m[r][i]; m[r] = [a - f * b for a, b in zip(m[r], m[i])]
        return Matrix([r[n:] for r in m])
fib = Matrix([[1, 1], [1, 0]])
m = Matrix([[2, 1, 0], [1, 3, 1], [0, 1, 4]])
print((fib ** 100)[0][1], m.det(), m.inverse(), m @ m.inverse() == Matrix.identity(3), len(m), type(m @ m).__name__)
