"""Methods: binding, identity, attributes, and functions in odd places."""
class C:
    def __init__(self, v): self.v = v
    def m(self, *args, **kw): return self.v, args, kw
    def __repr__(self): return f"C({self.v})"
c = C(1)
m = c.m
print(m(2, k=3), m.__self__, m.__func__ is C.__dict__["m"], m.__name__, m.__qualname__, m.__doc__, type(m).__name__)
c.v = 9
print(m(), C.m(c), C.m(C(7), 1), C.m.__get__(c)(5), C.__dict__["m"].__get__(None, C) is C.m)
print(m == c.m, m == C(9).m, hash(m) == hash(c.m), {c.m: 1}[c.m], m is c.m)
def free(self): return ("free", self)
c.inst = free
C.klass = free
print(c.inst(5), c.klass(), type(c.inst).__name__, type(c.klass).__name__)
C.builtin = len
C.partial = print
C.type_ = int
C.lam = lambda self: self.v
C.inst = 5
print(C.builtin is len, c.type_("7"), c.lam(), c.inst(6))
try:
    c.builtin()
except TypeError as error:
    print(error)
m2 = type(m)(free, "anything")
print(m2(), type(m)(len, [1, 2, 3])(), type(m)(C, 5)())
for args in [(5, 1), (free,), (free, None), ()]:
    try:
        print(type(m)(*args))
    except TypeError as error:
        print(error)
try:
    m.attr = 1
except AttributeError as error:
    print(error)
free.attr = "on the function"
print(c.klass.attr, m2.attr)
for call in (lambda: C.m(), lambda: c.m.nothing, lambda: C.nothing, lambda: c.nothing, lambda: c.lam(1), lambda: c.__init__(), lambda: C(), lambda: C(1, 2)):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
class D(C):
    def m(self): return "D", super().m(1), C.m(self, 2)
print(D(3).m(), D.m.__qualname__, D(4).klass())
print(repr(c.m), repr(m2), repr(len), repr([].append)[:35], repr(str.upper), repr(int.__add__), repr((5).__add__)[:40], repr(C.__init__)[:20], repr(object.__init__), repr(dict.fromkeys)[:40])
print([].append.__self__, len.__self__, "abc".upper.__name__, str.upper.__objclass__, (5).__add__.__self__, len.__module__, str.join.__qualname__, dict.fromkeys.__self__, len.__qualname__, [].sort.__qualname__)
meth = c.m
del c
print(meth())
