"""How weak references and proxies show what they refer to."""
import re
import types
import weakref


class Outer:
    class Inner:
        pass

    def method(self):
        pass


class Meta(type):
    def __repr__(cls):
        return "never asked"


class Named(metaclass=Meta):
    __name__ = "name"

    def __repr__(self):
        return "never asked"


def show(r):
    print(re.sub("0x[0-9a-f]+", "0x", repr(r)))


function = lambda: 1
module = types.ModuleType("m")
for o in [Outer(), Outer.Inner(), Outer, Outer.Inner, function, module, Named(), {1}, frozenset((1, 2, 3, 4))]:
    show(weakref.ref(o))
    show(weakref.proxy(o))
Outer.Inner.__module__ = "elsewhere"
Outer.Inner.__qualname__ = "Renamed"
inner = Outer.Inner()
show(weakref.proxy(inner))
show(weakref.ref(inner))
proxy, ref = weakref.proxy(inner), weakref.ref(inner)
del inner
show(proxy)
show(ref)
outer = Outer()
show(weakref.WeakMethod(outer.method))
