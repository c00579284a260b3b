"""Annotated assignment: what is evaluated, what is stored."""
x: int = 1
y: str
(z): float = 2.0
w: "forward" = 3
print(__annotations__, x, z)
try:
    y
except NameError as error:
    print(error)
def shout(text): print("evaluated", text); return text
class C:
    a: shout("A") = shout("value a")
    b: shout("B")
    (c): shout("C") = 1
    d = 1
    def m(self, p: shout("P") = shout("default")) -> shout("R"):
        local: shout("never") = 1
        other: undefined_name
        self.attr: shout("attr") = 5
        return local
print(C.__annotations__, hasattr(C, "b"), C.m.__annotations__)
print(C().m(), C.m.__annotations__["return"])
o = C()
o.attr: shout("object attribute") = 1
l = [0]
l[shout(0)]: shout("item") = shout(9)
o.never: shout("no value")
print(o.attr, l, hasattr(o, "never"))
def f():
    v: int
    try:
        v
    except UnboundLocalError as error:
        print(error)
    t: tuple = 1, 2
    s: tuple = *[1, 2], 3
    print(t, s)
f()
if False:
    hidden: int = 1
print("hidden" in __annotations__, "hidden" in globals())
class D(C):
    pass
print(D.__annotations__ is C.__annotations__, "__annotations__" in vars(D))
class E: pass
print(E.__annotations__, "__annotations__" in vars(E))
D.__annotations__ = {"n": int}
print(D.__annotations__, list(C.__annotations__))
class Private:
    __secret: int = 1
print(Private.__annotations__)
for source in ["a: int: str", "(a, b): int", "[a]: int", "f(): int", "a, b: int", "x: int = y = 1", "*a: int = 1", "1: int", "def f():\n global g\n g: int", "x: yield", "lambda: 0: int", "x: int += 1", "(x.y): int", "x: *a = 1", "x: (yield) = 1"]:
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "fine")
    except SyntaxError as error:
        print(repr(source), "->", error.msg)
