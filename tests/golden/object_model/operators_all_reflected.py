"""Each binary operator: which of the two operands' methods are asked, and in which order."""
import operator

OPERATORS = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "matmul": operator.matmul, "truediv": operator.truediv,
             "floordiv": operator.floordiv, "mod": operator.mod, "divmod": divmod, "pow": operator.pow, "lshift": operator.lshift,
             "rshift": operator.rshift, "and": operator.and_, "xor": operator.xor, "or": operator.or_}
COMPARISONS = {"lt": ("gt", operator.lt), "le": ("ge", operator.le), "eq": ("eq", operator.eq), "ne": ("ne", operator.ne),
               "gt": ("lt", operator.gt), "ge": ("le", operator.ge)}
log = []


def method(owner, name, declines):
    def f(self, other):
        log.append(f"{owner}.{name}")
        return NotImplemented if declines else owner
    return f


def build(name, reflected):
    for forward_declines in (False, True):
        for reflected_declines in (False, True):
            A = type("A", (), {f"__{name}__": method("A", name, forward_declines), f"__{reflected}__": method("A", reflected, reflected_declines)})
            B = type("B", (), {f"__{reflected}__": method("B", reflected, reflected_declines)})
            SubSame = type("SubSame", (A,), {})
            SubOver = type("SubOver", (A,), {f"__{reflected}__": method("SubOver", reflected, reflected_declines)})
            SubNone = type("SubNone", (A,), {f"__{reflected}__": None})
            Bare = type("Bare", (), {})
            yield A, B, SubSame, SubOver, SubNone, Bare


for name, function in OPERATORS.items():
    for classes in build(name, "r" + name):
        A = classes[0]
        results = []
        for cls in classes:
            for left, right in ((A(), cls()), (cls(), A())):
                try:
                    result = function(left, right)
                except TypeError as e:
                    result = str(e)
                results.append(f"{type(left).__name__} {type(right).__name__}: {result} {' '.join(log)}")
                log.clear()
        if name in ("add", "pow", "divmod"):
            print(name, *results, sep="\n    ")
        else:
            print(name, hash(tuple(results)) and len(set(results)))
for name, (reflected, function) in COMPARISONS.items():
    for classes in build(name, reflected):
        A = classes[0]
        for cls in classes:
            for left, right in ((A(), cls()), (cls(), A())):
                try:
                    result = function(left, right)
                except TypeError as e:
                    result = str(e)
                print(name, type(left).__name__, type(right).__name__, result, log)
                log.clear()
