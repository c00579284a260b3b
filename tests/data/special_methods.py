"""Every special method of a class, as every kind of thing that a class can have under its name, used in every way.

    special_methods.py BASES PART PARTS     the PART-th of PARTS, for classes derived from each of BASES

A line per use says what came of it, and what came of it the second time if that was something else. What is tried has
been there from the class's body on, or was put into the class after the use had been tried without it.
"""
import collections
import collections.abc
import contextlib
import copy
import functools
import itertools
import math
import operator
import os
import re
import sys
import types

def show(v, d=0):
    try:
        t = type(v)
        if t is int and abs(v) > 10**7: return "BIG"
        if t in (int, str, float, bool, bytes, type(None), complex): return re.sub("0x[0-9a-f]+", "0x", repr(v))[:80]
        if t in (tuple, list) and d < 3: return t.__name__ + "(" + ", ".join(show(x, d + 1) for x in v) + ")"
        if t is type: return "type:" + v.__name__
        return "<" + t.__name__ + ">"
    except BaseException as e:
        return "show:" + type(e).__name__
class Rec:
    def __init__(self, name): self.name = name
    def __call__(self, *a, **k): return ("rec", self.name, show(a), sorted(k))
class NonData:
    def __get__(self, o, t=None): return lambda *a, **k: ("nd", o is None, show(a))
class DataD:
    def __get__(self, o, t=None): return lambda *a, **k: ("dd", o is None, show(a))
    def __set__(self, o, v): pass
class BadGet:
    def __get__(self, o, t=None): raise OSError("badget")
class Home:
    def m(self, *a, **k): return ("m", show(a))
    @classmethod
    def c(cls, *a, **k): return ("c", show(a))
    @staticmethod
    def s(*a, **k): return ("s", show(a))
def fn(*a, **k): return ("fn", show(a))
def kinds():
    yield "function", fn
    yield "lambda0", lambda: 1
    yield "lambda1", lambda self: 1
    yield "lambdaself", lambda self, *a: self
    yield "bound", Home().m
    yield "classbound", Home.c
    yield "staticf", Home.s
    yield "staticmethod", staticmethod(fn)
    yield "classmethod", classmethod(fn)
    yield "callable", Rec("r")
    yield "nondata", NonData()
    yield "data", DataD()
    yield "badget", BadGet()
    yield "property", property(lambda self: lambda *a, **k: ("prop", show(a)))
    yield "None", None
    yield "int", 5
    yield "str", "abc"
    yield "builtin", len
    yield "class", tuple
    yield "class2", Home
    yield "wrapperobj", object.__repr__
    yield "wrapperint", int.__add__
    yield "own", None
    yield "partialmethod", functools.partialmethod(fn, 1)
    yield "cached", functools.cached_property(lambda self: lambda *a: ("cp", show(a)))
    yield "notimpl", lambda *a: NotImplemented
    yield "raises", lambda *a: {}[1]
    yield "attrerr", lambda *a: ().x
    yield "stop", lambda *a: next(iter(()))
    yield "true", lambda *a: True
    yield "retint", lambda *a: 3
    yield "retneg", lambda *a: -3
    yield "retstr", lambda *a: "xy"
    yield "rettuple", lambda *a: (1, 2)
    yield "retiter", lambda *a: iter((1, 2))
    yield "retfloat", lambda *a: 1.5
    yield "retbytes", lambda *a: b"zz"
    yield "retlist", lambda *a: [1, "a"]
    yield "retdict", lambda *a: {"a": 1}
    yield "big", lambda *a: 2 ** 70
    class SI(int): pass
    class SS(str): pass
    yield "retsubint", lambda *a: SI(4)
    yield "retsubstr", lambda *a: SS("q")
    def gen(*a): yield 7
    yield "gen", gen
    async def co(*a): return 8
    yield "coro", co
ARITHMETIC = "add sub mul matmul truediv floordiv mod lshift rshift and or xor".split()
SYMBOLS = dict(zip(ARITHMETIC, "+ - * @ / // % << >> & | ^".split()))
USES = {}
for b in ARITHMETIC:
    USES[f"__{b}__"] = [f"x {SYMBOLS[b]} 1", f"x {SYMBOLS[b]} x", f"1 {SYMBOLS[b]} x", f"x {SYMBOLS[b]} 'a'", f"iop(x, '{SYMBOLS[b]}', 1)", f"operator.__{b}__(x, 2)", f"[1] {SYMBOLS[b]} x", f"'%s' {SYMBOLS[b]} x"]
    USES[f"__r{b}__"] = [f"1 {SYMBOLS[b]} x", f"x {SYMBOLS[b]} x", f"'a' {SYMBOLS[b]} x", f"1.5 {SYMBOLS[b]} x", f"[1] {SYMBOLS[b]} x", f"iop(1, '{SYMBOLS[b]}', x)", f"x {SYMBOLS[b]} 1", f"Sub() {SYMBOLS[b]} x", f"x {SYMBOLS[b]} Sub()"]
    USES[f"__i{b}__"] = [f"iop(x, '{SYMBOLS[b]}', 1)", f"operator.i{b.rstrip('_')}(x, 1)" if b not in ("and", "or") else f"operator.i{b}(x, 1)", f"x {SYMBOLS[b]} 1", f"iop(x, '{SYMBOLS[b]}', x)"]
USES["__pow__"] = ["x ** 2", "pow(x, 2)", "pow(x, 2, 3)", "2 ** x", "pow(2, x, 3)", "pow(2, 3, x)", "iop(x, '**', 2)"]
USES["__rpow__"] = ["2 ** x", "pow(2, x)", "pow(2, x, 3)", "x ** x", "x ** 2"]
USES["__ipow__"] = ["iop(x, '**', 2)", "operator.ipow(x, 2)"]
USES["__divmod__"] = ["divmod(x, 2)", "divmod(2, x)"]
USES["__rdivmod__"] = ["divmod(x, 2)", "divmod(2, x)"]
for c, s in dict(lt="<", le="<=", eq="==", ne="!=", gt=">", ge=">=").items():
    USES[f"__{c}__"] = [f"x {s} 1", f"1 {s} x", f"x {s} x", f"x {s} Sub()", f"Sub() {s} x", f"operator.{c}(x, 1)", f"[x] {s} [x]", f"[x] {s} [1]", f"(x, 1) {s} (1, x)", f"1.5 {s} x", f"'a' {s} x", f"not x {s} 2", "x in [1, 2]", "[1, 2].index(x)", "sorted([x, 1, x])", "max(x, 1)", "min(1, x)", "{x: 1}.get(x)"]
for u, s in dict(neg="-x", pos="+x", invert="~x", abs="abs(x)").items(): USES[f"__{u}__"] = [s, f"operator.{u}(x)"]
USES["__bool__"] = ["bool(x)", "not x", "1 if x else 2", "x and 1", "x or 1", "all([x])", "any([x])", "list(filter(None, [x]))", "operator.truth(x)", "whilex(x)", "[1 for _ in 'a' if x]", "list(itertools.compress('a', [x]))", "assertx(x)", "int(not x)", "sorted([2,1], reverse=x)"]
USES["__len__"] = ["len(x)", "bool(x)", "not x", "list(reversed(x))", "list(x)", "operator.length_hint(x)", "x[-1]", "x[:]", "1 if x else 2", "[*x]", "iter(x) and 1", "random_ok(x)", "enumerate(x) and 1", "range(len(x))"]
USES["__length_hint__"] = ["operator.length_hint(x)", "operator.length_hint(x, 5)", "list(x)"]
USES["__getitem__"] = ["x[1]", "x['a']", "x[1:2]", "x[1, 2]", "x[-1]", "list(itertools.islice(iter(x), 3))", "operator.getitem(x, 1)", "operator.itemgetter(1)(x)", "'%(a)s' % x", "'{0[a]}'.format(x)", "matchseq(x)", "matchmap(x)", "list(reversed(x))", "f(**x)"]
USES["__setitem__"] = ["setit(x, 1, 2)", "setit(x, slice(1, 2), 2)", "operator.setitem(x, 1, 2)", "augit(x)"]
USES["__delitem__"] = ["delit(x, 1)", "operator.delitem(x, 1)", "delit(x, slice(1))"]
USES["__missing__"] = ["D()['q']", "D().get('q')", "D().__getitem__('q')", "operator.getitem(D(), 'q')", "'%(q)s' % D()"]
USES["__contains__"] = ["1 in x", "1 not in x", "operator.contains(x, 1)", "matchmap(x)"]
USES["__iter__"] = ["list(itertools.islice(x, 3))", "iter(x) and 1", "first(x)", "f(*x)", "a_b(x)", "1 in x", "tuple(x)", "sum(x)", "set(x) and 1", "dict(x)", "zip(x, x) and 1", "list(map(str, x))", "'-'.join(x)", "sorted(x)", "min(x)", "any(x)", "[].extend(x)", "bytes(x)", "bytearray(x)", "yf(x)", "collections.deque(x) and 1", "{*x} and 1", "enumerate(x) and 1", "x.__iter__() and 1", "frozenset(x) and 1", "starred(x)", "operator.countOf(x, 1)", "list.__init__([], x)", "setslice(x)", "dict.fromkeys(x)", "itertools.chain.from_iterable([x]) and 1", "int.from_bytes(x, 'big')"]
USES["__next__"] = ["next(x)", "next(x, 5)", "list(itertools.islice(It(x), 2))", "iter(It(x)) and 1"]
USES["__reversed__"] = ["list(itertools.islice(reversed(x), 2))", "reversed(x) and 1"]
USES["__call__"] = ["x()", "x(1, 2)", "x(a=1)", "callable(x)", "list(map(x, [1]))", "sorted([1], key=x)", "functools.partial(x, 1)()", "f2(x)", "type('C', (), {'__init__': x})", "deco(x)", "list(itertools.islice(iter(x, 1), 2))", "functools.reduce(x, [1, 2])", "operator.call(x, 1)", "max([1], key=x)"]
USES["__hash__"] = ["hash(x) and 1", "{x: 1} and 1", "{x} and 1", "x in {1: 2}", "dict.fromkeys([x]) and 1", "x in {1, 2}", "functools.lru_cache(fn)(x)", "hash((x,)) and 1", "isinstance(x, collections.abc.Hashable)", "hash(frozenset([x])) and 1"]
USES["__repr__"] = ["repr(x)", "str(x)", "f'{x!r}'", "'%r' % (x,)", "ascii(x)", "'%s' % (x,)", "f'{x}'", "format(x)", "[x].__repr__()", "{1: x}.__str__()", "print_(x)", "'{!r}'.format(x)", "str([x])", "repr((x,))"]
USES["__str__"] = ["str(x)", "f'{x}'", "'%s' % (x,)", "format(x)", "print_(x)", "str('{}'.format(x)).strip()", "repr(x) and 1", "str([x]) and 1", "f'{x!s}'", "Exception(x).__str__()", "'a'.join([x])"]
USES["__format__"] = ["format(x)", "format(x, 'abc')", "f'{x}'", "f'{x:>5}'", "str('{:q}'.format(x)).strip()", "f'{x:{1}}'"]
USES["__bytes__"] = ["bytes(x)", "bytearray(x)", "b'%b' % x", "b''.join([x])"]
USES["__int__"] = ["int(x)", "'%d' % x", "round(x)", "int(x, 10)", "math.floor(x)", "float(x)", "range(x)"]
USES["__float__"] = ["float(x)", "math.sqrt(x)", "'%f' % x", "complex(x)", "math.floor(x)", "int(x)", "complex(1, x)", "round(x)"]
USES["__complex__"] = ["complex(x)", "complex(x, 1)", "complex(1, x)", "cmath_(x)"]
USES["__index__"] = ["operator.index(x)", "[1, 2, 3, 4][x]", "'abcd'[x:]", "range(x) and 1", "hex(x)", "bin(x)", "int(x)", "float(x)", "[1] * x", "'a' * x", "chr(x)", "bytes(x)", "math.gcd(x, 2)", "'%x' % x", "'%c' % x", "'%d' % x", "slice(x).indices(5)", "list(range(10))[x:x]", "round(1.5, x)", "(1).to_bytes(x, 'big')", "math.factorial(x)", "'{:{}}'.format(1, x)", "isinstance(range(3)[x], int)", "complex(x)", "math.sqrt(x)", "itertools.islice('abc', x) and 1", "[].insert(x, 1)", "[1].pop(x)", "'a'.center(x)", "memoryview(b'abcdefgh')[x]", "bytearray(x)", "collections.deque([1], x)", "int('1', x)", "enumerate([], x) and 1"]
USES["__round__"] = ["round(x)", "round(x, 2)", "round(x, None)", "round(x, ndigits=1)"]
for r in ("trunc", "floor", "ceil"): USES[f"__{r}__"] = [f"math.{r}(x)"] + (["int(x)"] if r == "trunc" else [])
USES["__enter__"] = ["withx(x)", "contextlib.ExitStack().enter_context(x)"]
USES["__exit__"] = ["withx(x)", "withraise(x)", "contextlib.ExitStack().push(x) and 1"]
USES["__aenter__"] = ["run(awith(x))"]
USES["__aexit__"] = ["run(awith(x))", "run(awithraise(x))"]
USES["__aiter__"] = ["run(afor(x))", "aiter(x) and 1"]
USES["__anext__"] = ["run(afor(AIt(x)))", "run(anext(x))"]  # anext(x, 1) ends CPython for some
USES["__await__"] = ["run(aw(x))"]
USES["__get__"] = ["H(x).d", "H(x)().d", "getattr(H(x), 'd')", "H(x)().d if 1 else 0", "super(H(x), H(x)()).d", "inspect_(x)"]
USES["__set__"] = ["setd(H(x))", "hasattr(H(x)(), 'd')", "deld(H(x))"]
USES["__delete__"] = ["deld(H(x))", "setd(H(x))"]
USES["__set_name__"] = ["H(x) and 1", "type('Q', (), {'d': x}) and 1"]
USES["__getattr__"] = ["x.zz", "getattr(x, 'zz', 5)", "hasattr(x, 'zz')", "x.zz()", "operator.attrgetter('zz.y')(x)", "copy.copy(x) and 1", "matchattr(x)"]
USES["__getattribute__"] = ["x.zz", "getattr(x, 'zz', 5)", "hasattr(x, 'zz')", "x.__class__", "x.__dict__", "isinstance(x, int)", "x.m()", "callable(x)", "str(x) and 1", "vars(x)", "dir(x) and 1"]
USES["__setattr__"] = ["seta(x)", "setattr(x, 'q', 1)", "object.__setattr__(x, 'q', 1)", "augattr(x)"]
USES["__delattr__"] = ["dela(x)", "delattr(x, 'q')"]
USES["__dir__"] = ["len(dir(x)) > 0"]
USES["__init__"] = ["K()", "K(1)", "K(1, 2)", "K(a=1)", "K.__call__()", "copy.copy(x) and 1"]
USES["__new__"] = ["K()", "K(1)", "K(a=1)", "K.__new__(K)", "copy.copy(x) and 1"]
USES["__del__"] = ["dele(K)"]
USES["__init_subclass__"] = ["type('Q', (K,), {}) and 1", "types.new_class('Q', (K,), {'a': 1}) and 1"]
USES["__class_getitem__"] = ["K[int]", "K[1, 2]", "K['a']"]
USES["__subclasshook__"] = ["isinstance(1, K)", "issubclass(int, K)"]
USES["__instancecheck__"] = ["isinstance(1, x)", "isinstance(x, x)", "matchcls(x)", "isinstance(1, (x, int))"]
USES["__subclasscheck__"] = ["issubclass(int, x)", "issubclass(int, (x, str))", "exc(x)"]
USES["__mro_entries__"] = ["type(mk(x)).__name__", "types.resolve_bases((x,))", "types.new_class('N', (x,)) and 1"]
USES["__copy__"] = ["copy.copy(x)"]
USES["__deepcopy__"] = ["copy.deepcopy(x)", "copy.deepcopy(x) and 1"]
USES["__reduce__"] = ["copy.copy(x)"]
USES["__reduce_ex__"] = ["copy.copy(x)"]
USES["__getstate__"] = ["copy.copy(x) and 1", "x.__reduce_ex__(2)[2]"]
USES["__setstate__"] = ["copy.copy(K2(x)) and 1"]
USES["__getnewargs__"] = ["x.__reduce_ex__(2)[1]"]
USES["__getnewargs_ex__"] = ["x.__reduce_ex__(2)[1]"]
USES["__sizeof__"] = ["size(sys.getsizeof(x))", "size(sys.getsizeof(x, 5))"]
USES["__fspath__"] = ["os.fspath(x)", "os.path.join(x, 'a')"]
USES["__buffer__"] = ["memoryview(x)", "bytes(x)"]
USES["__match_args__"] = ["matchpos(x)"]
USES["__class__"] = ["x.__class__", "isinstance(x, int)", "isinstance(x, K)"]
USES["__dict__"] = ["x.__dict__", "vars(x)", "x.q"]
USES["__doc__"] = ["x.__doc__ == K.__doc__"]
USES["__module__"] = ["K.__module__", "repr(K)", "repr(x) and 1"]
USES["__annotations__"] = ["K.__annotations__", "x.__annotations__"]
USES["__replace__"] = ["copy.replace(x, a=1)", "copy.replace(x)"]
def size(n): return n if n < 50 else "large"
def iop(x, s, y):
    ns = {"x": x, "y": y}
    exec(f"x {s}= y", ns)
    return ns["x"]
def whilex(x):
    while x: return "loop"
    return "none"
def assertx(x):
    assert x
    return 1
def random_ok(x): import random; return random.Random(1).choice(x)
def setit(x, k, v): x[k] = v; return "set"
def augit(x): x[1] += 1; return "aug"
def delit(x, k): del x[k]; return "del"
def first(x):
    for a in x: return a
def f(*a, **k): return (show(a), sorted(k))
def f2(g): return g(1, *[2], **{"k": 3})
def a_b(x): a, b = x; return (a, b)
def starred(x): a, *b = x; return (a, b)
def yf(x):
    def g(): yield from x
    return list(itertools.islice(g(), 2))
def setslice(x):
    a = [1, 2]
    a[:] = x
    return a
def It(x):
    class I:
        def __iter__(self): return x
    return I()
def AIt(x):
    class I:
        def __aiter__(self): return x
    return I()
def deco(x):
    @x
    def g(): pass
    return g
def print_(x):
    import io
    o = io.StringIO(); print(x, file=o); return o.getvalue()

def cmath_(x): import cmath; return cmath.sqrt(x)
def withx(x):
    with x as v: return ("in", v)
def withraise(x):
    with x as v: raise KeyError("w")
    return "swallowed"
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
    return "yielded"
async def awith(x):
    async with x as v: return ("in", v)
async def awithraise(x):
    async with x as v: raise KeyError("w")
    return "swallowed"
async def afor(x):
    async for a in x: return a
    return "end"
async def aw(x): return await x
def H(x): return type("Holder", (), {"d": x})
def setd(h): o = h(); o.d = 1; return sorted(o.__dict__)
def deld(h): o = h(); del o.d; return "deleted"
def inspect_(x): import inspect; return inspect.ismethoddescriptor(x), inspect.isdatadescriptor(x)
def seta(x): x.q = 1; return sorted(object.__getattribute__(x, "__dict__"))
def dela(x): object.__getattribute__(x, "__dict__")["q"] = 1; del x.q; return sorted(object.__getattribute__(x, "__dict__"))
def augattr(x): object.__getattribute__(x, "__dict__")["q"] = 1; x.q += 1; return object.__getattribute__(x, "__dict__")["q"]
def dele(K): o = K(); del o; return "gone"
def matchseq(x):
    match x:
        case [a, *b]: return ("seq", a, b)
        case _: return "no"
def matchmap(x):
    match x:
        case {"a": a, **b}: return ("map", a, b)
        case _: return "no"
def matchattr(x):
    match x:
        case object(zz=z): return ("attr", z)
        case _: return "no"
def matchcls(x):
    match 1:
        case x(): return "yes"
        case _: return "no"
def matchpos(x):
    K = type(x)
    match x:
        case K(a, b): return ("pos", a, b)
        case K(a): return ("pos1", a)
        case _: return "no"
def exc(x):
    try: raise KeyError
    except x: return "caught"
def mk(x):
    class N(x): pass
    return N
def K2(x): x.q = 1; return x
BASES = {"object": object, "int": int, "list": list, "dict": dict, "str": str, "type": type, "tuple": tuple, "Exception": Exception, "float": float, "set": set}
def main(bases, part, parts):
    sys.unraisablehook = lambda u: print("    unraisable", type(u.exc_value).__name__, str(u.exc_value)[:80].split(" 0x")[0])
    specials = [s for s in USES][part::parts]
    for bname in bases:
        base = BASES[bname]
        for special in specials:
            for kname, value in kinds():
                if kname == "own": value = getattr(base, special, None) if special not in ("__class__", "__dict__") else 7
                if (bname, special, kname) == ("dict", "__iter__", "badget"):
                    continue  # a SystemError in CPython
                how = ("body", "late")
                for when in how:
                    try:
                        if when == "body":
                            K = type(base)("K", (base,), {special: value})
                        else:
                            K = type(base)("K", (base,), {})
                            x0 = K("Z", (), {}) if base is type else K()
                            for t in USES[special][:3]:
                                try: eval(t, globals(), {"x": x0, "K": K, "Sub": K, "D": dict})
                                except BaseException: pass
                            setattr(K, special, value)
                        Sub = type(base)("Sub", (K,), {})
                        D = type("D", (dict,), {special: value}) if special == "__missing__" else dict
                        x = K("Z", (), {}) if base is type else K()
                    except BaseException as e:
                        print(bname, special, kname, when, "MAKE", type(e).__name__, str(e)[:150])
                        continue
                    for t in USES[special]:
                        rs = []
                        for _ in range(2):
                            try: r = show(eval(t, globals(), {"x": x, "K": K, "Sub": Sub, "D": D}))
                            except RecursionError: r = "RecursionError"
                            except BaseException as e:
                                try: m = str(e)[:170]
                                except BaseException as e2: m = "str:" + type(e2).__name__
                                r = type(e).__name__ + ": " + re.sub("0x[0-9a-f]+", "0x", m)
                            rs.append(r)
                        print(bname, special, kname, when, t, rs[0] if rs[0] == rs[1] else rs)
                    x = None
if __name__ == "__main__":
    main(sys.argv[1].split(","), int(sys.argv[2]), int(sys.argv[3]))
