# Special methods that are descriptors: None from __get__ says for some that there is no such method.
class D:
    def __init__(s, v): s.v = v
    def __get__(s, i, o):
        if s.v is Exception: raise LookupError("get")
        return s.v
import operator, copy, pickle, math, os
uses = {"iter": "iter(x)", "hash": "hash(x)", "contains": "1 in x", "reversed": "reversed(x)", "len": "len(x)", "getitem": "x[0]", "setitem": "x[0]=1", "delitem": "del x[0]", "call": "x()", "bool": "bool(x)", "index": "operator.index(x)", "int": "int(x)", "float": "float(x)", "complex": "complex(x)", "str": "str(x)", "repr": "repr(x)", "format": "format(x)", "bytes": "bytes(x)", "add": "x+1", "radd": "1+x", "iadd": "x+=1", "eq": "x==1", "lt": "x<1", "neg": "-x", "invert": "~x", "enter": "with_(x)", "exit": "with2(x)", "next": "next(x)", "getattr": "x.zz", "getattribute": "x.zz", "setattr": "x.a=1", "delattr": "del x.a", "get": "g(x)", "set": "st(x)", "delete": "dl(x)", "dir": "dir(x)", "length_hint": "operator.length_hint(x)", "round": "round(x)", "trunc": "math.trunc(x)", "floor": "math.floor(x)", "ceil": "math.ceil(x)", "divmod": "divmod(x,1)", "pow": "pow(x,2)", "await": "aw(x)", "aiter": "aiter(x)", "anext": "anext(x)", "instancecheck": "isinstance(1,x)", "subclasscheck": "issubclass(int,x)", "fspath": "os.fspath(x)", "sizeof": "__import__('sys').getsizeof(x)", "copy": "copy.copy(x)", "deepcopy": "copy.deepcopy(x)", "reduce_ex": "copy.copy(x)", "missing": "md(x)", "set_name": "sn(x)", "mro_entries": "me(x)", "class_getitem": "type(x)[1]", "matmul": "x@1", "init": "type(x)()", "new": "type(x)()", "init_subclass": "isub(x)", "buffer": "memoryview(x)", "abs": "abs(x)"}
def with_(x):
    with x: pass
def with2(x):
    with x: pass
def g(x):
    class Q: a = x
    return Q().a
def st(x):
    class Q: a = x
    Q().a = 1
def dl(x):
    class Q: a = x
    del Q().a
def aw(x):
    async def c(): await x
    c().send(None)
def md(x):
    class Q(dict): __missing__ = type(x).__dict__["__missing__"]
    return Q()[1]
def sn(x):
    class Q: a = x
def me(x):
    class Q(x): pass
def isub(x):
    class Q(type(x)): pass
for n, u in uses.items():
    for v in (None, 5, Exception, int, len, NotImplemented, lambda *a: None):
        T = type("T", (), {f"__{n}__": D(v)})
        try:
            if n in ("init", "new"): x = object.__new__(T)
            else: x = T()
            if n == "exit": T.__enter__ = lambda s: s
            if n == "enter": T.__exit__ = lambda *a: None
        except BaseException as e: print(n, "make", type(e).__name__, e); continue
        vn = getattr(v, "__name__", v)
        try:
            if u.split("=")[0].strip() in ("x[0]", "x.a", "del x[0]", "x+") or u.startswith("del"): exec(u); r = "done"
            else: r = eval(u)
            if n not in ("hash", "sizeof", "dir"): print(n, vn, type(r).__name__, str(r)[:40] if "object at" not in str(r) else "")
            else: print(n, vn, type(r).__name__)
        except BaseException as e: print(n, vn, type(e).__name__, e, "|", repr(e.__cause__), repr(e.__context__), getattr(e, "__notes__", ""))
        try: del x, T
        except BaseException as e: print(e)
