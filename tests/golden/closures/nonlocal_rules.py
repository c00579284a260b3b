"""nonlocal and global: what they reach and what the compiler rejects."""
x = "global"
def f():
    x = "f"
    def g():
        global x
        x = "set by g"
        def h():
            return x
        return h()
    return g(), x
print(f(), x)
def a():
    v = 1
    class C:
        v = 2
        def m(self):
            nonlocal v
            v += 1
            return v
        w = v
    return C().m(), C.v, C.w, v
print(a())
def b():
    v = "outer"
    class C:
        nonlocal v
        v = "set in class body"
        u = 1
    return v, hasattr(C, "v"), C.u
print(b())
class G:
    global made_in_class
    made_in_class = 1
    def made_in_class_2(): pass
print(made_in_class, hasattr(G, "made_in_class"))
def c():
    v = 1
    def d():
        def e():
            nonlocal v
            v = 3
        e()
        return v
    return d(), v
print(c())
def loop():
    n = i = 0
    def inner():
        nonlocal n, i
        for i in range(3): n += i
        with open(__file__) as n_file: pass
        try: raise ValueError
        except ValueError as e: pass
        import sys as n_mod
        def n_f(): pass
    inner()
    return n, i
print(loop())
def exc():
    e = 1
    def inner():
        nonlocal e
        try: raise ValueError("v")
        except ValueError as e: pass
    inner()
    try: return e
    except NameError as error: return str(error)
print(exc())
for source in ["nonlocal x", "def f(): nonlocal y", "def f(x): nonlocal x", "def f():\n x = 1\n nonlocal x", "def f():\n def g():\n  x = 1\n  nonlocal x", "def f():\n x = 1\n def g():\n  print(x)\n  nonlocal x", "def f():\n x = 1\n def g():\n  nonlocal x\n  global x", "def f(x): global x", "x = 1\nglobal x", "def f():\n print(x)\n global x", "def f():\n global x\n x: int = 1", "class C: nonlocal x", "def f():\n x = 1\n class C:\n  x = 2\n  nonlocal x", "def f():\n for x in (): pass\n global x", "def f():\n import x\n global x", "def f():\n global x, x", "def f():\n def x(): pass\n global x", "global x\nglobal x", "def f():\n x = 1\n def g(x): nonlocal x", "def f():\n x += 1\n global x", "def f():\n del x\n global x", "lambda: (nonlocal_ := 1)", "def f():\n global x\n def g(): nonlocal x", "def f[T](): nonlocal T", "def f[T]():\n def g(): nonlocal T"]:
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "fine")
    except SyntaxError as error:
        print(repr(source), "->", error.msg, error.lineno)
