# Items of objects whose classes CPython makes when a module is loaded, a union's module, and other leftovers.
import functools,operator,typing
class I:
    def __index__(s): return 2
for o in (functools.partial(len),operator.attrgetter('a'),typing.TypeVar('T'),zip(),iter([])):
    for f in (lambda:o*2,lambda:2*o,lambda:o*I(),lambda:o[1],lambda:operator.delitem(o,1),lambda:operator.setitem(o,1,2),lambda:operator.delitem(o,2**70),lambda:operator.setitem(o,2**70,1),lambda:operator.delitem(o,'x'),lambda:o[2**70],lambda:len(o),lambda:operator.imul(o,2)):
        try: print(f())
        except Exception as e: print(e)

import dataclasses
import types

union = int | None
print(union.__module__, hasattr(union, "__name__"), "__module__" in types.UnionType.__dict__, functools.cached_property(union).__module__)
for name in "__module__", "__args__", "__zz__", "__class__", "__doc__":
    try:
        print(name, getattr(union, name), object.__getattribute__(union, name))
    except AttributeError as e:
        print(e)


class NoRepr:
    __repr__ = None


made = dataclasses.make_dataclass("D", [("a", NoRepr()), ("b", int, dataclasses.field(default=NoRepr()))])
print(made.__doc__)
