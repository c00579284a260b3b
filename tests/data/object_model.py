"""Random programs about classes, instances and attributes, made from seeds and run.

    object_model.py FIRST COUNT        run the programs of these seeds
    object_model.py --show SEED        print one program

A program builds a hierarchy of classes, then changes classes, instances and
bases at random. After each change it reads, writes and calls attributes through
the same functions again and again, so that whatever an interpreter remembers at
those places is hot, and prints what it sees. Addresses are masked.
"""

import sys

NAMES = ["a", "b", "c"]


class Random:
    """A generator of its own: the same numbers everywhere."""

    def __init__(self, seed):
        self.state = (seed * 6364136223846793005 + 1442695040888963407) % 2**64

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n

    def pick(self, items):
        return items[self.below(len(items))]

    def chance(self, percent):
        return self.below(100) < percent


PRELUDE = '''
log = []
def mask(text):
    parts = text.split("0x")
    return "0x".join(parts[:1] + ["~" + p.lstrip("0123456789abcdef") for p in parts[1:]])
def show(v):
    if type(v) in (int, str, bool, float): return mask(str(v))
    if v is None or type(v) in (list, dict, tuple): return mask(ascii(v))
    if isinstance(v, type): return "class " + type.__dict__["__name__"].__get__(v)
    t = type(v).__name__
    if t == "function": return "fn " + v.__qualname__
    if t == "method": return "bound " + v.__func__.__qualname__ + " to " + type(v.__self__).__name__
    return t
def say(f, *args):
    try:
        return show(f(*args))
    except RecursionError:
        return "RecursionError"
    except Exception as e:
        return type(e).__name__ + ": " + mask(str(e))
seen = {}
def tell(i, what, text):
    if log:
        text += " " + mask(str(log))
        log.clear()
    if seen.get((i, what)) != text:
        seen[i, what] = text
        print("  ", i, what, text)
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
class Callable:
    def __call__(self, *args): return ("called", len(args))
class Noisy:
    def __init__(self, tag): self.tag = tag
    def __del__(self): log.append(f"~{self.tag}")
class SubProperty(property):
    pass
'''

VALUES = [
    "{n}", "{n}", "'s{n}'", "None", "lambda *a: ({n}, len(a))", "lambda self, *a: ({n}, type(self).__name__)",
    "property(lambda self: {n})",
    "property(lambda self: self.__dict__.get('b', {n}), lambda self, v: log.append(('p{n}', v)), lambda self: log.append('pd{n}'))",
    "Data('d{n}')", "NonData('n{n}')", "SetOnly('so{n}')", "DelOnly('do{n}')", "Failing('f{n}')",
    "staticmethod(lambda *a: ('static{n}', len(a)))", "classmethod(lambda cls, *a: ('cm{n}', cls.__name__))",
    "Callable()", "len", "str.upper", "[{n}]", "Noisy('no{n}')", "SubProperty(lambda self: 'sp{n}')", "Named()",
    "int", "dict.fromkeys", "property()", "Data", "(lambda: {n}).__get__(5)", "object.__repr__",
]

HOOKS = {
    "__getattr__": ["lambda self, n: ('ga{n}', n)", "lambda self, n: self.__dict__[n]",
                    "lambda self, n: [][9] if n == 'a' else object.__getattribute__(self, n)"],
    "__getattribute__": ["lambda self, n: ('gat{n}', n) if n == 'c' else object.__getattribute__(self, n)",
                         "lambda self, n: super(type(self), self).__getattribute__(n)"],
    "__setattr__": ["lambda self, n, v: object.__setattr__(self, n, (v, 'sa{n}'))", "lambda self, n, v: log.append(n)"],
    "__delattr__": ["lambda self, n: log.append('da' + n)", "lambda self, n: object.__delattr__(self, n)"],
    "__call__": ["lambda self, *a: ('call{n}', len(a))", "Callable()", "None"],
    "__len__": ["lambda self: {n} % 5", "lambda self: -1", "lambda self: 'x'"],
    "__bool__": ["lambda self: {n} % 2 == 0", "lambda self: 1"],
    "__eq__": ["lambda self, o: {n} % 2 == 0", "lambda self, o: NotImplemented", "None"],
    "__hash__": ["lambda self: {n}", "None", "lambda self: 'h'"],
    "__add__": ["lambda self, o: ('add{n}', show(o))", "lambda self, o: NotImplemented", "None", "NonData('na{n}')"],
    "__radd__": ["lambda self, o: ('radd{n}', show(o))", "lambda self, o: NotImplemented"],
    "__iadd__": ["lambda self, o: ('iadd{n}', show(o))", "lambda self, o: NotImplemented"],
    "__getitem__": ["lambda self, k: ('item{n}', show(k)) if k != 9 else [][k]", "lambda self, k: [7, 8][k]", "None"],
    "__contains__": ["lambda self, k: k == {n} % 3", "None"],
    "__iter__": ["lambda self: iter([{n}, 2])", "lambda self: 5", "None"],
    "__repr__": ["lambda self: 'r{n}'", "lambda self: {n}"],
    "__str__": ["lambda self: 's{n}'"],
    "__lt__": ["lambda self, o: ('lt{n}',)", "lambda self, o: NotImplemented"],
    "__index__": ["lambda self: {n}", "lambda self: 'x'"],
    "__enter__": ["lambda self: {n}"],
    "__neg__": ["lambda self: -{n}"],
    "__del__": ["lambda self: log.append('del{n}')"],
    "__init__": ["lambda self, *a: log.append(('init{n}', len(a)))", "lambda self, *a: 5"],
    "__new__": ["lambda cls, *a: object.__new__(cls)"],
    "__format__": ["lambda self, s: 'f' + s"],
    "__class_getitem__": ["lambda cls, k: ('cgi{n}', show(k))"],
    "__instancecheck__": ["lambda cls, o: {n} % 2 == 0"],
    "__dir__": ["lambda self: ['z', 'a']"],
}

BUILTIN_BASES = ["object", "object", "int", "dict", "list", "str", "Exception", "tuple", "type", "float", "set"]

PROBES = '''
def get_{x}(o): return o.{x}
def has_{x}(o): return hasattr(o, "{x}")
def set_{x}(o, v): o.{x} = v
def del_{x}(o): del o.{x}
def call_{x}(o): return o.{x}()
def call1_{x}(o): return o.{x}(1)
def aug_{x}(o): o.{x} += 1
def two_{x}(o): return [o.{x}, o.{x}][1]
'''

OPERATIONS = '''
def op_len(o): return len(o)
def op_bool(o): return True if o else False
def op_eq(o): return o == 3
def op_lt(o): return o < 3
def op_hash(o): return hash(o) if 0 <= hash(o) < 1000 else "hash"
def op_add(o): return o + 3
def op_radd(o): return 3 + o
def op_iadd(o):
    o += 3
    return o
def op_item(o): return o[1]
def op_in(o): return 1 in o
def op_iter(o): return [x for x, _ in zip(o, range(3))]
def op_repr(o): return mask(repr(o))
def op_str(o): return mask(str(o))
def op_call(o): return o(1)
def op_neg(o): return -o
def op_index(o): return [1, 2, 3][o]
def op_with(o):
    with o as x: return x
def op_format(o): return mask(f"{o:}")
def op_isinstance(o): return isinstance(5, o)
def op_dir(o): return [n for n in dir(o) if not n.startswith("_")]
def op_dict(o): return {k: show(v) for k, v in vars(o).items() if not k.startswith("_")}
def op_unpack(o):
    x, y = o
    return (show(x), show(y))
'''


def operations():
    return [line.split()[1].split("(")[0] for line in OPERATIONS.splitlines() if line.startswith("def")]


class Program:
    def __init__(self, seed):
        self.random = Random(seed)
        self.lines = []
        self.serial = 0
        self.classes = []
        self.objects = []

    def number(self):
        self.serial += 1
        return self.serial

    def value(self):
        text = self.random.pick(VALUES)
        if self.classes and self.random.chance(5):
            return self.random.pick(self.classes)
        return text.replace("{n}", str(self.number()))

    def hook(self):
        name = self.random.pick(sorted(HOOKS))
        return name, self.random.pick(HOOKS[name]).replace("{n}", str(self.number()))

    def emit(self, line):
        self.lines.append(line)

    def guarded(self, *lines):
        self.emit("try:")
        for line in lines:
            self.emit("    " + line)
        self.emit("except Exception as e: print('   ', type(e).__name__, mask(str(e)))")

    def build_class(self, name, meta=False):
        r = self.random
        if meta:
            bases = ["type"]
        else:
            bases = []
            for _ in range(r.pick([0, 1, 1, 1, 2, 2, 3])):
                base = r.pick(self.classes) if self.classes and r.chance(80) else r.pick(BUILTIN_BASES)
                if base not in bases:
                    bases.append(base)
        keywords = ", metaclass=Meta" if not meta and r.chance(15) else ""
        body = []
        if r.chance(25):
            slots = [n for n in NAMES + ["x", "__dict__", "__weakref__"] if r.chance(35)]
            body.append(f"__slots__ = {tuple(slots)!r}")
        for attribute in NAMES:
            if r.chance(45):
                body.append(f"{attribute} = {self.value()}")
        if r.chance(35):
            body.append(f"def m(self): return ('{name}.m', super().a)")
        for _ in range(r.pick([0, 0, 0, 1, 1, 2])):
            hook, text = self.hook()
            body.append(f"{hook} = {text}")
        if not meta and r.chance(10):
            body.append("def __init_subclass__(cls, **k): log.append(('isub', cls.__name__))")
        if not meta and r.chance(25):
            body.append("def __init__(self, *args): self.x = 1; self.a = 2")
        body = body or ["pass"]
        self.guarded(f"class {name}({', '.join(bases)}{keywords if bases else keywords[2:]}):",
                     *["    " + line for line in body])
        self.emit(f"if '{name}' not in globals():")
        self.emit(f"    class {name}: pass")
        if not meta:
            self.classes.append(name)

    def change(self):
        r = self.random
        cls = r.pick(self.classes)
        other = r.pick(self.classes)
        obj = f"objects[{r.below(self.count)}]"
        name = r.pick(NAMES)
        hook, hook_text = self.hook()
        return r.pick([
            f"{cls}.{name} = {self.value()}",
            f"{cls}.{name} = {self.value()}",
            f"{cls}.{name} = {self.value()}",
            f"del {cls}.{name}",
            f"del {cls}.{name}",
            f"setattr({cls}, '{name}', {self.value()})",
            f"{obj}.{name} = {self.value()}",
            f"{obj}.{name} = {self.value()}",
            f"del {obj}.{name}",
            f"{obj}.__dict__['{name}'] = {self.value()}",
            f"{obj}.__dict__.pop('{name}')",
            f"{obj}.__dict__ = {{'{name}': {self.value()}}}",
            f"del {obj}.__dict__",
            f"{obj}.__dict__.clear()",
            f"{obj}.__dict__.update(a=1, b={self.value()})",
            f"{obj}.__class__ = {cls}",
            f"{obj}.__class__ = {cls}",
            f"{obj}.__class__ = type('T', ({cls},), dict(__slots__=()))",
            f"{cls}.__bases__ = ({other},)",
            f"{cls}.__bases__ = ({other}, {r.pick(self.classes)})",
            f"{cls}.__bases__ = ({other}, object)",
            f"{cls}.__name__ = 'N{self.number()}'",
            f"{cls}.__qualname__ = 'Q{self.number()}'",
            f"{cls}.{hook} = {hook_text}",
            f"{cls}.{hook} = {hook_text}",
            f"{cls}.{hook} = {hook_text}",
            f"del {cls}.{hook}",
            f"Meta.{name} = {self.value()}",
            f"del Meta.{name}",
            f"Meta.{hook} = {hook_text}",
            f"del Meta.{hook}",
            f"{obj} = {cls}()",
            f"{obj} = {cls}()",
            f"{obj} = {cls}(1)",
            f"{obj} = {cls}",
            f"object.__setattr__({obj}, '{name}', {self.value()})",
            f"type.__setattr__({cls}, '{name}', {self.value()})",
            f"object.__delattr__({obj}, '{name}')",
            f"vars({cls})['{name}'].__set__({obj}, 77)",
            f"print(say(vars({cls})['{name}'].__get__, {obj}, {other}))",
            f"vars({cls})['{name}'].__delete__({obj})",
            f"vars({cls})['{name}'].__init__(lambda self: {self.number()})",
            f"print(say(getattr, super({cls}, {obj}), '{name}'))",
            f"print(say(getattr, super({cls}, {other}), '{name}'))",
            f"super({cls}, {obj}).{name} = 5",
            f"print([c.__name__ for c in {cls}.__mro__], [c.__name__ for c in {cls}.__subclasses__()])",
            f"print(sorted(k for k in {cls}.__dict__ if k not in ('__firstlineno__', '__static_attributes__')))",
            f"print(isinstance({obj}, {cls}), issubclass({cls}, {other}))",
            f"{other}.{name} = {cls}.__dict__['{name}']",
            f"{obj}.{name} = {obj}.m",
            f"{cls}.{name} = {other}.m",
        ])

    def probe(self):
        """Use the attributes of all objects at all places, thrice, and print what is new."""
        r = self.random
        chosen = [(kind, r.pick(NAMES)) for kind in ("get", "get", "call", "set", "aug", "two", "has", "call1", "del")
                  if r.chance(70)]
        self.emit("for turn in range(3):")
        self.emit("    for i, o in enumerate(objects):")
        for kind, name in chosen:
            extra = ", turn" if kind == "set" else ""
            self.emit(f"        tell(i, '{kind}_{name}', say({kind}_{name}, o{extra}))")
        for name in NAMES:
            self.emit(f"        tell(i, 'get_{name}', say(get_{name}, o))")
        self.emit("        tell(i, 'm', say(lambda: o.m()))")
        for operation in self.ops:
            self.emit(f"        tell(i, '{operation}', say({operation}, o))")
        self.emit("o = None")

    def text(self):
        r = self.random
        self.emit(PRELUDE)
        for name in NAMES:
            self.emit(PROBES.replace("{x}", name))
        self.emit(OPERATIONS)
        self.build_class("Meta", meta=True)
        for i in range(3 + r.below(4)):
            self.build_class(f"C{i}")
        self.emit("objects = []")
        self.count = 0
        for name in self.classes:
            self.count += 1
            self.guarded(f"o = None; o = {name}()")
            self.emit("objects.append(o)")
        self.emit(f"objects += [{self.classes[-1]}, {self.classes[0]}]")
        self.emit("o = None")
        self.count += 2
        everything = operations()
        self.ops = [op for op in everything if r.chance(25)]
        self.probe()
        for _ in range(6 + r.below(10)):
            change = self.change()
            self.emit(f"print({change!r})")
            self.guarded(change)
            self.probe()
        return "\n".join(self.lines) + "\n"


def main(arguments):
    if arguments[0] == "--show":
        print(Program(int(arguments[1])).text())
        return
    first, count = map(int, arguments)
    for seed in range(first, first + count):
        print("#### program", seed)
        text = Program(seed).text()
        try:
            exec(compile(text, "<program>", "exec"), {"__name__": "p"})
        except BaseException as e:
            print("ended by", type(e).__name__, e)


main(sys.argv[1:])
