"""Code of functions that take arguments, run by eval() and exec(), and source with null bytes."""
def t(f):
    try:
        print(f())
    except BaseException as error:
        print(type(error).__name__, error)



t(lambda: eval((lambda a: a).__code__))
t(lambda: eval((lambda *a: a).__code__))
t(lambda: eval((lambda **a: a).__code__))
t(lambda: eval((lambda a, b: a).__code__))
t(lambda: eval((lambda a=1: a).__code__))
t(lambda: eval((lambda *, a=1: a).__code__))
t(lambda: eval((lambda: 5).__code__))


def f(a): print("never")
def g(*a): print("g", a, __name__, x)


t(lambda: exec(f.__code__))
t(lambda: exec(g.__code__, {"x": 3, "__name__": "other"}))
for code in b"x\0", b"\0":
    t(lambda: compile(code, "t", "exec"))
    t(lambda: eval(code))
    t(lambda: exec(code))
