"""Name lookup inside class bodies."""
x = "global"
class A:
    print(x)
    x = "class"
    print(x)
    def m(self): return x
    del x
    print(x)
    y = x
print(A().m(), hasattr(A, "x"), A.y)
def f():
    x = "function"
    class B:
        print(x)
        y = x
    class C:
        print(x)
        x = "C"
        print(x)
    class D:
        global x
        print(x)
        z = x
    return B.y, C.x, D.z
print(f())
def g(y):
    class E:
        z = 1
        try: y = y
        except NameError as e: y = str(e)
    return E.y
print(g(1))
def h(n):
    class F:
        try: n = n + 1
        except NameError as e: err = str(e)
    return F.n if hasattr(F, "n") else F.err
print(h(1))
class G:
    a = 1
    class H:
        try: b = a
        except NameError as e: b = str(e)
        c = 2
    d = H.c
    a += 10
    for i in range(3): pass
    if a > 5: big = True
    e, *fs = "xyz"
    with open(__file__) as handle: closed = handle.closed
    try: 1 / 0
    except ZeroDivisionError as error: message = str(error)
    import sys as system
    def k(self, default=a): return default
    while a: a -= 11
    lam = lambda self: self.big
    print(sorted(n for n in locals() if not n.startswith("__")), locals() is vars())
    locals()["injected"] = "by locals()"
    __private = 1
    def get(self): return self.__private
print(G.H.b, G.d, G.a, G.i, G.big, G.e, G.fs, G.closed, G.message, hasattr(G, "error"), G().k(), G().lam(), G.injected, G._G__private, G().get())
class I:
    print(__module__, __qualname__, __name__)
    __qualname__ = "Renamed.Qual"
    extra = __qualname__
print(I.__qualname__, I.__name__, I.extra, "__qualname__" in vars(I), repr(I))
class J:
    __slots__ = ("a",)
    def set(self): self.a = 1
    print([n for n in dir()])
class K:
    exec("made = 1")
    print(made, eval("made + 1"), "made" in locals())
    print(list(filter(lambda n: n == "made", dir())))
print(K.made)
class L: print(__class__ if "__class__" in globals() else "no __class__ name"); print(__firstlineno__, "__doc__" in locals())
