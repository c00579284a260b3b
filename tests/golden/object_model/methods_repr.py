"""Reprs of functions, methods and built-in ones."""
import re
class C:
    def m(self): pass
    @classmethod
    def k(cls): pass
    @staticmethod
    def s(): pass
    def __repr__(self): return "<a C>"
def show(o): print(re.sub(r"0x[0-9a-f]+", "0x", repr(o)))
c = C()
for o in (C.m, c.m, C.k, c.k, C.s, C.__dict__["k"], C.__dict__["s"], lambda: 1, len, [].append, list.append, "".upper):
    show(o)
for o in (int.__add__, (5).__add__, int.__dict__["real"], C.__dict__["__dict__"], dict.__dict__["fromkeys"], dict.fromkeys, str.maketrans, object.__new__, type.__dict__["__name__"]):
    show(o)
