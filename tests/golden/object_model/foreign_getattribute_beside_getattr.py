"""A __getattribute__ taken from a foreign class: object's works anywhere, those with rules of their own refuse."""
import types
import weakref


class Module(types.ModuleType):
    pass


class Number(int):
    pass


sources = (types.ModuleType, Module, type, super, types.GenericAlias, types.MethodType, weakref.ProxyType, object, int,
           Number, types.FunctionType, property, BaseException, dict)
for source in sources:
    for hooked in False, True:
        class C:
            x = 1
            if hooked:
                def __getattr__(self, name):
                    return "hook " + name

        C.__getattribute__ = source.__getattribute__

        class D(C):
            y = 2

        for o in C(), D():
            for read in (lambda: o.x), (lambda: o.y), (lambda: getattr(o, "x")), (lambda: o.zz), (lambda: o.__class__):
                results = []
                for _ in range(3):
                    try:
                        results.append(read())
                    except Exception as error:
                        results.append(f"{type(error).__name__}: {error}")
                print(source.__name__, hooked, *set(map(str, results)))
