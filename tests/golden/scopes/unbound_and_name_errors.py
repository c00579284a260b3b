"""NameError and UnboundLocalError: which, and their words."""
def local():
    print(v)
    v = 1
def aug():
    counter += 1
counter = 0
def loop():
    for q in []: pass
    return q
def cond(flag):
    if flag: w = 1
    return w
def exc():
    try: raise ValueError
    except ValueError as e: pass
    return e
def free():
    def inner(): return y
    inner()
    y = 1
def imp():
    print(sys)
    import sys
def cls():
    print(K)
    class K: pass
def func():
    fn()
    def fn(): pass
def with_():
    with open(__file__) as h: pass
    del h
    h
def comp():
    [z for a in range(1)]
def comp_local():
    return [c for c in range(1)], c
def glob():
    global missing_global
    missing_global
def match_():
    match 5:
        case {"k": captured}: pass
    return captured
def unpack():
    a, b = b, 1
def lam(): return (lambda: nowhere)()
def default(a=1): return lambda b=a: (a, b, c_undefined)
def walrus():
    if False and (n := 1): pass
    return n
def star():
    print(rest)
    a, *rest = [1]
def dele():
    d = 1
    del d
    del d
def inner_class():
    class A:
        print(unknown_in_class)
for f in (local, aug, loop, lambda: cond(0), exc, free, imp, cls, func, with_, comp, comp_local, glob, match_, unpack, lam, default(), walrus, star, dele, inner_class, lambda: lenn, lambda: undefined_name.attr, lambda: del_):
    try:
        f()
    except NameError as error:
        print(f.__name__, type(error).__name__, error, error.name)
class Body:
    x = 1
    def m(self): return x_only_in_class
    try:
        y = undefined_y
    except NameError as error:
        print(type(error).__name__, error)
    x = x + 1
    len = len
    def g(self): return len([1])
print(Body.x, Body().g())
