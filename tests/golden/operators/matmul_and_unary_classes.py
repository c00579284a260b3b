"""__matmul__, __pow__ with three arguments, __index__, __abs__, __round__, __divmod__ and conversions."""
class M:
    def __init__(self, *rows): self.rows = rows
    def __matmul__(self, other): return M(*[tuple(sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)) for row in self.rows])
    def __imatmul__(self, other): self.rows = (self @ other).rows; return self
    def __repr__(self): return f"M{self.rows}"
m, n = M((1, 2), (3, 4)), M((0, 1), (1, 0))
print(m @ n, m @ m @ n)
alias = m
m @= n
print(m, alias is m)
class N:
    def __pow__(self, exponent, modulus=None): return ("pow", exponent, modulus)
    def __rpow__(self, base, modulus=None): return ("rpow", base, modulus)
    def __divmod__(self, other): return ("divmod", other)
    def __rdivmod__(self, other): return ("rdivmod", other)
    def __abs__(self): return "abs"
    def __round__(self, *digits): return ("round", digits)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __index__(self): return 5
    def __int__(self): return 6
    def __float__(self): return 7.5
    def __bytes__(self): return b"bytes"
    def __reversed__(self): return "reversed"
    def __length_hint__(self): return 3
    def __hash__(self): return 2**64
    def __sizeof__(self): return 77
n = N()
print(n ** 2, pow(n, 2), pow(n, 2, 3), 2 ** n, pow(2, n), divmod(n, 1), divmod(1, n), abs(n), round(n), round(n, 2), round(n, None))
import math
print(math.floor(n), math.ceil(n), math.trunc(n), -n, +n, ~n, int(n), float(n), complex(n), bytes(n), reversed(n), hash(n), hex(n), oct(n), bin(n), range(n), [0] * n, "abcdefg"[n], n.__sizeof__())
for source in ["pow(1, 2, n)", "pow(2, n, 3)", "hash([])", "hash(type('H', (), {'__hash__': lambda s: 'x'})())", "int(type('T', (), {'__int__': lambda s: 1.5})())", "float(type('T', (), {'__float__': lambda s: 1})())", "[1][type('T', (), {'__index__': lambda s: 'a'})()]",
               "round(1.5, 'a')", "round('a')", "abs(None)", "divmod('a', 1)", "divmod(1, 'a')", "pow('a', 2)", "pow(2, 3, 'a')", "reversed({1})", "reversed(5)", "bytes(type('T', (), {'__bytes__': lambda s: 'a'})())", "hex('a')", "hex(1.5)", "bin(None)", "len(5)", "len(type('T', (), {'__len__': lambda s: -1})())", "len(type('T', (), {'__len__': lambda s: 1.5})())"]:
    try:
        print(source, "=", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
