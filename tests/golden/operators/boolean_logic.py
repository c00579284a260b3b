"""and/or/not return operands and ask __bool__, then __len__."""
class B:
    def __init__(self, truth, name): self.truth, self.name = truth, name
    def __bool__(self): print(f"?{self.name}", end=" "); return self.truth
    def __repr__(self): return self.name
t, u, f, g = B(True, "t"), B(True, "u"), B(False, "f"), B(False, "g")
for source in ["t and u", "t and f", "f and t", "f or t", "t or f", "f or g", "not t", "not f", "t and f or u", "f and t or g", "t or f and u", "not (t and f)",
               "not t and f", "t if f else u", "f or g or t", "t and u and f", "(t and f) or (u and t)", "not not t", "t and (f or u)", "[x for x in (t, f, u) if x]",
               "any([f, t, u])", "all([t, f, u])", "bool(t)", "t and not f", "1 if f or t else 2", "0 or f", "f or 0", "(f or t) and (t and f) or g"]:
    print(source, "=>", eval(source))
if t and u and not f: print("taken")
if f or g: print("never")
else: print("else")
while t and f: print("never")
assert t or f
for value in [0, 0.0, 0j, "", b"", (), [], {}, set(), range(0), None, False, 1, -1, 0.1, "0", [0], (None,), range(1), object, len, NotImplementedError, ...]:
    print(bool(value), end=" ")
print()
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class Both(L):
    def __bool__(self): return False
print(bool(L(0)), bool(L(3)), bool(Both(3)), not L(0))
for n in (-1, "x", 1.5, 2**70, None):
    try:
        print(bool(L(n)))
    except Exception as error:
        print(type(error).__name__, error)
class BadBool:
    def __bool__(self): return 1
for use in [lambda: bool(BadBool()), lambda: not BadBool(), lambda: 1 if BadBool() else 2, lambda: BadBool() and 1]:
    try:
        use()
    except TypeError as error:
        print(error)
class NoBool:
    __bool__ = None
try:
    bool(NoBool())
except TypeError as error:
    print(error)
class ByInstance:
    pass
i = ByInstance()
i.__bool__ = lambda: False
print(bool(i))
try:
    bool(NotImplemented)
except TypeError as error:
    print(error)
