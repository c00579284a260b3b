"""Lambdas, nested definitions, recursion, functions as values and qualified names."""
compose = lambda *fs: (lambda x: x) if not fs else lambda x: fs[0](compose(*fs[1:])(x))
print(compose(str, lambda x: x * 2, abs)(-21))
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(20), (lambda f: f(f, 10))(lambda f, n: n if n < 2 else f(f, n - 1) + f(f, n - 2)))
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *a: y(y)(*a)))
print(Y(lambda self: lambda n: 0 if n == 0 else n + self(n - 1))(10))
def outer():
    def inner():
        def innermost(): pass
        class Local:
            def method(self): return lambda: None
        return innermost, Local, Local.method, Local().method()
    return inner
for thing in outer()():
    print(thing.__qualname__, thing.__name__)
print((lambda: 0).__name__, (lambda: 0).__qualname__, outer().__qualname__, [lambda: 0][0].__qualname__, [(lambda: 0) for _ in "a"][0].__qualname__)
class C:
    attr = lambda self: self
    def method(self):
        global made
        def made(): pass
        return made
    class D:
        def f(): pass
print(C.attr.__qualname__, C().method().__qualname__, C.D.f.__qualname__, C.D.__qualname__)
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
print(even(100), odd(7), even(7))
table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b}
print({k: f(5, 3) for k, f in table.items()}, [f(2) for f in [lambda x: x, lambda x: x ** 2]], sorted("bCa", key=lambda s: s.lower()))
print((lambda x: (lambda y: (lambda z: (x, y, z))))(1)(2)(3), (lambda: lambda: 5)()(), (lambda x, *y, z=1, **w: (x, y, z, w))(1, 2, z=3, q=4))
def returns_nothing(): pass
def returns_bare(): return
def unreachable():
    return 1
    print("never")
print(returns_nothing(), returns_bare(), unreachable())
def redefine(): return 1
first = redefine
def redefine(): return 2
print(first(), redefine())
def counter():
    counter.calls = getattr(counter, "calls", 0) + 1
    return counter.calls
print(counter(), counter(), counter.calls)
def vary(flag):
    if flag:
        def chosen(): return "yes"
    else:
        def chosen(): return "no"
    return chosen()
print(vary(1), vary(0))
for value in (f := lambda: 1, print, len, int, [].append, C().method, C.method, str.upper, C):
    print(callable(value), type(value).__name__, end="; ")
print(callable(5), callable(C()))
