# Types that modules make: what is in their namespaces, their annotations and their flags.
import warnings; warnings.simplefilter("ignore")
import array, collections, csv, itertools, re, typing
import functools, operator, contextvars, _abc, io
p=functools.partial(int); print(type(p.__vectorcalloffset__), vars(functools.partial)['__vectorcalloffset__'], type(operator.itemgetter(1).__vectorcalloffset__))
print(vars(operator.itemgetter)['__text_signature__'], operator.itemgetter(1).__text_signature__, operator.itemgetter.__text_signature__)
k=functools.cmp_to_key(lambda a,b:0); print(k.__text_signature__, vars(type(k))['__text_signature__'])
c=contextvars.copy_context(); v=contextvars.ContextVar('v'); v.set(1); w=contextvars.ContextVar('w'); w.set(1)
c=contextvars.copy_context(); it=c.keys(); print(len(it)); next(it); print(len(it)); list(it); print(len(it)); print(vars(type(it))['__len__'])
d=type(__import__("abc").ABC._abc_impl)(); print(type(d), '__new__' in vars(type(d)))
try: type(__import__("abc").ABC._abc_impl)(1, x=2); print('ok')
except TypeError as e: print(e)
async def ag(): yield 1
a=ag().asend(None); print(type(a).__del__, vars(type(a))['__del__'].__doc__); print(a.__del__())
a=ag().athrow(ValueError); a.__del__(); a.close()

import typing, string
for t in (collections.deque, collections.defaultdict, collections.OrderedDict, functools.partial, functools.lru_cache(int).__class__,
          itertools.chain, operator.itemgetter, operator.attrgetter, operator.methodcaller, type(k), re.Pattern, re.Match,
          contextvars.Context, contextvars.ContextVar, type(it), io.BytesIO, io.StringIO, type(io.BytesIO().getbuffer().obj),
          array.array, typing.TypeVar, typing.ParamSpec, csv.Dialect.__base__, type(csv.reader([])), int, type(None), type(a), ExceptionGroup, BaseExceptionGroup):
    try: print(t.__name__, t.__annotations__, '__annotations__' in vars(t), t.__annotations__ is t.__annotations__)
    except AttributeError as e: print(e)
    print(t.__flags__ & 1 << 9, [n for n in vars(t) if n not in ('__weakref__',)] if t.__module__ not in ('builtins', '_io', 'array') or t is type(a) else '')
collections.deque.__annotations__['x'] = 1
print(collections.deque.__annotations__, vars(collections.deque)['__annotations__'])
for change in lambda: setattr(collections.deque, '__annotations__', {}), lambda: delattr(collections.deque, '__annotations__'):
    try: print(change())
    except Exception as e: print(type(e).__name__, e)
