"""Private names inside of class bodies."""
class A:
    __x = 1
    __y__ = 2
    def __m(self): return self.__x
    def call(self): return self.__m(), self.__y__
    def set(self): self.__new, self._A__other = 5, 6; return sorted(vars(self))
    def local(self):
        __local = 7
        return list(locals())
    def param(self, __p=1): return __p
    def glob(self):
        try:
            return __nowhere
        except NameError as e:
            return str(e)
    def strings(self): return hasattr(self, "__x"), getattr(self, "_A__x")
class B(A):
    __x = 10
    def call2(self): return self.__x, self._A__x
print(A().call(), B().call2(), A().set(), A().local(), A().param(), A().glob(), A().strings())
print([n for n in vars(A) if "_A" in n], A.param.__code__.co_varnames)
class __Lead:
    __z = 3
    def f(self): return self.__z
print(__Lead().f(), [n for n in vars(__Lead) if n.endswith("__z")])
class ___: 
    __q = 4
    def f(self): return __q
print([n for n in vars(___) if "q" in n])
class Del:
    def __init__(self): self.__a = 1
    def drop(self):
        del self.__a
        return vars(self)
print(Del().drop())
try:
    A().__x
except AttributeError as e:
    print(e)
