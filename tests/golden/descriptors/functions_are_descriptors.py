"""Functions, lambdas, built-ins, partial objects and classes as class attributes."""
import functools
def func(*args): return len(args), [a for a in args if not hasattr(a, "func")]
class Callable:
    def __call__(self, *args): return "callable", len(args)
class Bindable(Callable):
    def __get__(self, obj, owner=None): return self if obj is None else functools.partial(self, obj)
class C:
    func = func
    lam = lambda *a: len(a)
    builtin = len
    method_descriptor = list.append
    cls = dict
    call = Callable()
    bind = Bindable()
    part = staticmethod(functools.partial(func, "p"))
    pm = functools.partialmethod(func, "pm")
    bound = [1].count
    gen = (x for x in "ab")
    nested = staticmethod(func)
    wrapped = functools.wraps(func)(lambda *a: ("wrapped", len(a)))
    cached = functools.lru_cache(lambda self, x: x * 2)
    @functools.cached_property
    def cp(self): print("computing", end=" "); return 42
    @functools.singledispatchmethod
    def sd(self, x): return "default"
    @sd.register
    def _(self, x: int): return "int"
c = C()
print(c.func(1), C.func(1), c.lam(), C.lam(), c.builtin("abc"), C.builtin("ab"), c.cls(a=1), c.call(), c.bind(), C.bind(), c.part(1), c.pm(1), C.pm(c, 1), c.bound(1), next(c.gen), next(C.gen), c.nested(1), c.wrapped(), c.cached(4), c.cp, c.cp, vars(c), c.sd(1), c.sd("x"))
print(func.__get__(c)(2), func.__get__(c, C)(3), func.__get__(None, C) is func, func.__get__(5).__self__, type(func.__get__(5)).__name__)
for args in ((), (None,), (None, None), (c, C, 1)):
    try:
        print(type(func.__get__(*args)).__name__)
    except TypeError as error:
        print(error)
m = c.func
print(type(m.__get__(5)).__name__, m.__get__(5).__self__ is c, m.__get__(None, C) is m)
class D: pass
D.borrowed = C.func
D.from_instance = c.func
d = D()
print(d.borrowed(1)[0], d.from_instance(1)[0], d.from_instance.__self__ is c, D.borrowed.__qualname__)
import types
d.adhoc = types.MethodType(lambda self, x: (self is d, x), d)
print(d.adhoc(5), "adhoc" in vars(d))
class E(C):
    func = None
try:
    E().func(1)
except TypeError as error:
    print(error)
print(functools.reduce(lambda f, g: lambda x: g(f(x)), [str, len, lambda n: n + 1])(12345))
class Op:
    __add__ = lambda self, o: ("add", o)
    __radd__ = staticmethod(lambda o: ("static radd", o))
    __len__ = classmethod(lambda cls: 7)
    __call__ = (lambda *a: ("partial call", len(a)))
    __getitem__ = dict(a=1).get
    __contains__ = [1, 2].__contains__
    __iter__ = lambda self: iter("it")
    __neg__ = property(lambda self: lambda: "property neg")
    __bool__ = lambda self: True
    __eq__ = Bindable()
    __hash__ = None
o = Op()
print(o + 1, 1 + o, len(o), o(), o["a"], o["z"], 1 in o, 5 in o, list(o), -o, o == 1)
