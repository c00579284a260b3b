def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class D(dict):
    def __getitem__(s, k):
        if not k.startswith("__"): print("gi", k)
        return dict.get(s, k, "DEF")
class M(dict):
    def __missing__(s, k):
        print("missing", k)
        if k in ("print", "len", "x"): raise KeyError(k)
        return "MISS"
class E(dict):
    def __getitem__(s, k): raise ValueError(k)
class G(dict):
    def __contains__(s, k): print("contains", k); return True
    def get(s, k, d=None): print("get"); return 3
class S(dict):
    def __setitem__(s, k, v): print("set", k); dict.__setitem__(s, k, v)
    def __delitem__(s, k): print("del", k); dict.__delitem__(s, k)
src = '''
a = 1
def f(): return a
print(f())
def g():
    global a, b
    a = 5; b = 6
    del b
    return a
print(g(), a)
class C:
    print(a)
    q = a
print([a for _ in range(2)])
print((lambda: zz)())
print(len([1]))
try: print(x)
except Exception as e: print(type(e), e)
def h():
    try: return x
    except Exception as e: return type(e), str(e)
print(h()); print(h())
for i in range(3): print(f())
'''
for cls in (D, M, E, G, S):
    print("==", cls.__name__)
    d = cls()
    dict.__setitem__(d, "print", print); dict.__setitem__(d, "a", 1)
    t(exec, src, d)
    d = cls(a=1)
    t(exec, "a = 3\ndef f(): return a\nr = f()", d)
    t(exec, "global a\na = 3\nr = a\ndel a", d)
    t(eval, "a", d); t(eval, "(lambda: a)()", d); t(eval, "[a for i in range(2)]", d)
    t(eval, "nope", d); t(eval, "(lambda: nope)()", d)
class B(dict):
    def __getitem__(s, k): print("bi", k); return dict.__getitem__(s, k)
d = {"__builtins__": B(len=len, __build_class__=__build_class__, __import__=__import__)}
t(exec, "len\ndef f(): return len\nf(); f(); f()\nclass A: pass\nimport sys", d)
import types
f = types.FunctionType((lambda: a).__code__, D(a=1)); t(f); t(f)
class A: a = 3
d = D(a=1)
exec("def k():\n for i in range(3): yield a", d)
t(lambda: list(dict.get(d, "k")()))
