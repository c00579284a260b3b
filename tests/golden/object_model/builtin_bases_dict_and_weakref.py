"""Which built-in classes have a __dict__ or weak references of their own, and what subclasses add."""
import builtins
import collections
import functools
import types
import weakref

CLASSES = [v for k, v in sorted(vars(builtins).items()) if isinstance(v, type) and not k.startswith("_")]
CLASSES += [types.ModuleType, types.SimpleNamespace, types.GenericAlias, functools.partial, collections.deque, collections.OrderedDict,
            collections.defaultdict, weakref.ref, functools.cached_property, types.MethodType, types.FunctionType, collections.Counter,
            types.MappingProxyType]
IGNORED = ("__module__", "__doc__", "__firstlineno__", "__static_attributes__")
for base in CLASSES:
    try:
        sub = type("Sub", (base,), {})
    except TypeError as e:
        print(base.__name__, e)
        continue
    own = [name for name in sub.__dict__ if name not in IGNORED]
    forms = []
    for slots in [("q", "__dict__"), ("q", "__weakref__"), ("q",), ()]:
        try:
            type("Sub", (base,), {"__slots__": slots})
            forms.append("fine")
        except TypeError as e:
            forms.append(str(e))
    print(base.__name__, own, "__dict__" in base.__dict__, "__weakref__" in base.__dict__, base.__dictoffset__ != 0,
          base.__weakrefoffset__ != 0, sub.__itemsize__, forms)
