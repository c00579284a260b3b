"""Subclasses of the remaining built-in types."""
import types, functools, collections
class P(property): pass
class SM(staticmethod): pass
class M(types.ModuleType):
    def hello(self): return f"hello from {self.__name__}"
class NS(types.SimpleNamespace): pass
class BA(bytearray): pass
class C(complex):
    def __abs__(self): return "abs"
class Z(zip): pass
class R(reversed): pass
class En(enumerate): pass
class Part(functools.partial): pass
class OD(collections.OrderedDict): pass
print(M("m").hello(), NS(a=1), BA(b"x"), abs(C(3, 4)), C(1) + 1, list(Z("ab", "cd")), list(R("abc")), list(En("ab", 5)), Part(int, "5")(), OD(a=1))
for base in ("bool", "range", "slice", "memoryview", "type(None)", "type(...)", "types.FunctionType", "types.MethodType", "types.GeneratorType", "type(len)", "type(lambda: 1)", "type({}.keys())", "types.CodeType", "types.MappingProxyType"):
    try:
        type("S", (eval(base),), {})
        print(base, "can be a base")
    except TypeError as e:
        print(e)
