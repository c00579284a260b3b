# The entries of built-in classes' dicts: __new__, slot wrappers in the order of the slots, methods, members,
# computed attributes, the doc.
import builtins
import collections
import functools
import itertools
import types
import weakref


def show(cls):
    names = [
        name if type(entry).__name__ in ("wrapper_descriptor", "NoneType") else f"{name}={type(entry).__name__}"
        for name, entry in vars(cls).items()
    ]
    print(f"{cls.__module__}.{cls.__qualname__}:", *names)


for module in builtins, types:
    for name, cls in sorted(vars(module).items(), key=lambda item: item[0]):
        if isinstance(cls, type) and name == cls.__name__ and "__firstlineno__" not in vars(cls):
            show(cls)

for name in ("accumulate batched chain compress count cycle dropwhile filterfalse groupby islice pairwise repeat "
             "starmap takewhile zip_longest").split():
    show(getattr(itertools, name))

for cls in [
    collections.defaultdict, collections.deque, weakref.ref, weakref.ProxyType, weakref.CallableProxyType,
    *map(type, (iter([]), iter(()), iter(""), iter(b""), iter({}), iter(set()), iter(range(1)), {}.keys(), {}.items())),
    types.FunctionType, types.MethodType, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType,
    types.CodeType, types.FrameType, types.TracebackType, types.MappingProxyType, types.CellType, types.ModuleType,
    types.GenericAlias, types.UnionType, types.NoneType, types.BuiltinFunctionType, types.MethodDescriptorType,
    types.WrapperDescriptorType, types.MethodWrapperType, types.GetSetDescriptorType, types.MemberDescriptorType,
    types.ClassMethodDescriptorType,
]:
    show(cls)
