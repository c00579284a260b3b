"""Bound methods: made anew each time, equal by function and object identity."""
class C:
    def m(self): pass
    def n(self): pass
    def __eq__(self, other): return True
    def __hash__(self): return 1
a, b = C(), C()
print(a.m == a.m, a.m is a.m, hash(a.m) == hash(a.m))
print(a.m == b.m, a == b, a.m == a.n, a.m != b.m)
print(a.m.__self__ is a, a.m.__func__ is C.__dict__["m"], C.m is C.__dict__["m"])
print(len({a.m, a.m, a.n}), [1].append == [1].append, "x".upper == "x".upper)
l = []
print(l.append == l.append, l.append == [].append)
