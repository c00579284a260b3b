"""What the random programs of object_model.py are made of: values, special methods, uses and changes.

`{n}` stands for a fresh number, `{x}` for an attribute's name.
"""

NAMES = ["a", "b", "c"]

PRELUDE = '''
import abc, builtins, collections.abc, copy, dataclasses, enum, functools, gc, math, operator, os, pickle, traceback, types, typing, weakref
log, saved, refs, seen, kept = [], [], [], {}, {}
def mask(text):
    """Without addresses, and with sets of words in order: they go by hashes of a random seed."""
    parts = str.split(text, "0x")
    text = "0x".join([str(parts[0])] + ["~" + p.lstrip("0123456789abcdef") for p in parts[1:]])
    parts = text.split("{'")
    for i, part in enumerate(parts[1:], 1):
        words, end, rest = part.partition("'}")
        if not set("{}:()") & set(words):
            parts[i] = "', '".join(sorted(words.split("', '"))) + end + rest
    return "{'".join(parts)
def print(*values):
    builtins.print(*[mask(str(v)) for v in values])
def show(v):
    if type(v) in (int, str, bool, float): return mask(str(v))
    if v is None or type(v) in (list, dict, tuple): return mask(ascii(v))
    if isinstance(v, type): return "class " + type.__dict__["__name__"].__get__(v)
    t = type(v).__name__
    if t == "function": return "fn " + v.__qualname__
    if t == "method": return "bound " + getattr(v.__func__, "__qualname__", "?") + " to " + type(v.__self__).__name__
    return t
def plain(o):
    found = [k.__dict__["__getattribute__"] for k in type.__dict__["__mro__"].__get__(type(o)) if "__getattribute__" in k.__dict__]
    return type(found[0]) is type(object.__getattribute__)
def failure(e, named=True):
    if isinstance(e, RecursionError) or str(e) == "error return without exception set":
        log.clear()
        return "RecursionError"  # which CPython loses at times
    if isinstance(e, MemoryError):
        return "MemoryError"  # one may be made when there is no memory for another
    if isinstance(e, SystemError) and e.__context__ is not None:
        e = e.__context__  # CPython went on after a failure
    text = type(e).__name__ + ": " + mask(str(e))
    if "' objects doesn't apply to a '" in text:  # CPython's words beside a __getattr__ while an instruction is cold
        text = text.replace(" for '", " requires a '").replace("' objects doesn't apply to a '", "' object but received a '")
        text = text.removesuffix(" object")
    if "too many data types" in text:
        text = text.partition("{")[0]  # a set of classes follows
    # What super() gives has its context set by CPython's interpreter only while an instruction is cold.
    # Nor does it name the attribute then, where a __getattribute__ in Python has failed.
    if named and isinstance(e, AttributeError) and type(e.obj) is not super and e.name is not None and plain(e.obj):
        text += f" [{e.name} of {type.__dict__['__name__'].__get__(type(e.obj))}]"
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
def mixed(tag, *methods):
    def get(self, obj, cls=None): return f"{tag}.get {obj is None} {cls and cls.__name__}"
    def put(self, obj, value): log.append(f"{tag}.set {value}")
    def delete(self, obj): log.append(f"{tag}.del")
    def named(self, owner, name): log.append(f"{tag} is {owner.__name__}.{name}")
    table = {"get": get, "set": put, "delete": delete, "set_name": named}
    return type("Mixed", (), {f"__{name}__": table[name] for name in methods})()
class Slotted:
    __slots__ = ("a", "b")
class Both:
    __slots__ = ("a", "__dict__", "__weakref__")
def drive(o):
    try: o.send(None)
    except StopIteration as e: return show(e.value)
    return "suspended"
def inspected(o, name):
    return [name in k.__dict__ for k in type(o).__mro__][:4]
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
    "mixed('m{n}', 'get', 'set')", "mixed('m{n}', 'get', 'delete')", "mixed('m{n}', 'set', 'delete')", "mixed('m{n}', 'set', 'set_name')",
    "mixed('m{n}', 'get', 'set_name')", "mixed('m{n}', 'get', 'set', 'delete', 'set_name')", "mixed('m{n}', 'delete', 'set_name')",
    "Both.a", "Both()", "operator.attrgetter('b')", "operator.methodcaller('m')", "functools.lru_cache(lambda *a: ('lru{n}', len(a)))",
    "functools.wraps(len)(lambda *a: ('wraps{n}', len(a)))", "functools.total_ordering", "list[int]", "int | None", "types.new_class('Fresh{n}')",
    "functools.singledispatch(lambda *a: ('sd{n}', len(a)))", "Both.__dict__['__dict__']", "Both.__dict__['__weakref__']", "types.ModuleType('mm{n}')",
    "types.FunctionType.__dict__['__code__']", "property.fget", "type.__call__", "type.mro", "object.__getattribute__", "object.__setattr__",
    "dataclasses.make_dataclass('Dc{n}', ['a', ('b', int, {n})])", "dataclasses.field(default={n})", "enum.Enum('En{n}', 'A B').A", "enum.auto()",
    "collections.namedtuple('Nt{n}', 'a b')({n}, 2)", "collections.namedtuple('Nt{n}', 'a').a", "collections.OrderedDict(a={n})", "collections.deque([{n}], 3)",
    "slice({n})", "memoryview(b'mv')", "functools.partialmethod(len)", "frozenset([{n}])", "reversed([{n}])", "map(str, [{n}])", "enumerate('e')", "bytearray(b'ba')",
    "(x for x in 'ab')", "range({n})", "{{'a': {n}}}", "('t', {n})", "functools.cmp_to_key(lambda a, b: 0)", "weakref.WeakSet()",
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
    "__name__": ["'nm{n}'", "property(lambda self: 'pnm{n}')"],
    "__subclasshook__": ["classmethod(lambda cls, o: {n} % 2 == 0)", "classmethod(lambda cls, o: NotImplemented)", "classmethod(lambda cls, o: 5)", "lambda o: True"],
    "__mro_entries__": ["lambda self, bases: (int,)", "lambda self, bases: [int]", "lambda self, bases: ()"],
    "__index__": ["lambda self: {n}", "lambda self: 'x'", "lambda self: True", "lambda self: 0"],
    "__buffer__": ["lambda self, flags: memoryview(b'b{n}')", "lambda self, flags: 5"],
    "__fspath__": ["lambda self: 'p{n}'", "lambda self: 5", "None"],
    "__floor__": ["lambda self: 'fl{n}'"],
    "__ceil__": ["lambda self: 'ce{n}'"],
    "__truediv__": ["lambda self, o: ('div{n}', show(o))", "lambda self, o: NotImplemented"],
    "__rfloordiv__": ["lambda self, o: ('rfd{n}', show(o))"],
    "__imul__": ["lambda self, o: ('imul{n}', show(o))", "None"],
    "__isub__": ["lambda self, o: NotImplemented"],
    "__rand__": ["lambda self, o: ('rand{n}', show(o))"],
    "__xor__": ["lambda self, o: ('xor{n}', show(o))", "property(lambda self: lambda o: 'pxor{n}')"],
    "__lshift__": ["lambda self, o: ('lshift{n}', show(o))"],
    "__mod__": ["lambda self, o: ('mod{n}', show(o))"],
    "__aenter__": ["lambda self: iter([])", "lambda self: 5"],
    "__aexit__": ["lambda self, *a: 5"],
    "__aiter__": ["lambda self: self", "lambda self: 5"],
    "__anext__": ["lambda self: 5"],
    "__await__": ["lambda self: iter([{n}])", "lambda self: iter(())", "lambda self: 5", "lambda self: [1]"],
    "__getnewargs__": ["lambda self: (1,)", "lambda self: 5"],
    "__getnewargs_ex__": ["lambda self: ((), {{}})", "lambda self: 5"],
    "__replace__": ["lambda self, **k: ('replace{n}', k)"],
    "__type_params__": ["()", "5"],
    "__instancecheck__": ["lambda cls, o: {n} % 2 == 0"],
    "__isabstractmethod__": ["True", "property(lambda self: True)"],
}

META_HOOKS = {
    "__call__": ["lambda cls, *a: log.append(('mcall{n}', len(a))) or type.__call__(cls)", "type.__call__", "lambda cls, *a: ('mcall{n}', len(a))", "None",
                 "lambda cls, *a: super(Meta, cls).__call__()", "lambda cls, *a, **k: type.__call__(cls, *a, **k)"],
    "__prepare__": ["lambda *a, **k: {{'b': 'prepared{n}'}}", "classmethod(lambda m, n, b, **k: {{'c': n}})", "lambda *a: 5"],
    "__new__": ["lambda m, n, b, d, **k: type.__new__(m, n, b, {{**d, 'c': 'mn{n}'}})", "lambda m, *a, **k: type.__new__(m, *a)"],
    "__init__": ["lambda cls, *a, **k: log.append(('minit{n}', len(a), k))", "lambda cls, *a: type.__setattr__(cls, 'a', {n})"],
    "__getattribute__": ["lambda cls, n: ('mgat{n}', n) if n == 'c' else type.__getattribute__(cls, n)", "type.__getattribute__"],
    "__getattr__": ["lambda cls, n: ('mga{n}', n)"],
    "__setattr__": ["lambda cls, n, v: type.__setattr__(cls, n, ('msa{n}', v))", "lambda cls, n, v: log.append(('msa{n}', n))", "type.__setattr__",
                    "lambda cls, n, v: super(Meta, cls).__setattr__(n, v)"],
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
    "__subclasshook__": ["lambda cls, o: True"],
    "__class_getitem__": ["lambda cls, k: ('mcgi{n}', show(k))"],
    "__lt__": ["lambda cls, o: ('mlt{n}',)"],
    "__invert__": ["lambda cls: 'minv{n}'"],
    "__annotations__": ["property(lambda cls: {{'ma': {n}}})"],
    "__slots__": ["()", "('z',)"],
    "__static_attributes__": ["('s',)"],
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
                 "collections.abc.Mapping", "collections.abc.Sequence", "5", "None", "Both", "type(mixed('mb', 'get', 'set'))", "typing.Generic[typing.TypeVar('T')]",
                 "typing.Protocol", "types.GenericAlias", "functools.cached_property", "abc.ABC", "collections.Counter", "collections.abc.Hashable", "collections.UserList",
                 "type('Plain', (), {})", "type('Slim', (), {'__slots__': ('q',)})", "reversed", "zip", "slice", "types.MethodType", "ExceptionGroup", "BaseExceptionGroup",
                 "enum.Enum", "enum.IntEnum", "enum.Flag", "collections.namedtuple('NtB', 'a b', defaults=(1, 2))", "dataclasses.make_dataclass('DcB', [('a', int, 5)])",
                 "collections.UserString", "collections.ChainMap", "map", "filter", "weakref.WeakValueDictionary", "functools.partialmethod", "functools.singledispatchmethod"]

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
    "@functools.singledispatchmethod\ndef a(self, x=None): return 'single{n}'", "def m(self): del super().a; return 'gone'", "def m(self): return super(self).a", "def m(self): return super(type(self), type(self)).m",
    "def m(self): return super(__class__).__get__(self).a", "def m(self): return (super().__repr__)()[:3]", "async def m(self): return super().a",
    "def m(self):\n    def f(): return super().m\n    return f", "def m(self, *, k={n}, **kw): return (k, sorted(kw), super().a)", "def m(self): return {{super().a for i in 'a'}}",
    "def m(self): return self.__class__.a", "def m(self): self.__dict__['a'] = {n}; return self.a", "def m(self): self.x = self.y = {n}; return vars(self)",
    "@classmethod\ndef m(cls): return super().m()", "@classmethod\ndef m(cls): cls.a = {n}; return cls.a", "@staticmethod\ndef m(*a): return super().a",
    "@property\ndef m(self): return super().m", "@abc.abstractmethod\ndef m(self): return super().m()", "def __set_name__(self, o, n): o.b = (n, {n})",
    "def __getattr__(self, name): raise AttributeError(name + '{n}')", "def __getattr__(self, name): return self", "def __del__(self): super().__del__()",
    "def __new__(cls, *args, **k): return super().__new__(cls, *args, **k)", "def __new__(cls, *args): return super().__new__(int)",
    "def __class_getitem__(cls, k): return (cls.__name__, show(k))", "def __reduce__(self): return (type(self), ())", "def __getstate__(self): return super().__getstate__()",
    "def __iter__(self): yield from (1, {n})", "def __contains__(self, k): return super().__contains__(k)", "def __hash__(self): return super().__hash__() and 1",
    "def __enter__(self): return super().a\ndef __exit__(self, *a): return {n} % 2", "def __dir__(self): return [*super().__dir__(), 'extra']",
    "def __setattr__(self, name, value): self.__dict__[name] = (value, {n})", "def __getitem__(self, k): return super().__getitem__(k)", "def __missing__(self, k): return k",
    "a, *b = 'xyz'", "import sys as c", "try: a\nexcept NameError: b = {n}", "global shared{n}\nshared{n} = {n}", "with Callable() as c: pass", "c = [x for x in (1, 2)]", "def b[T](self, x: T = {n}) -> T: return x",
    "__weakref__ = {n}", "__class__ = int", "__dict__ = {n}", "__getattr__ = None", "__annotations__ = 5", "__firstlineno__ = {n}", "__static_attributes__ = ()", "__classcell__ = {n}", "del __module__", "__qualname__ = 5",
    "__hash__ = None", "__eq__ = object.__eq__", "x = classmethod(lambda cls: {n})",
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
def mul_{x}(o):
    o.{x} *= 2
    return o.{x}
def item_{x}(o): return o.{x}[0]
def key_{x}(o): return {o.{x}: 1}
def text_{x}(o): return f"{o.{x}} {o.{x}!r:.9}"
def cond_{x}(o): return 1 if o.{x} else 2
def less_{x}(o): return o.{x} < 3 or o.{x} == 3
def add_{x}(o): return o.{x} + o.{x}
def iter_{x}(o): return [v for v, _ in zip(o.{x}, "ab")]
def held_{x}(o):
    f = o.{x}
    return (f(), f(2))
def match_{x}(o):
    match o:
        case object({x}=v): return show(v)
def walrus_{x}(o): return (v := o.{x}, v is o.{x})
def class_{x}(o): return o.__class__.{x}
def setdel_{x}(o):
    o.{x} = 1
    del o.{x}
    return o.{x}
def vars_{x}(o): return "{x}" in vars(o), "{x}" in dir(o)
def getter_{x}(o): return operator.attrgetter("{x}")(o)
def setattr_{x}(o, v): setattr(o, "{x}", v)
def delattr_{x}(o): delattr(o, "{x}")
def object_{x}(o): return object.__getattribute__(o, "{x}")
def super_{x}(o): return super(type(o), o).{x}
def two_{x}(o): return [o.{x}, o.{x}][1]
def default_{x}(o): return getattr(o, "{x}", "default")
def chain_{x}(o): return o.{x}.{x}
def type_{x}(o): return type(o).{x}
def dict_{x}(o): return o.__dict__["{x}"]
def kept_{x}(o):
    kept["{x}"] = o.{x}
    return kept["{x}"]
def again_{x}(o): return kept["{x}"]()
def bound_{x}(o):
    f, g = o.{x}, o.{x}
    return (f == g, f is g, hash(f) == hash(g))
def swap_{x}(o): o.{x}, o.{x} = 1, 2
def with_{x}(o):
    with o.{x} as v: return v
def for_{x}(o):
    for o.{x} in range(2): pass
    return o.{x}
def write_{x}(o, v): o.__dict__["{x}"] = ("w", v)
'''

TAKES_TURN = ("set", "write", "setattr")

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
key: {o: 1}.get(o, 1)  # a hash may be that of an object made to be asked
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
subclasses: [k.__name__ for k in o.__subclasses__() if type.__getattribute__(k, "__module__") == "p"]
union: str(o | None)
generic: mask(str(o[int]))[:40]
print: builtins.print(end="", file=o)
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
abcs: [k for k in ("Hashable", "Iterable", "Sized", "Callable", "Container", "Iterator", "Reversible", "Mapping", "Sequence", "Awaitable", "Buffer") if isinstance(o, getattr(collections.abc, k))]
subabcs: [k for k in ("Hashable", "Iterable", "Sized", "Callable", "Container", "Iterator") if issubclass(o, getattr(collections.abc, k))]
replace: type(copy.replace(o, a=1)).__name__
pickle: type(pickle.loads(pickle.dumps(o))).__name__
suggest: "".join(traceback.format_exception_only(caught(o)))[-60:]
buffer: bytes(memoryview(o))[:3]
fspath: os.fspath(o)
floor: (math.floor(o), math.ceil(o))
trunc: math.trunc(o)
truediv: o / 3
rfloordiv: 3 // o
rand: 3 & o
xor: o ^ 3
lshift: o << 1
modulo: o % 3
rmod: "a" % o
orderings: functools.total_ordering(o).__name__
neself: o != o
leself: o <= o
lenin: o in [1, o]
count: [1, o, "a"].count(o)
index2: [1, o].index(o)
remove: [1, o].remove(o)
setof: len({o, o, 1})
fromkeys: len(dict.fromkeys([o, o]))
dictof: sorted(map(str, dict(o)))[:3]
tupleof: tuple(x for x, _ in zip(o, "ab"))
typeof: type(o).__mro__[1].__name__
classbases: [k.__name__ for k in type(o).__bases__]
typeparams: o.__type_params__
origbases: len(o.__orig_bases__)
firstline: type(o.__firstlineno__).__name__
hexed: hex(o)
chr: chr(o)
bytesn: len(bytes([o])) if not isinstance(o, (list, dict, str, bytes)) else 0
shape: type(getattr(o, "__dict__", None)).__name__, hasattr(o, "__weakref__"), hasattr(o, "__slots__")
setdoc: setattr(o, "__doc__", None)
setclass: setattr(o, "__class__", o.__class__)
setdict: setattr(o, "__dict__", o.__dict__)
hashes: hash(o) == hash(o)
reprs: mask(object.__repr__(o))
objecteq: object.__eq__(o, 3), object.__ne__(o, o), object.__lt__(o, o)
objectdir: len(object.__dir__(o)) > 20
objectreduce: mask(ascii(object.__reduce_ex__(o, 2)))[:120]
typerepr: mask(type.__repr__(o))
typecall: type.__call__(o)
typedir: "a" in type.__dir__(o), "__slots__" in type.__dir__(o)
typesub: type.__subclasscheck__(o, K)
alias: mask(str(types.GenericAlias(o, (int,))))[:40]
method: show(types.MethodType(o, 5))
partial: functools.partial(o, 1)()
property_: property(o).__get__(5)
classmethod_: show(classmethod(o).__get__(5, int))
staticmethod_: (staticmethod(o).__get__(5), mask(repr(staticmethod(o)))[:40])[1]
wrapped: functools.wraps(o)(lambda: 1).__name__
proxy: type(weakref.proxy(o)).__name__
refcall: weakref.ref(o)() is o
gc: gc.is_finalized(o)
referents: type(gc.get_referents(o)).__name__
map: list(map(o, [1, 2]))
filter: list(filter(o, [1, 2]))
sortkey: sorted([2, 1], key=o)
min: min([o, 3])
roundto: round(o, o)
divmodself: divmod(o, o)
notin: 5 not in o
concat: [1] + o
repeat: "ab" * o
percent: "%d" % o
percentr: mask("%r|%.3s" % (o, o))
intbase: int("11", o)
isinst: isinstance(o, type(o)), isinstance(o, o.__class__), issubclass(type(o), o.__class__)
'''

BLOCKS = '''
def op_iadd(o):
    o += 3
    return o
def op_ior(o):
    o |= 3
    return o
def op_isub(o):
    o -= 3
    return o
def op_imul(o):
    o *= 2
    return o
def op_imatmul(o):
    o @= 2
    return o
def caught(o):
    try: o.aa, o.bb, o._a, o.mm
    except AttributeError as e: return e
    return KeyError("none")
def op_await(o):
    async def f(): return await o
    return drive(f())
def op_asyncwith(o):
    async def f():
        async with o as x: return x
    return drive(f())
def op_asyncfor(o):
    async def f(): return [x async for x in o]
    return drive(f())
def op_raisefrom(o):
    raise KeyError from o
def op_delslice(o):
    del o[1:2]
def op_setslice(o):
    o[:] = [1]
    return len(o)
def op_exceptstar(o):
    try: raise ValueError(1)
    except* o: pass
    return "caught"
def op_metaclass(o):
    class Sub(metaclass=o): pass
    return Sub
def op_generic(o):
    class Sub[T](o): pass
    return [k.__name__ for k in Sub.__mro__]
def op_matchclass(o):
    match 5:
        case o(): return "matched"
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
    "refs.append(weakref.WeakMethod({o}.m))", "weakref.finalize({o}, log.append, 'final{n}')", "kept[{n}] = weakref.WeakKeyDictionary({{{o}: 1}})", "kept[{n}] = weakref.WeakSet([{o}])", "print(min(weakref.getweakrefcount({o}), 3), weakref.ref({o}) is weakref.ref({o}), weakref.ref({o}) == weakref.ref({p}))",
    "print([len(w) for w in kept.values() if hasattr(w, '__len__') and not isinstance(w, type)])", "kept.clear()", "saved.clear()", "gc.collect()", "gc.collect(0)", "print(type({o}) is tuple or gc.is_tracked({o}))",
    "print([show(r()) for r in refs], len(saved))", "{o}.{x} = {o}; {o} = None; gc.collect()",
    "{o} = copy.copy({p})", "{o} = copy.deepcopy({p})", "print(mask(ascii({o}.__reduce_ex__(2))))", "print(mask(ascii({o}.__getstate__())))",
    "{C}.m.__defaults__ = ({n},)", "{C}.m.__code__ = swap.__code__", "{C}.m.__code__ = (lambda self: {n}).__code__", "{C}.m.__kwdefaults__ = {{'y': {n}}}", "{C}.m.__name__ = 'renamed{n}'", "{C}.m.__dict__['{x}'] = {n}", "print({C}.m.__qualname__, {C}.m.__module__)",
    "vars({C})['{x}'].__defaults__ = (1, {n})", "vars({C})['{x}'].__code__ = (lambda self, *a: 'code{n}').__code__", "vars({C})['{x}'].__kwdefaults__ = {{'y': {n}}}", "{o}.m.{x} = 5", "{o}.m.__func__.{x} = 5", "print({o}.m == {p}.m, {o}.m is {o}.m, say(op_hashes, {o}.m), {o}.m.__self__ is {o})",
    "abc.update_abstractmethods({C})", "{C}.register(int)", "print(isinstance(5, {C}), issubclass(int, {C}))", "{o} = {C}.{x}", "{o} = {o}.{x}", "{o} = vars({C})['{x}']", "{o} = type('Late{n}', ({C}, {D}), {{'{x}': {v}}})", "{o} = Meta('Late{n}', ({C},), {{'{x}': {v}}})",
    "{o} = types.new_class('New{n}', ({C},), {{}}, lambda ns: ns.update({x}={n}))", "print(type.__call__({C}) is None)", "print(mask(repr({o}))[:80])", "print(mask(repr({C})))", "{C}.{x} += 1", "{C}.{x}.{y} = 1", "{o}.{x}.{y} = 1",
    "{o}.__init__({n})", "{C}.__init__({o})", "type({o}).{x} = {v}", "del type({o}).{x}", "{o}.__module__ = 'om{n}'", "{o}.__doc__ = 'od{n}'", "print(show({C}.__annotations__))", "{C}.__annotations__['q'] = int", "del {C}.__annotations__", "{C}.__slots__ = ('z',)",
    "{C}.__match_args__ = ('{x}', '{y}')", "{o}.__setattr__('{x}', {v})", "{o}.__delattr__('{x}')", "print(dir({o}) == sorted(dir({o})), '{x}' in dir({o}), '{x}' in dir({C}))", "{C}.__setattr__({o}, '{x}', {n})", "{C}.__getattribute__({o}, '{x}')", "{o}._{C}__p = {n}", "{C}._{D}__p = {n}",
    "print(mask(str({C} | None)), ({C} | int) == (int | {C}))", "print(mask(str({C}[int])))", "print(int in {C})", "print(len({C}))", "{C}.__del__ = lambda self: log.append('late~{n}')", "{C}.__hash__ = {D}.__hash__", "{C}.__eq__ = {D}.__eq__", "{C}.__init__ = {D}.__init__", "{C}.__new__ = {D}.__new__", "{C}.__new__ = {D}.__dict__['__new__']",
    "{o}.{x}, {p}.{y} = {p}, {o}; {o} = {p} = None; gc.collect()", "{o}.{x} = [{o}, Noisy('cy{n}')]; {o} = None; gc.collect()", "{o}.{x} = weakref.ref({o}, lambda r: log.append('cyclic{n}')); {o} = None; gc.collect()",
    "refs.append(weakref.ref({o}, lambda r: log.append('dead{n}'))); {o} = None", "refs.append(weakref.WeakMethod({o}.m, lambda r: log.append('mdead{n}'))); {o} = None", "saved.append({o}); {o} = None; saved.clear()",
    "{o}.__getattr__ = lambda n: ('mod{n}', n)", "{o}.__dir__ = lambda: ['md{n}']", "{o}.__class__ = type('Mod', (types.ModuleType,), dict(__getattr__=lambda self, n: 'mg{n}'))", "{o} = types.ModuleType('m{n}')", "{o} = {C}.m", "{o} = {p}.m", "{o} = vars({C})",
    "{o} = lambda self=1, *a: ('of{n}', self)", "{o} = {p}.__class__", "{o} = {C}.__subclasses__()", "{o} = pickle.loads(pickle.dumps({p}, {n} % 6))", "{o} = {C}[int]", "{o} = {C} | None", "{o} = iter({p})", "{o} = {p}.__dict__",
    "functools.total_ordering({C})", "dataclasses.dataclass({C})", "dataclasses.dataclass(frozen=True)({C})", "dataclasses.dataclass(eq=False, order=True)({C})", "{C} = dataclasses.dataclass(slots=True)({C})",
    "print([f.name for f in dataclasses.fields({o})])", "print(mask(ascii(dataclasses.asdict({o}))))", "{o} = dataclasses.replace({o})", "print(dataclasses.is_dataclass({o}), {C}.__match_args__)",
    "{o} = enum.Enum('E{n}', {{'{x}': {n}}})", "{o} = enum.Enum('E{n}', '{x} {y}').{x}", "print([m.name for m in {o}])", "enum.unique({C})", "{o} = collections.namedtuple('T{n}', '{x} {y}', rename=True)(1, 2)",
    "{o} = collections.ChainMap(vars({p}), vars({C}))", "print(show(functools.reduce({C}.__add__, [{o}, {p}])))", "{C}.{x} = functools.singledispatchmethod({D}.m)", "{C}.{x} = functools.lru_cache({D}.m)",
    "{C}.__call__ = functools.partial(say, show)", "{C}.__getitem__ = {D}.__class_getitem__", "{C}.__buffer__ = bytes.__buffer__", "{C}.__iter__ = functools.cache(lambda self: iter([{n}]))",
"{C}.{x} = functools.cached_property(lambda self: {n}); {C}.{x}.__set_name__({C}, '{y}')", "{C}.{x} = property({D}.{y})", "{C}.{x} = classmethod({D}.m)", "{C}.{x} = staticmethod({o}.m)", "{C}.{x} = types.MethodType({D}.m, {o})",
    "class Inner{n}({C}, {D}): {x} = {v}\n    {o} = Inner{n}()", "class Inner{n}({C}, metaclass=Meta): pass\n    {o} = Inner{n}()", "class Inner{n}[T]({C}): pass\n    {o} = Inner{n}[int]()", "class Inner{n}({o}): pass", "class Inner{n}({C}):\n        __slots__ = ('{x}', 'z')\n    {o} = Inner{n}()",
    "class Inner{n}({C}):\n        def m(self): return super().m(), __class__.__name__\n    {o} = Inner{n}()", "class Inner{n}({C}):\n        {h}\n    {o} = Inner{n}()", "class Inner{n}({C}, k={n}): pass",
    "{C}.__set_name__({D}, '{x}')", "{C}.__init_subclass__()", "{C}.__subclasshook__({D})", "{C}.__prepare__('a', ())", "{C}.__class_getitem__({D})", "{C}.__instancecheck__({o})", "{C}.__subclasscheck__({D})", "abc.ABCMeta.register({C}, {D})", "collections.abc.Sized.register({C})",
    "print(mask(str(say(dir, {o})))[:300])", "print([k for k in dir({C}) if k in '__abstractmethods__ __dict__ __weakref__ __slots__ __annotations__ a b c m'])", "print({C}.__flags__ & 0x3d7c1500)", "print({C}.__basicsize__ >= {D}.__basicsize__, {o}.__sizeof__() >= 16)",
    "print(mask(ascii(inspected({o}, '{x}'))))", "print(sorted(map(str, types.resolve_bases(({C}, {D})))))", "print(types.get_original_bases({C}) == {C}.__bases__)", "print(copy.replace({o}, {x}=1))", "{o}.__init_subclass__()", "{o}.__subclasshook__(int)",
    "{C}.__call__ = {D}", "{C}.__getattr__ = {o}", "{C}.__add__ = {D}.__dict__.get('m')", "{C}.__getattribute__ = {D}.__getattribute__", "{C}.__setattr__ = {D}.__setattr__", "{C}.__repr__ = {D}.__repr__", "{C}.__len__ = len", "{C}.__iter__ = {D}.__iter__", "{C}.__str__ = str", "{C}.__bool__ = bool", "{C}.__get__ = {D}.m", "{C}.__getattr__ = getattr", "{C}.__eq__ = operator.is_",
    "del {C}.__eq__, {C}.__hash__", "del {C}.__init__", "del {C}.__new__", "del {C}.__getattr__", "del {C}.__getattribute__", "del {C}.__setattr__", "del {C}.__call__", "del {C}.__slots__", "del {C}.__weakref__", "del {C}.__module__", "del {C}.__qualname__", "del {C}.__dict__['{x}']", "{C}.__dict__ |= {{}}",
    "{C}.__weakref__ = {v}", "{C}.__basicsize__ = 5", "{C}.__base__ = {D}", "{C}.__flags__ = 0", "{C}.__static_attributes__ = 5", "{C}.__firstlineno__ = {n}", "{C}.__type_params__ = ({n},)", "del {C}.__type_params__", "{C}.__annotations__ = {{'w': {n}}}", "{C}.__annotations__ = 5", "{C}.__name__ = 'a\\0b'", "{C}.__qualname__ = 5", "{C}.__class__ = {o}", "{C}.__mro_entries__ = lambda *a: (int,)",
    "{o}.__class__ = {D}; {o}.__class__ = {C}", "{o}.__class__ = {C}; {o}.{x} = {v}; {o}.__class__ = {D}", "{o}.__class__ = types.SimpleNamespace", "{o}.__class__ = type('L', ({C}, {D}), {{'__slots__': ('a',)}})", "{o}.__class__ = Slotted", "{o}.__class__ = Both", "{o} = Both(); {o}.__class__ = type('Both2', (), dict(__slots__=('a', '__dict__', '__weakref__')))", "{o} = Slotted(); {o}.{x} = {v}; {o}.__class__ = type('Slotted2', (), dict(__slots__=('a', 'b')))",
    "{C}.__bases__ = ({D}, *{C}.__bases__)", "{C}.__bases__ = {C}.__bases__[1:] + {C}.__bases__[:1]", "{C}.__bases__ = ({C},)", "{C}.__bases__ = (type('B{n}', ({D},), {{'{x}': {v}}}),)", "{C}.__bases__ = (Both,)", "{C}.__bases__ = (Slotted,)", "{C}.__bases__ = ({o},)", "{C}.__bases__ = (type('B{n}', (), {{'__slots__': (), '{x}': {v}}}), object)",
    "Meta.mro = lambda cls: [cls, {C}, *type.mro(cls)[1:]]; {D}.__bases__ = {D}.__bases__", "Meta.mro = lambda cls: type.mro(cls)[::-1]; {D}.__bases__ = {D}.__bases__", "del Meta.mro; {D}.__bases__ = {D}.__bases__",
    "for o in list(objects): o.{x} = {v}", "for k in ({C}, {D}, {E}): k.{x} = {v}", "for k in ({C}, {D}): del k.{x}", "{o}.{x} = {p}.{x} = {v}", "{o}.{x} += 1", "{o}.{x} |= {v}", "{o}.{x}[0] = {n}", "with {o}: pass", "{o}.m.__func__ = 5", "{o}.m.__self__.{x} = {n}", "print({o}.m.__func__ is {C}.__dict__['m'])",
    "{C}.m.__get__({o}, {C})()", "print(show({C}.m.__get__(None, {C})))", "print(mask(repr({C}.m.__get__({o}))))", "{C}.m.__wrapped__ = len", "del {C}.m.__dict__", "{C}.m.__doc__ = 'md{n}'", "del {C}.m.__defaults__", "{C}.m.__closure__ = ()", "print({C}.m.__closure__ and [show(c.cell_contents) for c in {C}.m.__closure__])", "{C}.m.__closure__[0].cell_contents = {D}", "del {C}.m.__closure__[0].cell_contents",
]
