"""Where built-in functions and methods take overridden methods of subclasses into account, and where they don't."""
import json


class Dict(dict):
    def __getitem__(self, key): return ("item", key)
    def __iter__(self): return iter(["from iter"])
    def keys(self): return ["from keys"]
    def items(self): return [("from", "items")]
    def __len__(self): return 42
    def __contains__(self, key): return "always"
    def get(self, key, default=None): return "from get"
    def __missing__(self, key): return "missing"


class List(list):
    def __getitem__(self, i): return ("item", i)
    def __iter__(self): return iter(["from iter"])
    def __len__(self): return 3
    def __contains__(self, x): return True
    def append(self, x): raise ValueError("append")


class Str(str):
    def __len__(self): return 42
    def __str__(self): return "from str"
    def __iter__(self): return iter("xyz")
    def __eq__(self, other): return True
    def __hash__(self): return 5
    def __getitem__(self, i): return "item"
    def __format__(self, spec): return "from format"


class Int(int):
    def __index__(self): return 1
    def __int__(self): return 2
    def __float__(self): return 3.5
    def __bool__(self): return False
    def __repr__(self): return "Int!"
    def __str__(self): return "str!"
    def __eq__(self, other): return False
    def __hash__(self): return 7
    def __add__(self, other): return "added"
    def __lt__(self, other): return False


class Tuple(tuple):
    def __iter__(self): return iter("tup")
    def __len__(self): return 9
    def __getitem__(self, i): return "item"


d, l, s, n, t = Dict(a=1, b=2), List([1, 2]), Str("abc"), Int(7), Tuple((1, 2))


def f(*args, **kwargs):
    return args, kwargs


for text in ["dict(d)", "{**d}", "f(**d)", "list(d)", "len(d)", "'zz' in d", "d['a']", "{} | d", "d == {'a': 1, 'b': 2}", "json.dumps(d)", "'%(a)s' % d",
             "'{a}'.format(**d)", "'{a}'.format_map(d)", "sorted(d)", "str(d)", "repr(d)", "bool(d)", "d.copy()", "set(d)", "[*d]", "eval('a', {}, d)",
             "list(l)", "[*l]", "len(l)", "l[0]", "5 in l", "tuple(l)", "l + [3]", "sorted(l)", "sum(l)", "max(l)", "[0] + l", "str(l)", "list(reversed(l))",
             "l == [1, 2]", "f(*l)", "'%s %s' % tuple(l)", "list(zip(l))", "list(map(str, l))", "set(l)", "any(l)", "l[:]", "l.index(2)",
             "len(s)", "str(s)", "list(s)", "s == 'other'", "'x' + s", "s + 'x'", "f'{s}'", "'%s' % s", "'{}'.format(s)", "''.join([s])", "s[0]", "s.upper()",
             "print(s)", "{'abc': 1}.get(s)", "s in 'zabc'", "getattr(n, s, 'no')", "int(Str('12'))", "json.dumps(s)", "'abc'.startswith(s)", "sorted([s, 'b'])",
             "[0, 1, 2, 3][n]", "int(n)", "float(n)", "bool(n)", "str(n)", "repr(n)", "n == 7", "7 == n", "n + 1", "1 + n", "range(n)", "'ab' * n", "hex(n)",
             "f'{n}'", "'%d' % n", "'%s' % n", "json.dumps(n)", "{7: 1}.get(n)", "n in [7]", "max(n, 3)", "sorted([n, 3])", "sum([n, n])", "round(n)", "-n", "n < 9",
             "len(t)", "list(t)", "[*t]", "t[0]", "tuple(t)", "t == (1, 2)", "f(*t)", "'%s-%s' % t", "isinstance(5, Tuple((int,)))", "hash(t) == hash((1, 2))",
             "t + ()", "1 in t", "max(t)", "'abc'.startswith(Tuple(('a',)))"]:
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
l.extend(List([5]))
d.update(Dict(c=3))
print(list.__repr__(l), dict.__repr__(d), l.reverse(), dict.__len__(d))
a, b = t if len(t) < 5 else (0, 0)
x, y, z = t
print(x, y, z)
for item in l:
    print(item)
