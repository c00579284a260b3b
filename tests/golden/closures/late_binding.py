"""Closures see variables, not values; each call makes new cells."""
fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs])
def make():
    out = []
    for i in range(3):
        def f(): return i
        out.append(f)
    i = 99
    return out
print([f() for f in make()])
print([f() for f in [lambda: j for j in range(3)]], [f() for f in [lambda j=j: j for j in range(3)]], [f() for f in (lambda: k for k in range(3))])
g = (lambda: k for k in range(3))
print([next(g)(), next(g)()], [f() for f in [(lambda n: lambda: n)(n) for n in range(3)]])
def counter(start=0):
    n = start
    def up(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    def reset():
        nonlocal n
        n = start
    return up, get, reset
up, get, reset = counter()
up2, get2, _ = counter(10)
up(); up(5); up2()
print(get(), get2()); reset(); print(get(), get2())
def shared():
    x = 1
    def read(): return x
    def write(v):
        nonlocal x
        x = v
    print(read(), end=" ")
    x = 2
    print(read(), end=" ")
    write(3)
    print(x, read(), read.__closure__[0] is write.__closure__[0])
shared()
def deep():
    a = 1
    def l1():
        b = 2
        def l2():
            c = 3
            def l3():
                nonlocal a, b, c
                a, b, c = a + 10, b + 10, c + 10
                return a, b, c
            return l3(), l3(), c
        return l2(), b
    return l1(), a
print(deep())
def param(x, *args, y=1, **kw):
    def inner():
        nonlocal x, args
        x += 1
        args += (x,)
        return x, args, y, kw
    return inner
p = param(1, 2, y=3, z=4)
print(p(), p())
def before():
    def use(): return later
    try: use()
    except NameError as error: print(error)
    later = "assigned"
    return use()
print(before())
def recursive():
    def fact(n): return 1 if n == 0 else n * fact(n - 1)
    return fact
fact = recursive()
print(fact(5), fact.__code__.co_freevars, fact.__closure__[0].cell_contents is fact)
