"""Random programs about classes, instances and attributes, made from seeds and run.

    object_model.py FIRST COUNT        run the programs of these seeds
    object_model.py --show SEED        print one program

A program builds a hierarchy of classes, then changes classes, instances and
bases at random. After each change it reads, writes and calls attributes through
the same functions again and again, so that whatever an interpreter remembers at
those places is hot, and prints what it sees. Addresses are masked.
object_model_words.py has what they are made of.
"""

import gc
import sys
import types
import typing

from object_model_words import (BLOCKS, BUILTIN_BASES, CHANGES, HOOKS, MEMBERS, META_HOOKS, NAMES, OPERATIONS,
                                PRELUDE, PROBES, TAKES_TURN, VALUES)


class Random:
    """A generator of its own: the same numbers everywhere."""

    def __init__(self, seed):
        self.state = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        self.below(2)

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n

    def pick(self, items):
        return items[self.below(len(items))]

    def chance(self, percent):
        return self.below(100) < percent


def functions():
    """The functions through which programs use their objects: the same source for all of them."""
    text = "".join(PROBES.replace("{x}", name) for name in NAMES)
    for line in OPERATIONS.strip().splitlines():
        name, expression = line.split(": ", 1)
        text += f"def op_{name}(o): return {expression}\n"
    return text + BLOCKS


def defined(text, prefix):
    """The names of the functions in `text` that begin so, without the prefix."""
    starts = [line[len("def " + prefix):] for line in text.splitlines() if line.startswith("def " + prefix)]
    return [start.split("(")[0] for start in starts]


FUNCTIONS = functions()
OPERATION_NAMES = defined(FUNCTIONS, "op_")
PROBE_KINDS = [name.removesuffix("_{x}") for name in defined(PROBES, "")]


class Program:
    def __init__(self, seed):
        self.random = Random(seed)
        self.lines = []
        self.serial = 0
        self.classes = []
        self.count = 0

    def number(self):
        self.serial += 1
        return str(self.serial)

    def numbered(self, text):
        """A table's text, with a fresh number and with braces written once."""
        return text.replace("{n}", self.number()).replace("{{", "{").replace("}}", "}")

    def value(self):
        if self.classes and self.random.chance(5):
            return self.random.pick(self.classes)
        return self.numbered(self.random.pick(VALUES))

    def hook(self, table):
        name = self.random.pick(list(table))
        return name, self.numbered(self.random.pick(table[name]))

    def emit(self, line):
        self.lines.append(line)

    def guarded(self, *lines):
        self.emit("try:")
        for line in lines:
            self.emit("    " + line)
        named = not any("del" in line for line in lines)
        self.emit(f"except BaseException as e: print('   ', failure(e, {named}))")

    def slots(self):
        r = self.random
        names = [n for n in NAMES + ["x", "__p", "__dict__", "__weakref__"] if r.chance(35)]
        if r.chance(5):
            names.append(r.pick(["5", "a b", "a", "__class__", "m"]))
        form = r.below(12)
        if form == 0:
            return repr(names[0] if names else "a")
        if form == 1:
            return "iter({!r})".format(names)
        if form == 2:
            return repr(dict.fromkeys(names, "about"))
        return repr(tuple(names))

    def bases(self, names):
        r = self.random
        bases = []
        for _ in range(r.pick([0, 1, 1, 1, 2, 2, 3])):
            base = r.pick(names) if names and r.chance(75) else r.pick(BUILTIN_BASES)
            if base not in bases:
                bases.append(base)
        return bases

    def body(self, name, hooks):
        r = self.random
        body = []
        if r.chance(25):
            body.append(f"__slots__ = {self.slots()}")
        for attribute in NAMES:
            if r.chance(35):
                body.append(f"{attribute} = {self.value()}")
        for _ in range(r.pick([0, 1, 1, 2, 3])):
            member = self.numbered(r.pick(MEMBERS)).replace("{c}", name)
            body += member.splitlines()
        for _ in range(r.pick([0, 0, 0, 1, 1, 2])):
            hook, text = self.hook(hooks)
            body.append(f"{hook} = {text}")
        return body or ["pass"]

    def build_class(self, name):
        r = self.random
        header = self.bases(self.classes)
        if r.chance(15):
            header.append("metaclass=" + r.pick(["Meta", "Meta2", "abc.ABCMeta", "type", "lambda *a, **k: type(*a)"]))
        if r.chance(5):
            header.append("k=" + self.number())
        self.guarded(f"class {name}({', '.join(header)}):", *["    " + line for line in self.body(name, HOOKS)])
        self.emit(f"if '{name}' not in globals():")
        self.emit(f"    class {name}: pass")
        self.classes.append(name)

    def build_metaclasses(self):
        body = ["    " + line for line in self.body("Meta", META_HOOKS)] if self.random.chance(70) else ["    pass"]
        self.guarded("class Meta(type):", *body)
        self.emit("if 'Meta' not in globals():")
        self.emit("    class Meta(type): pass")
        self.guarded("class Meta2(Meta):", *["    " + line for line in self.body("Meta2", META_HOOKS)])
        self.emit("if 'Meta2' not in globals():")
        self.emit("    class Meta2(type): pass")

    def change(self):
        r = self.random
        text = r.pick(CHANGES)
        hook, hook_text = self.hook(HOOKS)
        meta, meta_text = self.hook(META_HOOKS)
        words = {"C": r.pick(self.classes), "D": r.pick(self.classes), "E": r.pick(self.classes), "x": r.pick(NAMES), "y": r.pick(NAMES),
                 "o": f"objects[{r.below(self.count)}]", "p": f"objects[{r.below(self.count)}]", "v": self.value(), "n": self.number(),
                 "h": f"{hook} = {hook_text}", "hn": hook, "k": f"{meta} = {meta_text}", "kn": meta}
        return text.format(**words)

    def probe(self):
        """Use the attributes of all objects at all places, again and again, and print what is new."""
        r = self.random
        kinds = [("get", r.pick(NAMES))] + [(r.pick(PROBE_KINDS), r.pick(NAMES)) for _ in range(4)]
        kinds += [("get", name) for name in NAMES]
        chosen = [f"('{kind}_{name}', {kind}_{name}, {int(kind in TAKES_TURN)})" for kind, name in kinds]
        self.emit(f"use({r.pick([2, 2, 3])}, [{', '.join(chosen)}] + operations)")

    def build_objects(self):
        self.emit("objects = []")
        for name in self.classes:
            self.guarded(f"o = None; o = {name}()")
            self.emit("objects.append(Data('instead') if o is None else o)")
        extra = [self.classes[-1], self.classes[0]]
        extra += [word for word in ("Meta", "types.ModuleType('mod')", "lambda self=1, *a: ('f', self)", "swap.__get__(7)", "Slotted()",
                                    "types.SimpleNamespace(a=1)", "KeyError('k')", "5", "functools.partial(swap, 1)", "super(bool, True)",
                                    "closed()", "property(len)", "Both()", "weakref.ref(Data)", "iter([1])", "(x for x in 'ab')", "ValueError", "type",
                                    "object()", "memoryview(b'a')", "list[int]", "{}", "int | None", "Ellipsis", "len") if self.random.chance(8)]
        self.emit(f"o = None; objects += [{', '.join(extra)}]")
        self.count = len(self.classes) + len(extra)

    def text(self):
        """The program after its prelude."""
        r = self.random
        self.build_metaclasses()
        for i in range(3 + r.below(4)):
            self.build_class(f"C{i}")
        self.build_objects()
        self.emit(f"K = {r.pick(self.classes)}")
        operations = [f"('{name}', op_{name}, 0)" for name in OPERATION_NAMES if r.chance(4)]
        self.emit(f"operations = [{', '.join(operations)}]")
        self.probe()
        for _ in range(3 + r.below(4)):
            change = self.change()
            self.emit(f"print({change!r})")
            self.guarded(change)
            self.probe()
        return "\n".join(self.lines) + "\n"


def unraisable(report):
    error = report.exc_value
    try:
        text = "" if isinstance(error, RecursionError) else str(error).partition("0x")[0][:60]
    except RecursionError:
        text = ""
    print("    unraisable", type(error).__name__, text)


def main(arguments):
    if arguments[0] == "--show":
        print(PRELUDE + FUNCTIONS + Program(int(arguments[1])).text())
        return
    gc.disable()
    sys.setrecursionlimit(200)
    sys.unraisablehook = unraisable
    gc.collect()
    gc.freeze()
    prelude = compile(PRELUDE + FUNCTIONS, "<prelude>", "exec")
    first, count = map(int, arguments)
    for seed in range(first, first + count):
        print("#### program", seed)
        text = Program(seed).text()
        module = sys.modules["p"] = types.ModuleType("p")
        namespace = module.__dict__
        try:
            exec(prelude, namespace)
            exec(compile(text, "<program>", "exec"), namespace)
        except BaseException as e:
            print("ended by", type(e).__name__, "" if isinstance(e, RecursionError) else str(e)[:80])
        print("end of", seed)
        sys.unraisablehook = lambda report: None
        del module, namespace, sys.modules["p"]
        for forget in typing._cleanups:
            forget()  # typing's caches keep classes
        gc.collect()
        sys.unraisablehook = unraisable


main(sys.argv[1:])
