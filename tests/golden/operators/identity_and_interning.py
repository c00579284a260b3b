"""`is` on singletons and on objects that must be the same or must differ."""
a = [1]
b = a
c = [1]
print(a is b, a is c, a is not c, a == c)
print(None is None, True is True, ... is Ellipsis, NotImplemented is NotImplemented)
print(() is (), type(1) is int, type(type) is type, type(a) is type(c))
def f(): pass
print(f is f, f.__code__ is f.__code__, f.__dict__ is f.__dict__, f.__globals__ is globals())
class C:
    def m(self): pass
    @classmethod
    def k(cls): pass
    @staticmethod
    def s(): pass
o = C()
print(o.m is o.m, o.m == o.m, C.m is C.m, C.k is C.k, C.k == C.k, C.s is C.s, o.s is C.s, o.__dict__ is o.__dict__, C.__dict__ is C.__dict__, C.__mro__ is C.__mro__)
print(o.m == C().m, hash(o.m) == hash(o.m), o.m.__func__ is C.m, o.m.__self__ is o, [].append == [].append)
x = [1, 2]
y = x
x += [3]
print(x is y, x)
x = x + [4]
print(x is y, y)
t = (1, [2])
u = t + ()
print(t is u or t == u, tuple(t) is t, frozenset(fs := frozenset({1})) is fs, str(s := "text") is s, bytes(d := b"data") is d, list(x) is x, dict(e := {}) is e, int(n := 10**20) is n)
print(t[:] is t, x[:] is x, s[:] is s, id(a) == id(b), id(a) == id(c))
import copy
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1, 2)) == (1, 2), copy.copy(x) is x, copy.copy(None) is None)
