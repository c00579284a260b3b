def f(): 'doc'
def g(a, *b, **c): 'x'; yield
async def h(): 'y'
class C:
    'doc'
    def m(self): 'z'; return super()
print([x.__code__.co_flags & 0xffffffff for x in (f, g, h, C.m, lambda: 1)], compile("'doc'", "f", "exec").co_flags)
for s, g in (("import os", {}), ("class A: pass", {}), ("len", {}), ("from os import path", {}), ("@x\nclass A: pass", {}), ("def f(): import os\nf()", {}), ("assert 0", {}), ("print", {})):
    g = {"__builtins__": {}}
    try: exec(s, g)
    except BaseException as e:
        print(repr(s), type(e).__name__, e.args, [(n, getattr(e, n, "-")) for n in ("name", "path", "msg", "name_from")], e)
async def ag():
    if 0: yield
async def ag1(): yield 1
def drive(x):
    try: print(x.send(None))
    except BaseException as e: print(repr(e), repr(e.__context__), e.__suppress_context__, repr(e.__cause__), e.args)
drive(anext(ag(), 5)); drive(anext(ag1(), 5)); drive(anext(ag()))
def thr(x):
    try: print(x.throw(StopAsyncIteration("q")))
    except BaseException as e: print(repr(e), repr(e.__context__), e.__suppress_context__)
import collections, typing
N = collections.namedtuple("a", "b"); M = collections.namedtuple("a", ""); O = collections.namedtuple("a", "b c")
print(N.__doc__, M.__doc__, O.__doc__, typing.NamedTuple("Q", [("a", int)]).__doc__, N.b.__doc__)
for x in (O(1, 2),):
    for n in ("b", "zz", "_fields"):
        for f in (lambda: setattr(x, n, 1), lambda: delattr(x, n)):
            try: f(); print("ok")
            except AttributeError as e: print(e, e.name, e.obj, e.args)
class SS(str): pass
class T(tuple): pass
class I(int): pass
def m(ma, *attrs):
    class P: __match_args__ = ma; a = 1; b = 2
    try:
        match P():
            case P(a, b): print("two", a, b)
            case _: print("no")
    except BaseException as e: print(type(e).__name__, e)
m((SS("a"), "b")); m(T(("a", "b"))); m(("a", SS("b"))); m(["a", "b"]); m(("a",)); m(("a", 1)); m(("a", "a")); m("ab"); m(None)
for s in ("class CG[A,A]: pass", "def f[A, *A](): pass", "type X[A, A] = 1", "def f(a, a): pass", "def f():\n  x = 1\n  global x", "def f(x):\n  nonlocal x", "nonlocal x", "def f():\n nonlocal qq", "class A[T]:\n  def f[T](self): pass", "def f[T](T): pass", "class A[T]:\n def g():\n  nonlocal T"):
    try: exec(s)
    except SyntaxError as e: print(s.encode(), e.args, e.lineno, e.offset, e.text, e.filename)
    else: print(s.encode(), "ok")
