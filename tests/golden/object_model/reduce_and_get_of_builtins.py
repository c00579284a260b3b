import warnings; warnings.simplefilter("ignore")
import builtins, collections, functools, operator, types
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)

class B(bytearray): pass
for b in (B(), B(b'a'), bytearray()):
    t(b.__reduce__)
    for protocol in (0, 2, 3, 4): t(b.__reduce_ex__, protocol); t(object.__reduce_ex__, b, protocol)
class O(collections.OrderedDict): pass
for d in (O(), O(a=1), collections.OrderedDict(a=1), collections.defaultdict(int, a=1), collections.Counter(a=1)):
    t(lambda: [type(x) for x in d.__reduce__()])
d = collections.OrderedDict(a=1)
t(lambda: [type(f(x)) for x in (d, d.keys(), d.items(), d.values()) for f in (iter, reversed)])
i = iter(d.items()); d['b'] = 2
t(next, i)
class Q(collections.deque):
    def __iter__(self): return iter('xy')
t(repr, Q([1])); t(lambda: 'a' % Q()); t(lambda: '%s' % Q())
for value in (collections.deque(), Q(), [], 'a', b'', {1}, int, list[int], None):
    t(eval, 'xyz', {}, value); t(types.MappingProxyType, value)
def f(): pass
for w in (functools.lru_cache(f), property(), classmethod(len), staticmethod(len), functools.partial(len), f, super(int, 5),
          collections.namedtuple('N', 'x').x):
    for a in [(None,), (None, None), (), (5,), (None, int), (5, int), (5, 5)]:
        try: print(type(w).__name__, a, type(w.__get__(*a)).__name__)
        except BaseException as e: print(type(w).__name__, a, e)
