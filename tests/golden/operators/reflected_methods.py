"""When the right operand's method is tried, and first."""
log = []
def show(expression):
    log.clear()
    try:
        result = expression()
    except TypeError as error:
        result = f"TypeError: {error}"
    print(*log, "=>", result)
class A:
    def __add__(self, other): log.append(f"{type(self).__name__}.A.add"); return NotImplemented
    def __radd__(self, other): log.append(f"{type(self).__name__}.A.radd"); return NotImplemented
class B(A):
    def __radd__(self, other): log.append(f"{type(self).__name__}.B.radd"); return NotImplemented
class C(A):
    pass
class D(B):
    def __add__(self, other): log.append("D.add"); return "D+"
    def __radd__(self, other): log.append("D.radd"); return "+D"
class Other:
    def __radd__(self, other): log.append("Other.radd"); return "+Other"
show(lambda: A() + A())
show(lambda: A() + B())
show(lambda: A() + C())
show(lambda: B() + A())
show(lambda: A() + D())
show(lambda: D() + A())
show(lambda: B() + B())
show(lambda: A() + Other())
show(lambda: A() + 1)
show(lambda: 1 + A())
show(lambda: 1 + D())
show(lambda: D() + 1)
show(lambda: [1] + D())
show(lambda: "s" + D())
show(lambda: (1,) + A())
show(lambda: None + None)
class N:
    __add__ = None
    __radd__ = None
show(lambda: N() + 1)
show(lambda: 1 + N())
show(lambda: A() + N())
class I(int):
    def __add__(self, other): log.append("I.add"); return NotImplemented
    def __radd__(self, other): log.append("I.radd"); return "+I"
show(lambda: 1 + I(2))
show(lambda: I(2) + 1)
show(lambda: I(2) + I(3))
show(lambda: 1.5 + I(2))
show(lambda: True + I(2))
class F(float):
    pass
show(lambda: 1.0 + F(2))
show(lambda: type(F(1) + F(2)))
x = A()
x.__add__ = lambda other: "instance attribute is ignored"
show(lambda: x + 1)
class Meta(type):
    def __add__(cls, other): return f"{cls.__name__}+{other}"
    def __or__(cls, other): return f"{cls.__name__}|{other}"
class K(metaclass=Meta): pass
show(lambda: K + 1)
show(lambda: K | int)
show(lambda: K() + 1)
