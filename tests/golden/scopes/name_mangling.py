"""Private names are mangled with the class's name, everywhere in its body."""
class A:
    __x = 1
    __y__ = 2
    _z = 3
    ___w = 4
    def __init__(self, __arg=5):
        self.__attr = __arg
        __local = 6
        self.found = [n for n in locals()]
        def __inner(__p): return __p
        self.inner = __inner.__name__, __inner(7), __inner.__qualname__
    def read(self): return self.__attr, self.__x, A.__x, self.__y__
    def kw(self, *, __k=1, **rest): return __k, rest
    def unmangled(self): return getattr(self, "__attr", "no getattr"), hasattr(self, "_A__attr"), "__x" in dir(self)
    class __Inner:
        __deep = 1
        def get(self): return self.__deep
    def make(self): return self.__Inner().get(), type(self.__Inner()).__name__
    def comp(self): return [__i for __i in range(2)], {__k: __v for __k, __v in [(1, 2)]}
    def glob(self):
        global __g
        __g = "global"
    def imp(self):
        import sys as __s
        return __s.__name__, sorted(locals())
    def exc(self):
        try: raise ValueError("v")
        except ValueError as __e: return str(__e), sorted(locals())
    def lam(self): return (lambda __q: __q)(3), (lambda __q: 0).__code__.co_varnames
    def call(self): return self.kw(_A__k=9), self.kw(__k=8)
    def dele(self):
        self.__gone = 1
        del self.__gone
        try: self.__gone
        except AttributeError as error: return str(error)
    def deco(f): return f
    def dunder_call(self): return __name__, __file__ == __file__
    def match_(self, v):
        match v:
            case {"k": __cap}: return __cap, sorted(locals())
    def walrus(self): return (__n := 4), sorted(locals())
a = A()
print([n for n in vars(A) if "x" in n or "y__" in n or "w" in n and n.startswith("_")], vars(a))
print(a.read(), a.kw(), a.unmangled(), a.make(), a.comp(), a.imp(), a.exc(), a.lam(), a.call(), a.dele(), a.match_({"k": 1}), a.walrus())
a.glob()
print(_A__g, A.kw.__kwdefaults__, A.__init__.__code__.co_varnames)
class B(A):
    __x = "B's"
    def read_b(self): return self.__x, self._A__x
print(B().read(), B().read_b())
class _Leading:
    __v = 1
class __Two:
    __v = 1
class ___:
    __v = 1
    def get(self): return self.__v
print([n for n in vars(_Leading) if "__v" in n], [n for n in vars(__Two) if n.endswith("__v")], [n for n in vars(___) if n.endswith("__v")], ___().get())
class D:
    exec("__e = 1")
    print("__e" in locals(), "_D__e" in locals())
    __slots__ = ("__s", "t")
    def __init__(self): self.__s = 1
print([n for n in vars(D) if n.endswith("__s")], D()._D__s)
def outside(o): return o.__x
try:
    outside(a)
except AttributeError as error:
    print(error)
class E:
    def f(self): return __undefined_private
    def g[__T](self, x: __T) -> __T: return x
try:
    E().f()
except NameError as error:
    print(error)
print(E.g.__annotations__, E.g.__type_params__)
