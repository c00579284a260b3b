"""User exceptions: state, str, repr, hierarchy, multiple inheritance, slots, pickling-like reduce."""
class AppError(Exception):
    "Base."
    code = 1
    def __init__(self, message, *, code=None, **details):
        super().__init__(message)
        self.code = code if code is not None else type(self).code
        self.details = details
    def __str__(self): return f"[{self.code}] {super().__str__()}" + (f" {self.details}" if self.details else "")
class NotFound(AppError, LookupError): code = 404
class Both(NotFound, ValueError): pass
class NoSuper(Exception):
    def __init__(self, a, b): self.sum = a + b
class StrRaises(Exception):
    def __str__(self): raise ValueError("no str")
class StrWrong(Exception):
    def __str__(self): return 5
class Slotted(Exception): __slots__ = ("extra",)
class CallRepr(Exception):
    def __repr__(self): return "custom repr"
for e in (AppError("m"), NotFound("page", page=3), Both("b", code=7), NoSuper(1, 2), Slotted("s"), CallRepr("c"), AppError("m", code=0)):
    print(repr(e), "|", e, "|", e.args, vars(e) if hasattr(e, "__dict__") else "no dict")
for bad in (StrRaises("x"), StrWrong("y")):
    try: print(str(bad))
    except Exception as error: print(type(error).__name__, error)
    print(repr(bad), bad.args)
for catch in (AppError, LookupError, ValueError, NotFound, KeyError):
    try:
        try: raise Both("multi")
        except catch: print("caught as", catch.__name__)
    except Both: print("not a", catch.__name__)
s = Slotted("m")
s.extra = 1
s.also = 2
print(s.extra, vars(s), [c.__name__ for c in Both.__mro__], issubclass(Both, LookupError))
e = AppError("notes")
e.add_note("first"); e.add_note("second")
print(e.__notes__, hasattr(AppError("x"), "__notes__"))
for bad in (5, None, b"x"):
    try: e.add_note(bad)
    except TypeError as error: print(error)
print(e.__reduce__()[0].__name__, e.__reduce__()[1], sorted(e.__reduce__()[2]))
class Meta(type):
    def __instancecheck__(cls, x): print("instancecheck never used by except"); return True
    def __subclasscheck__(cls, x): print("subclasscheck never used by except"); return True
class Fake(Exception, metaclass=Meta): pass
try:
    try: raise KeyError("k")
    except Fake: print("never")
except KeyError as k: print("real", k)
class WithProperty(Exception):
    @property
    def args(self): return ("from property",)
print(WithProperty("x").args, str(WithProperty("x")), repr(WithProperty("x")))
def chain_of(e):
    while e: yield type(e).__name__; e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
try:
    try:
        try: {}["k"]
        except KeyError as k: raise NotFound("wrapped") from k
    except NotFound: raise AppError("outer")
except AppError as error: print(list(chain_of(error)))
import copy
c = copy.copy(ValueError("a", 1))
print(repr(c), c.args, Exception(1) == Exception(1), hash(Exception(1)) != None, bool(Exception()), len(Exception(1, 2).args))
class Ctx(Exception):
    def __enter__(self): return self
    def __exit__(self, t, v, tb): return isinstance(v, Ctx)
with Ctx("cm") as c: raise c
print("an exception as its own context manager")
