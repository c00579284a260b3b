# Which overridden methods of a subclass the built-ins ask, in which order, and which they pass over.
import re, itertools, collections, functools, operator, array, heapq, bisect, struct, json, copy, math, statistics, random, string, types
def mk(base, *a):
    class X(base):
        def __iter__(s): print("<iter>", end=""); return iter(["x", "y"])
        def __len__(s): print("<len>", end=""); return 2
        def __getitem__(s, k): print(f"<gi {k!r}>", end=""); return "z"
        def __contains__(s, k): print("<in>", end=""); return False
        def __bool__(s): print("<bool>", end=""); return True
        def keys(s): print("<keys>", end=""); return ["k1"]
        def items(s): print("<items>", end=""); return [("k2", "v")]
        def values(s): print("<values>", end=""); return ["vv"]
        def get(s, *a): print("<get>", end=""); return "got"
        def copy(s): print("<copy>", end=""); return "copied"
        def __hash__(s): print("<hash>", end=""); return 5
        def __eq__(s, o): print("<eq>", end=""); return NotImplemented
        def __reversed__(s): print("<rev>", end=""); return iter("rr")
        def __index__(s): print("<index>", end=""); return 1
        def append(s, *a): print("<append>", end="")
        def __setitem__(s, *a): print("<si>", end="")
        def __getattribute__(s, n): 
            if n not in ("keys", "items", "__class__", "__dict__"): print(f"<ga {n}>", end="")
            return base.__getattribute__(s, n)
        def join(s, a): return "J"
        def __str__(s): print("<str>", end=""); return "STR"
        def __add__(s, o): print("<add>", end=""); return NotImplemented
        def __buffer__(s, f): print("<buf>", end=""); return memoryview(b"bb")
    X.__name__ = X.__qualname__ = "X" + base.__name__
    return lambda: X(*a)
def f0(*a, **k): return a, k
import datetime, fractions, decimal, pathlib, io, weakref, contextlib
objs = [mk(float, 1.5), mk(Exception, 1, 2), mk(property, len), mk(enumerate, [1, 2]), mk(classmethod, len), mk(super, int, 3), mk(types.ModuleType, "m"), mk(collections.UserDict, {"a": 1}), mk(collections.UserList, [1, 2]), mk(collections.UserString, "ab"), mk(collections.namedtuple("NT", "a b"), 1, 2), mk(reversed, [1, 2]), mk(object), mk(KeyError, "k"), mk(OSError, 1, "e"), mk(types.GenericAlias, list, (int,))]
def f(*a, **k): return a, k
uses = """list(x)|tuple(x)|set(x)|frozenset(x)|dict(x)|dict(**x)|f(*x)|f(**x)|[*x]|(*x,)|{*x}|{**x}|[0]+x|x+[0]|(0,)+x|x+(0,)|sorted(x)|min(x)|max(x)|1|any(x)|all(x)|''.join(x)|b''.join(x)|bytes(x)|bytearray(x)|str(x)|repr(x)|len(x)|bool(x)|1 in x|"a" in x|reversed(x)|list(reversed(x))|enumerate(x).__next__()|next(zip(x))|next(map(str,x))|list(filter(None,x))|iter(x)|x == 1|hash(x)|x * 2|2 * x|x[0]|x[0:1]|[1].__add__(x)|[].extend(x)|{}.update(x)|set().update(x)|set().union(x)|set() | x|set() <= x|set().issubset(x)|{1}.issuperset(x)|{1}.isdisjoint(x)|{1}.difference(x)|{1}.intersection(x)|{1}.symmetric_difference(x)|{1} - x|{1} & x|{1} ^ x|dict.fromkeys(x)|{} | x|x | {}|{"a":1} == x|x == {"a":1}|[1,2] == x|(1,2) < x|{1} == x|'%s' % x|'%s %s' % x|'%(a)s' % x|f'{x}'|'{}'.format(x)|'{0[0]}'.format(x)|'{a}'.format_map(x)|'{a}'.format(**x)|collections.deque(x)|collections.deque().extend(x)|collections.OrderedDict(x)|collections.Counter(x)|collections.ChainMap(x)['a']|1|int(x)|float(x)|complex(x)|int.from_bytes(x)|memoryview(x).tobytes()|range(10)[x]|[1,2,3][x]|'abc'.startswith(x)|'abc'.split(x)|'abc'.replace(x, 'q')|'abc'.translate(x)|'a'+x|x+'a'|b'a'+x|isinstance(1, x)|issubclass(int, x)|type('T', x, {})|type('T', (), x)|type(x, (), {})|getattr(1, x)|hasattr(1, x)|itertools.chain.from_iterable(x).__next__()|list(itertools.chain(x))|list(itertools.islice(x, 5))|functools.reduce(f, x)|operator.length_hint(x)|operator.concat(x, x)|heapq.heapify(x)|heapq.heappop(x)|bisect.bisect([1,2], x)|bisect.bisect(x, 1)|json.dumps(x)|json.dumps({"q": x})|copy.copy(x)|copy.deepcopy([1]) and None|math.prod(x)|math.fsum(x)|math.gcd(x)|random.Random(3).choice(x)|re.match('a', x)|re.sub('a', 'b', x)|types.SimpleNamespace(**x)|types.SimpleNamespace(x)|types.MappingProxyType(x)['a']|list(types.MappingProxyType(x))|exec('a', x)|eval('a', {}, x)|slice(x).indices(5)|chr(x)|ord(x)|round(1.5, x)|divmod(x, 2)|pow(2, x)|hex(x)|print('q', end=x)|print('q','r', sep=x)|vars(x)|dir(x)[:0]|object.__dir__(x)[:0]|sum([[1]], x)|int('11', x)|str(b'a', x)|(lambda a, b: a)(*x)|(lambda **k: k)(**x)|string.Template('$a').substitute(x)|'ab'.join(x)|[1,2,3].__setitem__(slice(0,1), x)|exec('p, q = x', {'x': x})|exec('p, *q = x', {'x': x})|exec('match x:\\n case [p, q]: print(p, q)\\n case {"a": v}: print(v)\\n case _: print("no")', {'x': x})|exec('match x:\\n case {"a": v, **r}: print(v, r)\\n case _: print("no")', {'x': x})|exec('for i in x: print(i)', {'x': x})|exec('del x[0]', {'x': x})|exec('y = [1]; y += x; print(y)', {'x': x})|exec('y = {1}; y |= x; print(y)', {'x': x})|exec('y = {}; y |= x; print(y)', {'x': x})|exec('def g(): yield from x\\nprint(list(g()))', {'x': x})|exec('assert x', {'x': x})|exec('if not x: pass', {'x': x})|BaseException(*x).args|ImportError(**x)|OSError(1, x).strerror|KeyError(x).args[0] is x and str(KeyError(x))|struct.pack('2s', x)|struct.unpack('2s', x)|bytes.fromhex(x)|x.fromhex('aa')|b'abc'.find(x)|b'abc'.startswith(x)|b'abc'.translate(x)|b'ab%s' % x|b'a'.join([x])|statistics.mean(x)|functools.partial(f, *x)()|functools.partial(f, **x)()|super(type(x), x).__len__()|itertools.product(x).__next__()|1|itertools.repeat(1, x).__next__()|zip(x, x, strict=True).__next__()|compile('1', x, 'eval').co_filename|compile(x, 'f', 'eval')|__import__(x)|setattr(f, x, 1)|object.__setattr__(f, x, 2)|collections.namedtuple('N', x)._fields|enumerate([1], x).__next__()|itertools.groupby(x).__next__()[0]|x.__reduce_ex__(2)[1:2]|x.__class__.__name__|sorted([1], **x)|operator.itemgetter(*x)|operator.index(x)|operator.contains(x, 1)|operator.countOf(x, 1)|operator.indexOf(x, "x")|math.floor(x)|math.sqrt(x)|hex(x)|bin(x)|bytes(x)[:0]|int.__add__(x, 1) |1 + x|x + 1|x ** 2|-x|~x|f"{x:>5}"|format(x, '')""".split("|")
for o in objs:
    for u in uses:
        u = u.strip()
        try:
            x = o()
            print("\n#", type(x).__name__, u, ":", end=" ")
            r = eval(u)
            s = type(r).__name__
            if u.startswith("hash"): pass
            elif isinstance(r, (list, tuple, set, frozenset, dict, str, int, bytes, bytearray, float)) and type(r).__module__ == "builtins": s += " " + (repr(r) if not isinstance(r, (set, frozenset)) else str(sorted(map(repr, r))))
            print(re.sub("0x[0-9a-f]+", "0x", s), end="")
        except BaseException as e:
            print(type(e).__name__, re.sub("0x[0-9a-f]+", "0x", str(e)[:150]), end="")
