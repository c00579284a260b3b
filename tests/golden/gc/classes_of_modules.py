# The collector follows the classes that are made when a module is, not those that are always there.
import array, collections, functools, gc, io, itertools, operator, random, struct, types, weakref
class Own: pass
class Meta(type): pass
class OfMeta(metaclass=Meta): pass
for cls in (int, type, object, property, range, dict, Exception, KeyError, types.FunctionType, weakref.ref, collections.OrderedDict,
            functools.partial, collections.deque, collections.defaultdict, itertools.count, itertools.chain, operator.itemgetter,
            random.Random, array.array, struct.Struct, io.StringIO, io.BytesIO, io.TextIOWrapper, Own, OfMeta, Meta):
    print(cls.__name__, gc.is_tracked(cls), bool(cls.__flags__ & 1 << 9))
