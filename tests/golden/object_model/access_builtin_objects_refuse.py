"""Setting and deleting attributes of built-in objects and classes."""
import collections
import functools
import types


class C:
    pass


def generator():
    yield


SUBJECTS = [5, True, 1.5, 1j, "s", b"b", None, Ellipsis, NotImplemented, (1,), [], {}, set(), frozenset(), range(1), slice(1), len, [].append,
            str.upper, int.__add__, (5).__add__, object(), property(), staticmethod(len), classmethod(len), super(C, C()), type, int, object,
            dict, C().__init__, memoryview(b""), bytearray(), iter([]), enumerate([]), zip(), generator(), list[int], int | None,
            types.MappingProxyType({}), types.SimpleNamespace(), functools.partial(len), collections.deque(), collections.OrderedDict(),
            Exception(), generator, generator.__code__, C, C(), C.__dict__, types.ModuleType("m"), int.real, (lambda x: lambda: x)(1).__closure__[0]]
for o in SUBJECTS:
    results = []
    for name in ("new", "__class__", "__doc__", "__dict__", "__name__"):
        for f in (lambda: setattr(o, name, 5), lambda: delattr(o, name)):
            try:
                f()
                results.append("done")
            except (AttributeError, TypeError) as e:
                results.append(f"{type(e).__name__[0]}: {e}")
    print(type(o).__name__)
    for result in results:
        print("   ", result)
