"""What a class body sees and what its functions don't."""
x = "global"
def f():
    x = "enclosing"
    class A:
        print(x)
        x = "class"
        print(x)
        y = [x for _ in range(1)]
        z = lambda self: x
        del x
        try:
            print(x)
        except NameError as e:
            print(e)
    return A().y, A().z()
print(f())
class B:
    global made
    made = 1
    for i in range(3): pass
    i += 1
    def g(self): return i
print(made, B.i, hasattr(B, "made"))
try:
    B().g()
except NameError as e:
    print(e)
class C:
    n = 3
    total = sum(range(n))
    squares = [k * k for k in range(n)]
    print(__qualname__, sorted(k for k in locals() if k[0] != "_"))
print(C.total, C.squares)
