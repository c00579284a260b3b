"""staticmethod and classmethod objects, wrapping, calling, inheritance."""
class A:
    @staticmethod
    def s(x): "sdoc"; return ("s", x)
    @classmethod
    def c(cls, x): "cdoc"; return (cls.__name__, x)
    def __repr__(self): return "a"
class B(A): pass
print(A.s(1), A().s(2), B.s(3), A.c(1), A().c(2), B.c(3), B().c(4))
raw_s, raw_c = A.__dict__["s"], A.__dict__["c"]
print(type(raw_s).__name__, type(raw_c).__name__, raw_s.__func__.__name__, raw_c.__func__.__name__, raw_s.__wrapped__ is A.s, raw_s.__name__, raw_s.__doc__, raw_c.__qualname__, raw_s(9), raw_s.__isabstractmethod__)
try:
    raw_c(1)
except TypeError as error:
    print(error)
print(raw_s.__get__(None, A) is A.s, raw_c.__get__(None, B)(5), raw_c.__get__(A())(6), raw_c.__get__(None, int)(7))
print(A.c.__self__ is A, B.c.__self__ is B, B().c.__func__ is raw_c.__func__, A.c == A.c, A.c == B.c, A.c is A.c)
class C:
    s = staticmethod(len)
    c = classmethod(print)
    t = staticmethod(lambda *a: a)
    u = classmethod(lambda cls, *a: (cls.__name__, a))
    v = staticmethod(staticmethod(lambda: "double"))
    w = classmethod(property(lambda cls: cls))
    x = staticmethod(5)
    y = classmethod(5)
    z = staticmethod(classmethod(lambda cls: cls))
    n = staticmethod(type("Callable", (), {"__call__": lambda self, *a: ("called", a)})())
c = C()
print(c.s("abc"), C.t(), c.t(1), C.u(2), c.v(), C.x, c.n(1), type(C.z).__name__, type(C.w).__name__)
try:
    C.y
    c.y()
except TypeError as error:
    print(error)
for call in (lambda: staticmethod(), lambda: classmethod(), lambda: staticmethod(1, 2), lambda: C.u.__get__(5)(1), lambda: classmethod(1, a=2)):
    try:
        print(call())
    except TypeError as error:
        print(error)
s = staticmethod(lambda: 1)
s.attr = "kept"
print(s.attr, s.__dict__.get("attr"), repr(s)[:14], repr(classmethod(len)), repr(staticmethod(5)))
class Late: pass
def free(*args): return args
Late.s = staticmethod(free)
Late.c = classmethod(free)
Late.f = free
l = Late()
print(l.s(1), Late.c(1) == (Late, 1), l.f(1)[1:], Late.f(1))
class D(A):
    @staticmethod
    def s(x): return "D" + str(A.s(x))
    @classmethod
    def c(cls, x): return "D", super().c(x)
print(D().s(1), D.c(2), D().c(3))
class Counter:
    count = 0
    @classmethod
    def bump(cls): cls.count += 1; return cls.count
class Sub(Counter): pass
print(Counter.bump(), Sub.bump(), Sub.bump(), Counter.count, Sub.count, "count" in vars(Sub))
def undecorated(cls): return cls
print(classmethod(undecorated).__get__(None, A) is not None, staticmethod(undecorated).__get__(5)(6))
