"""What super() objects bind to, over instances, classes, metaclasses and impostors."""


class Meta(type):
    def who(cls):
        return ("Meta", cls.__name__)

    def m(cls):
        return ("Meta.m", cls.__name__)


class SubMeta(Meta):
    def who(cls):
        return ("SubMeta", super().who())


class A(metaclass=SubMeta):
    attribute = "A"

    def m(self):
        return "A.m", type(self).__name__

    @classmethod
    def c(cls):
        return "A.c", cls.__name__

    @staticmethod
    def s():
        return "A.s"

    @property
    def p(self):
        return "A.p", type(self).__name__


class B(A):
    attribute = "B"

    def m(self):
        return "B.m", super().m()

    @classmethod
    def c(cls):
        return "B.c", super().c()

    @property
    def p(self):
        return "B.p", super().p

    def __getattr__(self, name):
        return "B getattr", name


class C(B):
    pass


class Impostor:
    __class__ = B


class Proxy:
    def __init__(self, o):
        self.o = o

    @property
    def __class__(self):
        return type(self.o)


b, c = B(), C()
print(b.m(), b.c(), b.p, c.m(), C.c(), A.who(), super(SubMeta, A).who())
for text in ["super(B, b).m()", "super(B, c).m()", "super(C, c).m()", "super(B, B).c()", "super(B, C).c()", "super(C, C).m(c)", "super(B, b).p", "super(B, B).p",
             "super(B, b).attribute", "super(A, b).attribute", "super(B, b).missing", "super(B, b).__class__", "super(B, b).s()", "super(B, B).s()",
             "super(A, b).m", "super(B, A)", "super(B, 5)", "super(B, int)", "super(5, b)", "super(B)", "super(B).m", "super(B, None)", "super()",
             "super(B, b, b)", "super(B, o=b)", "super(Meta, A).who", "super(SubMeta, A).m()", "super(object, b).__init__", "super(B, Impostor()).m()",
             "super(B, Proxy(b)).m()", "super(B, Proxy(5))", "super(type, A).__init__", "super(B, b).__thisclass__", "super(B, b).__self__ is b",
             "super(B, C).__self_class__", "super(B).__self__", "super(B, b).__get__(c).__self__ is b", "super(B).__get__(c).m()", "super(B).__get__(5)",
             "super(B).__get__(None)", "super(B).__get__(C).c()", "super(B, b).__doc__", "super(B, b) == super(B, b)", "hash(super(B, b)) != 0",
             "super(B, b).__dict__", "len(super(B, b))", "super(B, b)()", "super(B, b)[0]", "super(B, b).__getattribute__('attribute')",
             "super(B, b).__getattr__", "super(C, c).other", "isinstance(super(B, b), super)", "super(B, b).__init__()", "bool(super(B, b))"]:
    try:
        result = eval(text)
    except Exception as e:
        result = f"{type(e).__name__}: {e}"
    text2 = repr(result) if not isinstance(result, (str, tuple)) else result
    print(text, "->", text2.split(" at 0x")[0] if isinstance(text2, str) else text2)


class D(A):
    bound = super(A, A).__init__ if False else None

    def nested(self):
        return [super().attribute for _ in range(2)], (lambda: super().m())(), {k: super().attribute for k in "a"}, list(super(D, self).m() for _ in "x")

    def generator(self):
        yield super().attribute
        yield from super().m()

    async def coroutine(self):
        return super().attribute

    def inner(self):
        def deeper(me):
            return super().m()
        return deeper(self)

    def rebound(self):
        self = C()
        return super().attribute

    def deleted(self):
        del self
        return super().attribute

    def star(*args):
        return super().attribute

    def nothing():
        return super().attribute

    def keyword(*, self=1):
        return super().attribute

    def shadow(self):
        super = lambda: type("S", (), {"attribute": "shadowed"})
        return super().attribute


d = D()
for text in ["d.nested()", "[*d.generator()]", "d.inner()", "d.rebound()", "d.deleted()", "d.star()", "D.star()", "D.nothing()", "D.keyword()", "d.shadow()", "D.nested(c)"]:
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
try:
    d.coroutine().send(None)
except StopIteration as e:
    print(e.value)
