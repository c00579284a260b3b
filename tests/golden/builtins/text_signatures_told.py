# __text_signature__ and inspect.signature() of what does not tell its parameters as it takes them.
import cmath
import collections
import functools
import inspect
import io
import itertools
import math
import operator
import types


async def agen():
    yield


async def coroutine():
    pass


def signature(what):
    try:
        return str(inspect.signature(what))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


generator = type(_ for _ in ())
running = coroutine()
asked = agen()
awaited, thrown = asked.asend(None), asked.athrow(OSError)
awaited.close(), thrown.close()
FUNCTIONS = [
    *(__build_class__, __import__, compile, dir, getattr, iter, max, min, next, vars, open, io.open),
    *(math.log, math.hypot, math.gcd, math.lcm, math.isclose, cmath.isclose, cmath.log, functools.reduce),
    *(dict.update, collections.OrderedDict.update, set.update, property.__set_name__, BaseException.__setstate__),
    *(object.__init_subclass__, object.__subclasshook__, type.__prepare__, int.__init_subclass__),
    *(generator.send, generator.throw, generator.close, type(running).send, type(running).throw),
    *(types.AsyncGeneratorType.asend, types.AsyncGeneratorType.athrow, types.AsyncGeneratorType.aclose),
    *(type(awaited).throw, type(thrown).send, type(running.__await__()).throw),
    *(collections.deque.index, collections.deque.insert, collections.defaultdict.__missing__),
    *(itertools.cycle.__setstate__, itertools.count.__reduce__, functools.partial.__setstate__),
    *(type(functools.lru_cache(len)).__copy__, type(functools.lru_cache(len)).__deepcopy__, memoryview.__exit__),
]
for function in FUNCTIONS:
    print(function.__qualname__, repr(function.__text_signature__), signature(function))
running.close()

TYPES = [
    *(object, list, tuple, set, frozenset, dict, int, str, bytes, zip, map, filter, enumerate, reversed, property),
    *(classmethod, staticmethod, super, type, type(None), type(...), type(NotImplemented), slice, range, memoryview),
    *(types.FunctionType, types.MethodType, types.CellType, types.CodeType, types.ModuleType, types.GenericAlias),
    *(types.SimpleNamespace, types.MappingProxyType, types.GeneratorType, types.BuiltinFunctionType),
    *(itertools.zip_longest, itertools.product, itertools.groupby, itertools.chain, type(itertools.tee(())[0])),
    *(type(next(itertools.groupby("a"))[1]), functools.partial, type(functools.lru_cache(len)), collections.deque),
    *(operator.attrgetter, operator.itemgetter, operator.methodcaller, io.BufferedReader, io.BufferedRWPair),
    *(io.BytesIO, io.StringIO, io.FileIO, io.TextIOWrapper, io.IncrementalNewlineDecoder),
]
for cls in TYPES:
    print(cls.__qualname__, repr(cls.__text_signature__), signature(cls))
