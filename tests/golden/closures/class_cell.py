"""The __class__ cell and zero-argument super in unusual places."""
class A:
    def who(self): return "A"
    @classmethod
    def make(cls): return f"A.make({cls.__name__})"
    @staticmethod
    def st(): return __class__
class B(A):
    def who(self): return "B>" + super().who()
    @classmethod
    def make(cls): return "B>" + super().make()
    def nested(self):
        def inner(): return super(B, self).who()
        return inner()
    def in_lambda(self): return (lambda s: super(__class__, s).who())(self)
    def gen(self): yield super().who()
    def star(*args):
        try: return super().who()
        except RuntimeError as error: return str(error)
    def redefined(self):
        self = A()
        try: return super().who()
        except TypeError as error: return str(error)
    def deleted(self):
        del self
        try: return super().who()
        except RuntimeError as error: return str(error)
    def comp(self): return [super().who() for _ in "a"]
    def genexp(self):
        try: return list(super().who() for _ in "a")
        except TypeError as error: return str(error)
    def no_arg():
        return super().who()
    def kwonly(*, self): return super().who()
    who_is = __class__ if "__class__" in dir() else "no __class__ in body"
    def attr(self): return super().nothing
    def assign(self): super().x = 1
    @property
    def prop(self): return super().who() + "!"
b = B()
print(b.who(), B.make(), b.nested(), b.in_lambda(), list(b.gen()), b.star(), b.redefined(), b.deleted(), b.comp(), b.genexp(), B.st() is A, B.who_is, b.prop)
for call in (B.no_arg, lambda: B.kwonly(self=b), b.attr, b.assign, lambda: super().x, lambda: super(), lambda: super(B).who, lambda: super(5), lambda: super(A, 5), lambda: super(B, A()), lambda: super(int, int).real, lambda: super(B, b).__class__.__name__ + 5):
    try:
        print(call())
    except (TypeError, AttributeError, RuntimeError) as error:
        print(type(error).__name__, error)
print(super(B, b).who(), super(B, B).make(), super(A, b).__repr__() == object.__repr__(b), repr(super(B, b))[:19], super(B, b).__self__ is b, super(B, b).__thisclass__ is B, super(B, b).__self_class__ is B, repr(super(B)))
class Meta(type):
    def __new__(m, name, bases, ns):
        print(name, "__classcell__" in ns, sorted(k for k in ns if not k.startswith("__")))
        return super().__new__(m, name, bases, ns)
class WithCell(metaclass=Meta):
    def m(self): return __class__
class NoCell(metaclass=Meta):
    def m(self): return 1
print(WithCell().m() is WithCell)
class Drops(type):
    def __new__(m, name, bases, ns):
        ns.pop("__classcell__", None)
        return super().__new__(m, name, bases, ns)
try:
    class Lost(metaclass=Drops):
        def m(self): return __class__
except RuntimeError as error:
    print(type(error).__name__, str(error).split(":")[0][:40])
class Early:
    def f(): return __class__
    try: f()
    except NameError as error: print(error)
def outer():
    class __class__: pass
    class X:
        def m(self): return __class__
    return X().m() is X
print(outer())
unbound = super(B)
print(unbound.__get__(b).who(), unbound.__get__(b, B).who())
