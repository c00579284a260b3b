"""__repr__, __str__, __format__ and __bytes__ with their fallbacks."""
class R:
    def __repr__(self): return "R()"
class S(R):
    def __str__(self): return "an S"
class F:
    def __format__(self, spec): return f"<{spec}>"
class B:
    def __bytes__(self): return b"bytes"
print(str(R()), repr(S()), str(S()), [S()], f"{S()} {S()!r} {F():>5} {F()}", format(F(), "x"), bytes(B()))
print(f"{R()}", "%s %r" % (S(), S()), "{} {!r:>5}".format(S(), R()))
class Wrong:
    def __repr__(self): return 5
    def __format__(self, spec): return 5
    def __bytes__(self): return "x"
w = Wrong()
for f in (lambda: repr(w), lambda: str(w), lambda: f"{w}", lambda: bytes(w), lambda: [w].__repr__(), lambda: format(R(), ">5"), lambda: bytes(R())):
    try:
        print(f())
    except TypeError as e:
        print(e)
class Sub(str):
    def __str__(self): return "overridden"
    def __repr__(self): return "sub repr"
print(str(Sub("x")), Sub("x") + "!", f"{Sub('x')}", [Sub("x")], "%s" % Sub("y"), type(str(Sub("x"))).__name__)
