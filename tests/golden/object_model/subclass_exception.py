"""Subclasses of exceptions: arguments, attributes, __init__ and __new__."""
class E(Exception):
    def __init__(self, code, *rest): self.code = code
e = E(1, 2)
print(e.args, e.code, str(e), repr(e))
class F(Exception):
    def __new__(cls, *args): self = super().__new__(cls, "from new"); return self
    def __init__(self, *args): pass
print(F(1).args)
class G(ValueError):
    def __str__(self): return "G's own"
try:
    raise G(1, 2)
except ValueError as err:
    print(err, repr(err), err.args)
class K(KeyError): pass
print(str(K("k")), str(K("a", "b")), repr(K()))
class O(OSError):
    def __init__(self, *args): super().__init__(*args); self.extra = 1
o = O(2, "no file", "name")
print(o, o.errno, o.filename, o.extra, type(OSError(2, "x")).__name__, type(O(2, "x")).__name__)
class A(AttributeError): pass
a = A("m", name="n", obj=5)
print(a.name, a.obj, a.args)
class Both(KeyError, AttributeError): pass
try:
    raise Both("b")
except AttributeError as x:
    print(repr(x), [k.__name__ for k in Both.__mro__])
try:
    class Conflict(OSError, SyntaxError): pass
except TypeError as x:
    print(x)
print(ValueError.__init__ is Exception.__init__, "__init__" in ValueError.__dict__)
