"""Where a built-in base looks after the weak references, attributes of a subclass go before they are cleared: a weak
reference that only its referent holds is gone, and does not call back."""
import array
import collections
import functools
import io
import types
import weakref

log = []


class Watched:
    def __init__(self, tag):
        self.tag = tag

    def __del__(self):
        log.append((self.tag, outside() is None))


def check(base, *args, **body):
    global outside
    cls = type(base.__name__.title(), (base,), body)
    thing = cls(*args)
    outside = weakref.ref(thing, lambda r: log.append("outer callback"))
    thing.inner = weakref.ref(thing, lambda r: log.append("inner callback"))
    thing.watched = Watched("attribute")
    del thing
    print(base.__name__, log)
    log.clear()


for base, *args in [
    (object,),
    (set,),
    (frozenset,),
    (collections.deque,),
    (collections.OrderedDict,),
    (collections.defaultdict,),
    (collections.Counter,),
    (array.array, "i"),
    (dict,),
    (list,),
    (Exception,),
    (io.BytesIO,),
    (io.StringIO,),
    (io.RawIOBase,),
    (types.ModuleType, "m"),
    (types.SimpleNamespace,),
    (functools.partial, len),
    (bytearray,),
]:
    check(base, *args)
check(set, __slots__=("inner", "watched"))
check(object, __slots__=("inner", "watched", "__weakref__"))
