import copy, pickle, math
from decimal import *
class L(Decimal):
    def __new__(cls, *a, **k):
        print("   new", a, k)
        return super().__new__(cls, *a, **k)
def show(title, make):
    print(title)
    try:
        print("  ->", make())
    except Exception as e:
        print("  !", type(e).__name__, e)
class Own(Decimal):
    def __new__(cls, a, b):
        self = super().__new__(cls, a)
        self.b = b
        return self
o = Own(1, 2)
print(copy.copy(o) is o, copy.deepcopy(o) is o, copy.deepcopy([o])[0] is o)
l = L("1.5")
print(copy.copy(l) is l, copy.deepcopy(l) is l)
show("pickle", lambda: pickle.loads(pickle.dumps(l)))
show("from_float", lambda: L.from_float(1.5))
show("from_float int", lambda: L.from_float(2))
show("from_float inf", lambda: L.from_float(float("inf")))
show("from_float nan", lambda: L.from_float(float("nan")))
show("from_float bool", lambda: L.from_float(True))
show("new float", lambda: L(1.5))
show("new tuple", lambda: L((0, (1,), -1)))
show("type", lambda: type(L.from_float(1.5)))
show("create", lambda: Context().create_decimal(l))
show("create type", lambda: type(Context().create_decimal(l)))
class Set(Decimal):
    def __setattr__(self, name, value):
        raise TypeError("no " + name)
show("set", lambda: Set("1.5") + 1)
show("set", lambda: Set(1) + Set(2))
show("set", lambda: Set.from_float(2.5))
show("set", lambda: pickle.loads(pickle.dumps(Set(3))))
quiet = False
def asked(name):
    def method(self, *a, **k):
        if not quiet:
            print("   asked:", name)
        return getattr(super(X, self), name)(*a, **k)
    return method
names = [n for n in dir(Decimal) if callable(getattr(Decimal, n)) and n not in ("__new__", "__init__", "__class__", "__getattribute__", "__setattr__", "__delattr__", "__init_subclass__", "__subclasshook__", "__dir__", "__sizeof__", "from_float", "__getstate__") and not (n[0] == "_" and n[1] != "_")]
X = type("X", (Decimal,), {n: asked(n) for n in names})
x, y, z = X("12.50"), X("3.25"), X(2)
class D2(Decimal): pass
two = Decimal(2)
binary = ["+", "-", "*", "/", "//", "%", "**", "<", "<=", "==", "!=", ">"]
for a, b, t in (x, y, "xy"), (x, two, "x2"), (two, x, "2x"), (x, 2, "x int"), (2, z, "int z"), (x, 2.5, "x float"), (2.5, x, "float x"), (x, z, "xz"):
    for op in binary:
        show(f"{t} {op}", lambda: eval(f"a {op} b"))
    show(t + " divmod", lambda: divmod(a, b))
    show(t + " pow", lambda: pow(a, b))
show("pow mod", lambda: pow(z, z, X(7)))
for f in (hash, str, repr, bool, int, float, complex, round, abs, math.floor, math.ceil, math.trunc, math.sqrt, copy.copy):
    show(f.__name__, lambda: Decimal(str(r)) if isinstance(r := f(x), Decimal) else r)
show("round 1", lambda: round(x, 1))
show("neg", lambda: -x)
show("pos", lambda: +x)
show("format", lambda: f"{x:.1f}")
show("format", lambda: f"{x:e}")
show("format", lambda: f"{x}")
show("fstring", lambda: f"{x!r}")
show("reduce", lambda: Decimal.__reduce__(x))
show("reduce_ex", lambda: copy.deepcopy(x) is x)
one = ["adjusted", "as_integer_ratio", "as_tuple", "canonical", "conjugate", "copy_abs", "copy_negate", "exp", "ln", "log10", "logb", "logical_invert", "normalize", "next_minus", "next_plus", "number_class", "is_normal", "is_subnormal", "is_nan", "is_zero", "is_signed", "sqrt", "to_eng_string", "to_integral", "to_integral_exact", "to_integral_value"]
for name in one:
    show(name, lambda: getattr(x, name)())
others = ["compare", "compare_signal", "compare_total", "compare_total_mag", "copy_sign", "max", "max_mag", "min", "min_mag", "next_toward", "quantize", "remainder_near", "same_quantum", "scaleb", "shift", "rotate"]
for name in others:
    show(name, lambda: getattr(x, name)(y))
    show(name, lambda: getattr(Decimal("12.50"), name)(z))
show("fma", lambda: x.fma(y, z))
c = Context(prec=10)
for name in ["abs", "minus", "plus", "exp", "ln", "log10", "logb", "normalize", "sqrt", "next_minus", "next_plus", "number_class", "is_nan", "is_zero", "is_normal", "to_eng_string", "to_sci_string", "to_integral_value", "to_integral_exact", "copy_abs", "copy_decimal", "copy_negate", "create_decimal", "is_finite", "is_signed"]:
    show("c." + name, lambda: getattr(c, name)(x))
for name in ["add", "subtract", "multiply", "divide", "divide_int", "divmod", "remainder", "power", "compare", "quantize", "max", "min", "copy_sign", "same_quantum", "scaleb", "remainder_near", "next_toward"]:
    show("c." + name, lambda: getattr(c, name)(x, z))
n, s, i = X("nan"), X("snan"), X("inf")
for v in n, i, s:
    for op in "+", "-", "*", "/", "//", "==", "!=", "<":
        show(f"{v!s} {op}".replace("   asked: __str__\n", ""), lambda: eval(f"v {op} x"))
    for f in (hash, str, int, float, bool, round, complex):
        if f is hash and v is n: continue
        show(f.__name__, lambda: f(v))
    for name in one:
        show(name, lambda: getattr(v, name)())
show("sum", lambda: sum([x, y]))
show("min", lambda: min(x, y))
show("tuple", lambda: Decimal(x))
show("fraction", lambda: __import__("fractions").Fraction(x))
show("frac ==", lambda: x == __import__("fractions").Fraction(5, 2))
show("frac <", lambda: x < __import__("fractions").Fraction(5, 2))
show("complex ==", lambda: x == 12.5 + 0j)
show("real", lambda: (x.real, x.imag))
