"""What the random programs of object_model.py are made of: values, special methods, uses and changes.

`{n}` stands for a fresh number, `{x}` for an attribute's name.
"""

NAMES = ["a", "b", "c"]

PRELUDE = '''
import abc, collections.abc, copy, functools, gc, types, weakref
log, saved, refs, seen, kept = [], [], [], {}, {}
def mask(text):
    parts = text.split("0x")
    return "0x".join(parts[:1] + ["~" + p.lstrip("0123456789abcdef") for p in parts[1:]])
def show(v):
    if type(v) in (int, str, bool, float): return mask(str(v))
    if v is None or type(v) in (list, dict, tuple): return mask(ascii(v))
    if isinstance(v, type): return "class " + type.__dict__["__name__"].__get__(v)
    t = type(v).__name__
    if t == "function": return "fn " + v.__qualname__
    if t == "method": return "bound " + getattr(v.__func__, "__qualname__", "?") + " to " + type(v.__self__).__name__
    return t
def failure(e, named=True):
    if isinstance(e, RecursionError):
        log.clear()
        return "RecursionError"
    text = type(e).__name__ + ": " + mask(str(e))
    if named and isinstance(e, AttributeError):
        text += f" [{e.name} of {type(e.obj).__name__}]"
    if e.__context__ is not None:
        text += f" [after {type(e.__context__).__name__}]"
    return text
def say(f, *args):
    try:
        return show(f(*args))
    except BaseException as e:
        return failure(e, "del" not in f.__name__)
def tell(i, what, text):
    if log:
        text += " " + mask(str(log))
        log.clear()
    if seen.get((i, what)) != text:
        seen[i, what] = text
        print("  ", i, what, text)
def use(turns, uses):
    for turn in range(turns):
        for i, o in enumerate(objects):
            for what, f, takes in uses:
                tell(i, what, say(f, o, turn) if takes else say(f, o))
class Data:
    def __init__(self, tag): self.tag = tag
    def __get__(self, obj, cls=None): return f"{self.tag}.get {obj is None} {cls.__name__}"
    def __set__(self, obj, value): log.append(f"{self.tag}.set {value}")
    def __delete__(self, obj): log.append(f"{self.tag}.del")
class NonData:
    def __init__(self, tag): self.tag = tag
    def __get__(self, obj, cls=None): return f"{self.tag}.get {obj is None} {cls.__name__}"
class SetOnly:
    def __init__(self, tag): self.tag = tag
    def __set__(self, obj, value): obj.__dict__["b"] = value
class DelOnly:
    def __init__(self, tag): self.tag = tag
    def __delete__(self, obj): log.append(f"{self.tag}.del")
class Failing:
    def __init__(self, tag): self.tag = tag
    def __get__(self, obj, cls=None): raise AttributeError(self.tag)
class Named:
    def __set_name__(self, owner, name): log.append(f"named {owner.__name__}.{name}")
class BadName:
    def __set_name__(self, owner): pass
class Callable:
    def __call__(self, *args): return ("called", len(args))
class Noisy:
    def __init__(self, tag): self.tag = tag
    def __del__(self): log.append(f"~{self.tag}")
class Phoenix:
    def __init__(self, tag): self.tag = tag
    def __del__(self):
        log.append(f"^{self.tag}")
        saved.append(self)
class Entry:
    def __init__(self, *bases): self.bases = bases
    def __mro_entries__(self, bases): return self.bases
class SubProperty(property):
    pass
class Field:
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, obj, cls=None): return self if obj is None else getattr(obj, self.name, "unset")
    def __set__(self, obj, value): setattr(obj, self.name, ("field", value))
    def __delete__(self, obj): delattr(obj, self.name)
class Slotted:
    __slots__ = ("a", "b")
def swap(self, *a, **k): return ("swap", len(a), sorted(k))
def closed():
    n = 1
    def inner(self, *a):
        nonlocal n
        n += 1
        return ("inner", n % 3)
    return inner
'''

VALUES = [
    "{n}", "{n}", "'s{n}'", "None", "lambda *a: ({n}, len(a))", "lambda self, *a: ({n}, type(self).__name__)",
    "lambda self, *a: ({n}, type(self).__name__)", "lambda self, x={n}, *, y=2: (x, y)",
    "property(lambda self: {n})", "property(lambda self: self.a)", "property(None, lambda self, v: log.append(v))",
    "property(lambda self: self.__dict__.get('b', {n}), lambda self, v: log.append(('p{n}', v)), lambda self: log.append('pd{n}'))",
    "Data('d{n}')", "NonData('n{n}')", "SetOnly('so{n}')", "DelOnly('do{n}')", "Failing('f{n}')",
    "staticmethod(lambda *a: ('static{n}', len(a)))", "classmethod(lambda cls, *a: ('cm{n}', cls.__name__))",
    "Callable()", "len", "str.upper", "[{n}]", "Noisy('no{n}')", "Phoenix('ph{n}')", "SubProperty(lambda self: 'sp{n}')",
    "Named()", "BadName()", "Field()", "int", "dict.fromkeys", "property()", "Data", "(lambda: {n}).__get__(5)",
    "object.__repr__", "object.__init__", "object.__new__", "abc.abstractmethod(lambda self: {n})",
    "functools.partial(lambda *a, **k: ('partial{n}', len(a), k), 1)", "functools.cached_property(lambda self: {n})",
    "functools.partialmethod(lambda *a: ('pm{n}', len(a)), 7)", "types.MethodType(lambda *a: ({n}, len(a)), 7)",
    "types.MethodType(Callable(), 7)", "weakref.ref(Data)", "classmethod(property(lambda cls: {n}))", "staticmethod(5)",
    "classmethod(Callable())", "classmethod(len)", "staticmethod(Data('sd{n}'))", "Slotted.a", "Slotted.b", "type.__dict__['__name__']",
    "object.__dict__['__class__']", "BaseException.__dict__['args']", "int.__add__", "(5).__add__",
    "dict.__dict__['fromkeys']", "str.__dict__['maketrans']", "super(bool, True)", "NotImplemented", "int.real",
    "property(Data('pp{n}'))", "property(len)", "types.SimpleNamespace(a={n})", "list.append", "[].append", "Noisy", "type",
    "swap", "closed()", "type('Made{n}', (), {{'a': {n}}})", "property(lambda self: self.c).setter(lambda self, v: setattr(self, 'c', v))",
    "types.DynamicClassAttribute(lambda self: {n})", "abc.abstractmethod(property(lambda self: {n}))", "Slotted()", "1.5", "b'y'",
]

HOOKS = {
    "__getattr__": ["lambda self, n: ('ga{n}', n)", "lambda self, n: self.__dict__[n]",
                    "lambda self, n: [][9] if n == 'a' else object.__getattribute__(self, n)",
                    "lambda self, n: getattr(super(type(self), self), n)", "lambda self: 5", "Data('ga{n}')"],
    "__getattribute__": ["lambda self, n: ('gat{n}', n) if n == 'c' else object.__getattribute__(self, n)",
                         "lambda self, n: super(type(self), self).__getattribute__(n)", "object.__getattribute__", "Failing('gat{n}')"],
    "__setattr__": ["lambda self, n, v: object.__setattr__(self, n, (v, 'sa{n}'))", "lambda self, n, v: log.append(n)",
                    "object.__setattr__", "lambda self, n, v: self.__dict__.__setitem__(n, v)", "None"],
    "__delattr__": ["lambda self, n: log.append('da' + n)", "lambda self, n: object.__delattr__(self, n)"],
    "__call__": ["lambda self, *a: ('call{n}', len(a))", "Callable()", "None", "staticmethod(lambda *a: ('scall{n}', len(a)))",
                 "classmethod(lambda cls, *a: ('ccall{n}', len(a)))", "swap", "property(lambda self: len)"],
    "__len__": ["lambda self: {n} % 5", "lambda self: -1", "lambda self: 'x'", "lambda self: 2 ** 70", "None"],
    "__bool__": ["lambda self: {n} % 2 == 0", "lambda self: 1", "None"],
    "__eq__": ["lambda self, o: {n} % 2 == 0", "lambda self, o: NotImplemented", "None", "lambda self, o: self is o", "lambda self, o: [{n}]"],
    "__ne__": ["lambda self, o: 'ne{n}'", "lambda self, o: NotImplemented"],
    "__hash__": ["lambda self: {n}", "None", "lambda self: 'h'", "lambda self: -1", "lambda self: 2 ** 70 + {n}", "object.__hash__"],
    "__lt__": ["lambda self, o: ('lt{n}',)", "lambda self, o: NotImplemented"],
    "__gt__": ["lambda self, o: ('gt{n}',)", "lambda self, o: NotImplemented"],
    "__le__": ["lambda self, o: ('le{n}',)", "None"],
    "__add__": ["lambda self, o: ('add{n}', show(o))", "lambda self, o: NotImplemented", "None", "NonData('na{n}')",
                "classmethod(lambda cls, o: ('cadd{n}', cls.__name__))", "staticmethod(lambda o: 'sadd{n}')", "int.__add__"],
    "__radd__": ["lambda self, o: ('radd{n}', show(o))", "lambda self, o: NotImplemented", "None"],
    "__iadd__": ["lambda self, o: ('iadd{n}', show(o))", "lambda self, o: NotImplemented", "None"],
    "__sub__": ["lambda self, o: ('sub{n}', show(o))"],
    "__rsub__": ["lambda self, o: ('rsub{n}', show(o))"],
    "__mul__": ["lambda self, o: ('mul{n}', show(o))", "lambda self, o: NotImplemented"],
    "__rmul__": ["lambda self, o: ('rmul{n}', show(o))"],
    "__matmul__": ["lambda self, o: ('matmul{n}', show(o))"],
    "__pow__": ["lambda self, o, m=None: ('pow{n}', show(o), m)", "lambda self, o: ('pow{n}', show(o))"],
    "__rpow__": ["lambda self, o, m=None: ('rpow{n}', show(o), m)"],
    "__or__": ["lambda self, o: ('or{n}', show(o))", "lambda self, o: NotImplemented"],
    "__ror__": ["lambda self, o: ('ror{n}', show(o))"],
    "__ior__": ["lambda self, o: self", "lambda self, o: ('ior{n}', show(o))"],
    "__divmod__": ["lambda self, o: ('divmod{n}', show(o))"],
    "__invert__": ["lambda self: ('inv{n}',)", "None"],
    "__neg__": ["lambda self: -{n}", "int"],
    "__abs__": ["lambda self: 'abs{n}'"],
    "__int__": ["lambda self: {n}", "lambda self: 'i'", "lambda self: True"],
    "__float__": ["lambda self: {n}.5", "lambda self: {n}"],
    "__complex__": ["lambda self: {n}j", "lambda self: 5"],
    "__index__": ["lambda self: {n}", "lambda self: 'x'", "lambda self: True", "lambda self: 0"],
    "__round__": ["lambda self, n=0: ('round{n}', n)"],
    "__trunc__": ["lambda self: {n}"],
    "__getitem__": ["lambda self, k: ('item{n}', show(k)) if k != 9 else [][k]", "lambda self, k: [7, 8][k]", "None", "NonData('gi{n}')"],
    "__setitem__": ["lambda self, k, v: log.append(('si{n}', k, v))", "None"],
    "__delitem__": ["lambda self, k: log.append(('di{n}', k))"],
    "__missing__": ["lambda self, k: ('missing{n}', k)", "None"],
    "__contains__": ["lambda self, k: k == {n} % 3", "None", "lambda self, k: 'yes'"],
    "__iter__": ["lambda self: iter([{n}, 2])", "lambda self: 5", "None", "lambda self: self", "lambda self: (x for x in 'ab')"],
    "__next__": ["lambda self, c=[]: c.append(1) or {n} if len(c) < 50 else next(iter([]))", "lambda self: next(iter([]))"],
    "__reversed__": ["lambda self: [{n}]", "None"],
    "__length_hint__": ["lambda self: {n}", "lambda self: -1", "lambda self: 'x'", "lambda self: NotImplemented"],
    "__repr__": ["lambda self: 'r{n}'", "lambda self: {n}", "None", "object.__repr__"],
    "__str__": ["lambda self: 's{n}'", "lambda self: None"],
    "__bytes__": ["lambda self: b'{n}'", "lambda self: 'x'"],
    "__format__": ["lambda self, s: 'f' + s", "lambda self, s: 5"],
    "__enter__": ["lambda self: {n}", "NonData('en{n}')"],
    "__exit__": ["lambda self, *a: log.append(('exit{n}', len(a)))", "lambda self, *a: True"],
    "__del__": ["lambda self: log.append('del{n}')", "lambda self: (log.append('res{n}'), saved.append(self))", "None",
                "lambda self: [][{n}]", "lambda self: log.append(('del{n}', self.a))"],
    "__init__": ["lambda self, *a: log.append(('init{n}', len(a)))", "lambda self, *a: 5", "object.__init__", "None",
                 "lambda self, x={n}: setattr(self, 'b', x)"],
    "__new__": ["lambda cls, *a: object.__new__(cls)", "lambda cls, *a: ('new{n}', len(a))", "lambda cls, *a: super(cls, cls).__new__(cls)",
                "object.__new__", "classmethod(lambda cls, *a: ('cnew{n}', cls))"],
    "__class_getitem__": ["lambda cls, k: ('cgi{n}', show(k))", "classmethod(lambda cls, k: ('ccgi{n}', cls.__name__))", "classmethod(types.GenericAlias)"],
    "__init_subclass__": ["lambda **k: log.append(('isub{n}', k))", "classmethod(lambda cls, **k: log.append(('isub{n}', cls.__name__, k)))"],
    "__instancecheck__": ["lambda cls, o: {n} % 2 == 0"],
    "__dir__": ["lambda self: ['z', 'a']", "lambda self: 5", "lambda self: [*self.__dict__, 'q{n}']", "None"],
    "__class__": ["property(lambda self: int)", "property(lambda self: Data)", "int", "Failing('cls{n}')"],
    "__dict__": ["property(lambda self: {{'a': {n}}})", "{{'a': {n}}}", "None"],
    "__doc__": ["'doc{n}'", "property(lambda self: 'pdoc{n}')", "None"],
    "__module__": ["'mod{n}'", "property(lambda self: 5)"],
    "__match_args__": ["('a', 'b')", "('a',)", "['a']", "(1,)"],
    "__annotations__": ["{{'a': int}}", "None"],
    "__abstractmethods__": ["{{'a'}}", "frozenset()", "()"],
    "__slots__": ["()", "'a'", "5"],
    "__copy__": ["lambda self: ('copy{n}',)", "None"],
    "__deepcopy__": ["lambda self, memo: ('deep{n}',)"],
    "__reduce_ex__": ["lambda self, p: (list, ([{n}],))", "lambda self, p: 'x'", "lambda self, p: 5"],
    "__reduce__": ["lambda self: (dict, (), None)"],
    "__getstate__": ["lambda self: {{'a': {n}}}", "None"],
    "__setstate__": ["lambda self, s: log.append(('state{n}', s))"],
    "__get__": ["lambda self, o, t=None: ('get{n}', o is None)", "None"],
    "__set__": ["lambda self, o, v: log.append(('set{n}', v))"],
    "__delete__": ["lambda self, o: log.append('delete{n}')"],
    "__set_name__": ["lambda self, o, n: log.append(('sn{n}', n))"],
    "__sizeof__": ["lambda self: {n}"],
    "__await__": ["lambda self: iter([{n}])"],
    "__name__": ["'nm{n}'", "property(lambda self: 'pnm{n}')"],
    "__isabstractmethod__": ["True", "property(lambda self: True)"],
}

META_HOOKS = {
    "__call__": ["lambda cls, *a: log.append(('mcall{n}', len(a))) or type.__call__(cls)", "type.__call__", "lambda cls, *a: ('mcall{n}', len(a))", "None"],
    "__prepare__": ["lambda *a, **k: {{'b': 'prepared{n}'}}", "classmethod(lambda m, n, b, **k: {{'c': n}})", "lambda *a: 5"],
    "__new__": ["lambda m, n, b, d, **k: type.__new__(m, n, b, {{**d, 'c': 'mn{n}'}})", "lambda m, *a, **k: type.__new__(m, *a)"],
    "__init__": ["lambda cls, *a, **k: log.append(('minit{n}', len(a), k))", "lambda cls, *a: type.__setattr__(cls, 'a', {n})"],
    "__getattribute__": ["lambda cls, n: ('mgat{n}', n) if n == 'c' else type.__getattribute__(cls, n)", "type.__getattribute__"],
    "__getattr__": ["lambda cls, n: ('mga{n}', n)"],
    "__setattr__": ["lambda cls, n, v: type.__setattr__(cls, n, ('msa{n}', v))", "lambda cls, n, v: log.append(('msa{n}', n))", "type.__setattr__"],
    "__delattr__": ["lambda cls, n: log.append(('mda{n}', n))"],
    "__instancecheck__": ["lambda cls, o: {n} % 2 == 0", "lambda cls, o: type.__instancecheck__(cls, o)", "type.__instancecheck__", "lambda cls, o: []"],
    "__subclasscheck__": ["lambda cls, o: {n} % 2 == 0", "type.__subclasscheck__"],
    "mro": ["lambda cls: [cls, object]", "lambda cls: type.mro(cls)", "lambda cls: [cls, Data, *type.mro(cls)[1:]]", "lambda cls: 5",
            "lambda cls: [cls, 5]", "lambda cls: type.mro(cls)[1:]", "lambda cls: [cls, int, object]"],
    "__len__": ["lambda cls: {n}"],
    "__iter__": ["lambda cls: iter('mi')"],
    "__contains__": ["lambda cls, k: True"],
    "__getitem__": ["lambda cls, k: ('mgi{n}', show(k)) if k != 9 else [][k]"],
    "__dir__": ["lambda cls: ['m{n}']"],
    "__repr__": ["lambda cls: 'meta{n}'"],
    "__eq__": ["lambda cls, o: True", "lambda cls, o: NotImplemented"],
    "__hash__": ["lambda cls: 7", "type.__hash__"],
    "__bool__": ["lambda cls: False"],
    "__add__": ["lambda cls, o: ('madd{n}', show(o))"],
    "__or__": ["lambda cls, o: ('mor{n}', show(o))"],
    "__subclasses__": ["lambda cls: ['ms{n}']"],
    "__name__": ["'mname{n}'", "property(lambda cls: 'mpname{n}')"],
    "__doc__": ["property(lambda cls: 'mdoc{n}')"],
    "__module__": ["'mmod{n}'"],
    "__qualname__": ["property(lambda cls: 'mq{n}')"],
    "__class__": ["property(lambda cls: int)"],
    "__bases__": ["property(lambda cls: (int,))", "()"],
    "__mro__": ["property(lambda cls: (int, object))"],
    "__dict__": ["property(lambda cls: {{'a': {n}}})"],
    "__abstractmethods__": ["property(lambda cls: {{'a'}})"],
    "__get__": ["lambda cls, o, t=None: ('mget{n}', o is None)"],
    "__set__": ["lambda cls, o, v: log.append(('mset{n}', v))"],
    "__del__": ["lambda cls: log.append('mdel{n}')"],
    "__set_name__": ["lambda cls, o, n: log.append(('msn{n}', n))"],
}

BUILTIN_BASES = ["object", "object", "int", "dict", "list", "str", "Exception", "tuple", "type", "float", "set", "bytes", "frozenset",
                 "complex", "bytearray", "abc.ABC", "types.ModuleType", "property", "classmethod", "staticmethod", "super", "KeyError",
                 "OSError", "bool", "types.FunctionType", "Entry(int)", "Entry()", "Entry(Data, dict)", "Slotted", "Data", "Field", "Noisy", "Phoenix",
                 "list[int]", "types.SimpleNamespace", "BaseException", "AttributeError", "StopIteration", "weakref.ref", "functools.partial",
                 "collections.OrderedDict", "collections.defaultdict", "collections.deque", "collections.UserDict", "enumerate", "range", "memoryview",
                 "collections.abc.Mapping", "collections.abc.Sequence", "5", "None"]

MEMBERS = [
    "def m(self): return ('{c}.m', super().a)",
    "def m(self): return ('{c}.m', super().m())",
    "def m(self, x={n}): return ('{c}.m', x, __class__.__name__)",
    "def m(self): return super(__class__, self).b",
    "def m(self): return (self.__p, super().c)",
    "def m(self): super().a = {n}",
    "def m(self): return super().__init__.__name__",
    "def m(self): return super().__getattribute__('a')",
    "def m(self): self = 5; return super().a",
    "def m(): return super().a",
    "def m(self): return [super().a for i in range(2)]",
    "def m(self): return (lambda: super().a)()",
    "def m(self): yield super().a",
    "def m(*args): return super().a",
    "def m(self): return super().__class__.__name__",
    "m = lambda self: self.__p",
    "@classmethod\ndef m(cls): return (cls.__name__, super().a)",
    "@staticmethod\ndef m(o=None): return ('{c}.static', o)",
    "@property\ndef m(self): return lambda: super().a",
    "__p = {n}",
    "def __init__(self, *args): self.x = 1; self.a = 2",
    "def __init__(self, *args): self.__p = {n}; super().__init__()",
    "def __init__(self, *args): super().__init__(*args); self.b = {n}",
    "def __init__(self, *args): self.a = self.b = self.c = {n}",
    "def __new__(cls, *args): self = super().__new__(cls); log.append('{c}.new'); return self",
    "def __init_subclass__(cls, **k): log.append(('isub', cls.__name__, k)); super().__init_subclass__()",
    "def __init_subclass__(cls, k={n}): cls.a = k",
    "def __getattr__(self, name): return ('{c}', name) if name[0] != '_' else super().__getattr__(name)",
    "def __getattribute__(self, name): log.append(name) if name in 'abc' else 0; return super().__getattribute__(name)",
    "def __setattr__(self, name, value): super().__setattr__(name, [value])",
    "def __delattr__(self, name): log.append(name); super().__delattr__(name)",
    "def __eq__(self, o): return type(o) is type(self)",
    "def __repr__(self): return f'<{c} {super().__repr__()[:6]}>'",
    "def __add__(self, o): return ('{c}+', super().__add__(o))",
    "def __len__(self): return super().__len__() + 1",
    "def __del__(self): log.append(('~{c}', self.__dict__.get('a') if hasattr(self, '__dict__') else 0))",
    "def __call__(self, *a, **k): return ('{c}()', len(a), *k)",
    "def __get__(self, o, t=None): return ('{c}.get', o is None, t and t.__name__)",
    "def __set__(self, o, v): log.append(('{c}.set', v))",
    "def __set_name__(self, o, n): log.append(('{c}.name', n))",
    "a: int = {n}", "b: 'x'", "'''doc {n}'''", "__qualname__ = 'Q{n}.r'", "__module__ = 'm{n}'", "__match_args__ = ('a', 'b')",
    "class b:\n    a = {n}", "for c in range(2): pass", "@property\ndef a(self): return self.__p", "@functools.cached_property\ndef b(self): return {n}",
    "@property\ndef a(self): return self._a\n@a.setter\ndef a(self, v): self._a = v\n@a.deleter\ndef a(self): del self._a",
    "@abc.abstractmethod\ndef c(self): return {n}", "a = b = {n}\ndel a", "locals()['c'] = {n}", "c = __qualname__",
    "@functools.singledispatchmethod\ndef a(self, x=None): return 'single{n}'", "__hash__ = None", "__eq__ = object.__eq__", "x = classmethod(lambda cls: {n})",
]

PROBES = '''
def get_{x}(o): return o.{x}
def has_{x}(o): return hasattr(o, "{x}")
def set_{x}(o, v): o.{x} = v
def del_{x}(o): del o.{x}
def call_{x}(o): return o.{x}()
def call1_{x}(o): return o.{x}(1)
def callkw_{x}(o): return o.{x}(y=1)
def callstar_{x}(o): return o.{x}(*[1, 2])
def aug_{x}(o): o.{x} += 1
def two_{x}(o): return [o.{x}, o.{x}][1]
def default_{x}(o): return getattr(o, "{x}", "default")
def chain_{x}(o): return o.{x}.{x}
def type_{x}(o): return type(o).{x}
def dict_{x}(o): return o.__dict__["{x}"]
def kept_{x}(o):
    kept["{x}"] = o.{x}
    return kept["{x}"]
def again_{x}(o): return kept["{x}"]()
def bound_{x}(o): return (o.{x} == o.{x}, o.{x} is o.{x}, hash(o.{x}) == hash(o.{x}))
def swap_{x}(o): o.{x}, o.{x} = 1, 2
def with_{x}(o):
    with o.{x} as v: return v
def for_{x}(o):
    for o.{x} in range(2): pass
    return o.{x}
def write_{x}(o, v): o.__dict__["{x}"] = ("w", v)
'''

TAKES_TURN = ("set", "write")

OPERATIONS = '''
len: len(o)
bool: True if o else False
not: not o
eq: o == 3
eqself: o == o
ne: o != 3
lt: o < 3
gt: o > 3
le: 3 <= o
sorted: sorted([o, o]) is None
hash: hash(o) if 0 <= hash(o) < 1000 else "hash"
key: {o: 1}[o]
add: o + 3
addself: o + o
radd: 3 + o
addstr: "s" + o
sub: o - 3
rsub: 3 - o
mul: o * 3
rmul: [3] * o
matmul: o @ 3
pow: o ** 3
pow3: pow(o, 3, 5)
rpow: 2 ** o
or: o | 3
ror: {} | o
divmod: divmod(o, 3)
mod: "%s" % o
rshift: o >> 1
invert: ~o
neg: -o
pos: +o
abs: abs(o)
int: int(o)
float: float(o)
complex: complex(o)
round: (round(o), round(o, 1))
item: o[1]
item9: o["k"]
slice: o[1:2]
in: 1 in o
iter: [x for x, _ in zip(o, range(3))]
next: next(o)
reversed: [x for x, _ in zip(reversed(o), range(3))]
star: (lambda *a: len(a))(*[x for x, _ in zip(o, range(3))])
doublestar: (lambda **k: sorted(k))(**o)
hint: __import__("operator").length_hint(o, 7)
repr: mask(repr(o))
ascii: mask(ascii(o))
str: mask(str(o))
bytes: bytes(o) if not isinstance(o, int) else 0
call: o(1)
call0: o()
callkw: o(a=1)
index: [1, 2, 3][o]
range: range(3)[o:]
format: mask(f"{o:}")
format2: mask(format(o, ">3"))
join: "".join(o)
isinstance: isinstance(5, o)
isinstance2: (isinstance(o, int), isinstance(o, Data), isinstance(o, K))
issubclass: issubclass(o, K)
issubclass2: issubclass(K, (o, int))
dir: [n for n in dir(o) if not n.startswith("_")]
dirs: len(dir(o)) > 3 and [n for n in dir(o) if n in ("__dict__", "__weakref__", "__module__", "__slots__", "mro", "__call__", "__annotations__")]
dict: {k: show(v) for k, v in vars(o).items() if not k.startswith("_")}
class: (o.__class__.__name__, type(o).__name__, o.__class__ is type(o))
doc: o.__doc__ if len(str(o.__doc__)) < 20 else "doc"
name: o.__name__
qualname: (o.__qualname__, o.__module__)
mro: [k.__name__ for k in o.__mro__]
bases: [k.__name__ for k in o.__bases__]
base: o.__base__.__name__
annotations: sorted(o.__annotations__)
abstract: sorted(o.__abstractmethods__)
callable: callable(o)
sizeof: o.__sizeof__() > 0
copy: type(copy.copy(o)).__name__
deepcopy: type(copy.deepcopy(o)).__name__
reduce: mask(str(type(o.__reduce_ex__(2)))), mask(ascii(o.__reduce_ex__(4)))[:100]
getstate: show(o.__getstate__())
ref: type(weakref.ref(o)).__name__
private: o.m.__self__ is o
mcall: o.m()
munbound: type(o).m(o)
mfunc: (o.m.__func__.__name__, o.m == o.m)
initcall: o.__init__()
newcall: type(o.__new__(type(o))).__name__
getattribute: o.__getattribute__("a")
setattr: setattr(o, "b", 3)
special: type(o).__add__(o, 3)
dunderadd: o.__add__(3)
dundereq: o.__eq__(3)
dunderhash: o.__hash__ is None
dunderstr: mask(o.__str__())
dunderclass: o.__class__()
subclasses: [k.__name__ for k in o.__subclasses__()]
union: str(o | None)
generic: str(o[int])[:40]
print: print(end="", file=o)
sum: sum([o])
max: max(o, o) is o
any: any([o])
enumerate: list(enumerate(o, 5))[:0]
exec: eval("x", {}, o)
slots: o.__slots__
staticattrs: sorted(o.__static_attributes__)
signature: o.__text_signature__
func: (o.__defaults__, o.__kwdefaults__, o.__code__.co_argcount)
getitem: o.__class_getitem__(1)
instancecheck: (type(o).__instancecheck__(o, o), type.__instancecheck__(type(o), o))
await_: o.__await__
'''

BLOCKS = '''
def op_iadd(o):
    o += 3
    return o
def op_ior(o):
    o |= 3
    return o
def op_with(o):
    with o as x: return x
def op_withraise(o):
    with o: [][1]
    return "swallowed"
def op_unpack(o):
    x, y = o
    return (show(x), show(y))
def op_unpackstar(o):
    x, *y = o
    return (show(x), len(y))
def op_match(o):
    match o:
        case K(x, y): return ("two", show(x), show(y))
        case {"a": x}: return ("mapping", show(x))
        case [x, *_]: return ("sequence", show(x))
        case int() | str(): return "number"
        case Data(a=x): return "data"
def op_raise(o):
    raise o
def op_except(o):
    try: [][1]
    except o: return "caught"
def op_setitem(o):
    o["k"] = 1
    return o["k"]
def op_delitem(o):
    del o["k"]
def op_subclass(o):
    class Sub(o): pass
    return [k.__name__ for k in Sub.__mro__]
def op_loop(o):
    n = 0
    for x in o:
        n += 1
        if n > 3: break
    return n
def op_yieldfrom(o):
    def g(): return (yield from o)
    return [x for x, _ in zip(g(), range(2))]
def op_decorate(o):
    @o
    def f(): pass
    return f
'''

CHANGES = [
    "{C}.{x} = {v}", "{C}.{x} = {v}", "{C}.{x} = {v}", "del {C}.{x}", "del {C}.{x}", "setattr({C}, '{x}', {v})",
    "{o}.{x} = {v}", "{o}.{x} = {v}", "del {o}.{x}", "{o}.__dict__['{x}'] = {v}", "{o}.__dict__.pop('{x}')",
    "{o}.__dict__ = {{'{x}': {v}}}", "del {o}.__dict__", "{o}.__dict__.clear()", "{o}.__dict__.update(a=1, b={v})",
    "{o}.__dict__ = {p}.__dict__", "{o}.__dict__ |= {{'{x}': {v}}}", "{o}.__dict__.setdefault('{x}', {v})",
    "{o}.__dict__[5] = 6", "{o}.__dict__ = Slotted()", "{o}.__dict__ = types.MappingProxyType({{}})", "{o}.__dict__ = type('D', (dict,), {{}})(a={n})",
    "print(sorted(map(str, {o}.__dict__)), {o}.__dict__ is {o}.__dict__, len(vars({o})))", "print({o}.__dict__.popitem())",
    "vars({o}).update({x}={v})", "print([*{o}.__dict__])", "object.__dict__['__class__'].__set__({o}, {C})", "print(object.__dict__['__class__'].__get__({o}).__name__)",
    "{o}.__class__ = {C}", "{o}.__class__ = {C}", "{o}.__class__ = type('T', ({C},), dict(__slots__=()))", "{o}.__class__ = int", "{o}.__class__ = 5",
    "del {o}.__class__", "{o}.__class__ = type({p})", "{C}.__class__ = Meta", "{C}.__class__ = Meta2", "{C}.__class__ = type", "{C}.__class__ = {D}",
    "{C}.__bases__ = ({D},)", "{C}.__bases__ = ({D}, {E})", "{C}.__bases__ = ({D}, object)", "{C}.__bases__ = (object,)", "{C}.__bases__ = ()",
    "{C}.__bases__ = [{D}]", "{C}.__bases__ = ({D}, 5)", "{C}.__bases__ = (Data, {D})", "{C}.__bases__ = {D}.__bases__", "{C}.__bases__ = ({D}, {D})", "del {C}.__bases__",
    "{C}.__bases__ += (Callable,)", "{C}.__bases__ = (dict,)",
    "{C}.__name__ = 'N{n}'", "{C}.__qualname__ = 'Q{n}'", "{C}.__name__ = 5", "del {C}.__name__", "{C}.__module__ = 'M{n}'", "{C}.__doc__ = 'D{n}'", "del {C}.__doc__",
    "{C}.__dict__['a'] = 5", "{C}.__dict__ = {{}}", "{C}.__mro__ = ()", "print({C}.mro() == list({C}.__mro__))", "{C}.__abstractmethods__ = {{'a', }}", "del {C}.__abstractmethods__",
    "{C}.{h}", "{C}.{h}", "{C}.{h}", "{C}.{h}", "{C}.{h}", "{C}.{h}", "del {C}.{hn}", "del {C}.{hn}", "{o}.{h}", "del {o}.{hn}", "print(mask(str({o}.{hn}))[:60])", "print('{hn}' in {C}.__dict__, hasattr({C}, '{hn}'))",
    "Meta.{x} = {v}", "del Meta.{x}", "Meta.{h}", "Meta.{k}", "Meta.{k}", "Meta.{k}", "Meta2.{k}", "del Meta.{kn}", "del Meta.{kn}", "Meta2.__bases__ = (type,)",
    "{o} = {C}()", "{o} = {C}()", "{o} = {C}(1)", "{o} = {C}", "{o} = {C}.__new__({D})", "{o} = object.__new__({C})", "{o} = {C}(a=1)", "{o} = {C}([('a', 1)])", "{o} = None", "{o} = {p}",
    "object.__setattr__({o}, '{x}', {v})", "type.__setattr__({C}, '{x}', {v})", "object.__delattr__({o}, '{x}')", "object.__setattr__({C}, '{x}', {v})",
    "print(show(object.__getattribute__({o}, '{x}')))", "print(show(type.__getattribute__({C}, '{x}')))", "print(show(object.__getattribute__({C}, '{x}')))",
    "vars({C})['{x}'].__set__({o}, 77)", "print(say(vars({C})['{x}'].__get__, {o}, {D}))", "vars({C})['{x}'].__delete__({o})", "vars({C})['{x}'].__init__(lambda self: {n})",
    "print(show(vars({C})['{x}'].__get__(None, {D})))", "print(show(vars({C})['{x}'].__get__(None)))", "print(mask(repr(vars({C})['{x}'])))", "vars({C})['{x}'].{y} = {n}",
    "print(say(getattr, super({C}, {o}), '{x}'))", "print(say(getattr, super({C}, {D}), '{x}'))", "super({C}, {o}).{x} = 5", "del super({C}, {o}).{x}",
    "print(mask(repr(super({C}, {o}))), super({C}, {D}).__thisclass__.__name__, super({C}, {o}).__self_class__.__name__)", "{o} = super({C}, {p})", "print(show(super({C}).__get__({o})))",
    "{C}.{x} = super({D})", "print(show(super({C}, {o}).__init__()))",
    "print([c.__name__ for c in {C}.__mro__], [c.__name__ for c in {C}.__subclasses__()])", "print(sorted(k for k in {C}.__dict__ if k != '__firstlineno__'))",
    "print([k for k in {C}.__dict__ if k not in ('__firstlineno__', '__static_attributes__')])", "print(isinstance({o}, {C}), issubclass({C}, {D}), isinstance({o}, ({D}, int)), {C} in {D}.__mro__)",
    "print({C}.__basicsize__ > 0, {C}.__itemsize__, {C}.__dictoffset__ != 0, {C}.__weakrefoffset__ != 0)", "print({C}.__base__.__name__, [b.__name__ for b in {C}.__bases__])",
    "{D}.{x} = {C}.__dict__['{x}']", "{o}.{x} = {o}.m", "{C}.{x} = {D}.m", "{C}.m = {o}.m", "{o}.m = {p}.m", "{o}.{x} = {p}", "{C}.{x} = {o}", "{C}.{x} = {D}()", "del {C}.m", "{C}.m = lambda self: ('late{n}', self.a)",
    "refs.append(weakref.ref({o}, lambda r: log.append('dead{n}')))", "refs.append(weakref.ref({C}))", "print([show(r()) for r in refs])", "{o} = weakref.proxy({p})", "{o} = weakref.proxy({p}, lambda p: log.append('pdead{n}'))",
    "refs.append(weakref.WeakMethod({o}.m))", "weakref.finalize({o}, log.append, 'final{n}')", "kept[{n}] = weakref.WeakKeyDictionary({{{o}: 1}})", "kept[{n}] = weakref.WeakSet([{o}])", "print(weakref.getweakrefcount({o}), weakref.ref({o}) is weakref.ref({o}), weakref.ref({o}) == weakref.ref({p}))",
    "print([len(w) for w in kept.values() if hasattr(w, '__len__') and not isinstance(w, type)])", "kept.clear()", "saved.clear()", "gc.collect()", "gc.collect(0)", "print(gc.is_tracked({o}))",
    "print([show(r()) for r in refs], len(saved))", "{o}.{x} = {o}; {o} = None; gc.collect()",
    "{o} = copy.copy({p})", "{o} = copy.deepcopy({p})", "print(mask(ascii({o}.__reduce_ex__(2))))", "print({o}.__getstate__())",
    "{C}.m.__defaults__ = ({n},)", "{C}.m.__code__ = swap.__code__", "{C}.m.__code__ = (lambda self: {n}).__code__", "{C}.m.__kwdefaults__ = {{'y': {n}}}", "{C}.m.__name__ = 'renamed{n}'", "{C}.m.__dict__['{x}'] = {n}", "print({C}.m.__qualname__, {C}.m.__module__)",
    "vars({C})['{x}'].__defaults__ = (1, {n})", "vars({C})['{x}'].__code__ = (lambda self, *a: 'code{n}').__code__", "vars({C})['{x}'].__kwdefaults__ = {{'y': {n}}}", "{o}.m.{x} = 5", "{o}.m.__func__.{x} = 5", "print({o}.m == {p}.m, {o}.m is {o}.m, hash({o}.m) == hash({o}.m), {o}.m.__self__ is {o})",
    "abc.update_abstractmethods({C})", "{C}.register(int)", "print(isinstance(5, {C}), issubclass(int, {C}))", "{o} = {C}.{x}", "{o} = {o}.{x}", "{o} = vars({C})['{x}']", "{o} = type('Late{n}', ({C}, {D}), {{'{x}': {v}}})", "{o} = Meta('Late{n}', ({C},), {{'{x}': {v}}})",
    "{o} = types.new_class('New{n}', ({C},), {{}}, lambda ns: ns.update({x}={n}))", "print(type.__call__({C}) is None)", "print(mask(repr({o}))[:80])", "print(mask(repr({C})))", "{C}.{x} += 1", "{C}.{x}.{y} = 1", "{o}.{x}.{y} = 1",
    "{o}.__init__({n})", "{C}.__init__({o})", "type({o}).{x} = {v}", "del type({o}).{x}", "{o}.__module__ = 'om{n}'", "{o}.__doc__ = 'od{n}'", "print(show({C}.__annotations__))", "{C}.__annotations__['q'] = int", "del {C}.__annotations__", "{C}.__slots__ = ('z',)",
    "{C}.__match_args__ = ('{x}', '{y}')", "{o}.__setattr__('{x}', {v})", "{o}.__delattr__('{x}')", "print(dir({o}) == sorted(dir({o})), '{x}' in dir({o}), '{x}' in dir({C}))", "{C}.__setattr__({o}, '{x}', {n})", "{C}.__getattribute__({o}, '{x}')", "{o}._{C}__p = {n}", "{C}._{D}__p = {n}",
    "print({C} | None, ({C} | int) == (int | {C}))", "print({C}[int])", "print(int in {C})", "print(len({C}))", "{C}.__del__ = lambda self: log.append('late~{n}')", "{C}.__hash__ = {D}.__hash__", "{C}.__eq__ = {D}.__eq__", "{C}.__init__ = {D}.__init__", "{C}.__new__ = {D}.__new__", "{C}.__new__ = {D}.__dict__['__new__']",
]
