# What is bound to a module is shown as a function: a function's receiver is its module.
import math
import types


def shown(value):
    return repr(value).partition(" at 0x")[0]


class Module(types.ModuleType):
    pass


for module in (types.ModuleType("m"), Module("n"), math):
    for name in ("__format__", "__dir__", "__reduce_ex__", "__sizeof__", "__init__", "__repr__", "__init_subclass__"):
        print(shown(getattr(module, name)))
print(shown(math.sin), shown([].append), shown(Module.__subclasses__))
