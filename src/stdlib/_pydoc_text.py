"""The layout of help texts: modules, classes, routines and data as plain text."""

import builtins
import inspect
import os
import re
import reprlib
import sys
import __future__

# Names that say something of a namespace's owner instead of belonging to it.
HIDDEN = frozenset(
    "__author__ __builtins__ __cached__ __credits__ __date__ __doc__ __file__ __firstlineno__ __loader__ "
    "__module__ __name__ __package__ __path__ __qualname__ __slots__ __spec__ __static_attributes__ "
    "__version__".split()
)
RULE = "-" * 70
SHOWN_SUBCLASSES = 4
LINE = 70


# What a person wrote about an object

def own_text(obj):
    """The docstring that an object has itself, not through its class."""
    try:
        text = object.__getattribute__(obj, "__doc__")
        if text is None or obj is type:
            return text
        inherited = type(obj).__doc__
    except AttributeError:
        return None
    return None if isinstance(inherited, str) and inherited == text else text


def defining_class(function):
    """The class whose body a function's qualified name says it is from."""
    found = sys.modules.get(function.__module__)
    if found is None:
        return None
    for name in function.__qualname__.split(".")[:-1]:
        found = getattr(found, name)
    return found if inspect.isclass(found) else None


def owner(obj):
    """The class in whose MRO the docstring of a method, a property or another descriptor may be found."""
    if inspect.ismethod(obj) or inspect.isbuiltin(obj):
        bound = obj.__self__
        if inspect.ismethod(obj):
            name = obj.__func__.__name__
            of_class = inspect.isclass(bound) and getattr(bound, name).__func__ is obj.__func__
        else:
            name = obj.__name__
            of_class = inspect.isclass(bound) and f"{bound.__qualname__}.{name}" == obj.__qualname__
        return bound if of_class else type(bound)
    if inspect.isfunction(obj):
        found = defining_class(obj)
    elif isinstance(obj, property):
        found = defining_class(obj.fget)
    elif inspect.ismethoddescriptor(obj) or inspect.isdatadescriptor(obj):
        found = obj.__objclass__
    else:
        return None
    # A name that now stands for something else tells nothing about this object.
    return found if found is not None and getattr(found, obj.__name__) is obj else None


def inherited_text(obj):
    """The docstring of what an object overrides."""
    cls = owner(obj)
    if cls is None:
        return None
    name = obj.__name__
    if inspect.ismemberdescriptor(obj):
        slots = getattr(cls, "__slots__", None)
        if isinstance(slots, dict) and name in slots:
            return slots[name]
    for base in cls.__mro__:
        text = own_text(getattr(base, name)) if hasattr(base, name) else None
        if text is not None:
            return text
    return None


def docstring(obj):
    """The cleaned docstring of an object or of what it overrides."""
    text = own_text(obj)
    if text is None:
        try:
            text = inherited_text(obj)
        except (AttributeError, TypeError):
            return None
    return inspect.cleandoc(text) if isinstance(text, str) else None


def getdoc(object):
    """The docstring of an object, or the comment above its definition, or an empty text."""
    text = docstring(object) or inspect.getcomments(object) or ""
    return re.sub("^ *\n", "", text.rstrip())


def splitdoc(doc):
    """The first line of a text and what follows the empty line below it."""
    lines = doc.strip().split("\n")
    if len(lines) == 1:
        return lines[0], ""
    if not lines[1].strip():
        return lines[0], "\n".join(lines[2:])
    return "", "\n".join(lines)


# Names and signatures

def classname(object, modname):
    """A class's name, with its module unless that is `modname`."""
    if object.__module__ == modname:
        return object.__name__
    return f"{object.__module__}.{object.__name__}"


def parentname(object, modname):
    """What a routine's qualified name has before the last dot, with its module unless that is `modname`."""
    parent = object.__qualname__.rpartition(".")[0]
    if object.__module__ == modname:
        return parent
    return f"{object.__module__}.{parent}" if parent else object.__module__


def parameters(obj):
    """The signature of an object as text, or None."""
    try:
        signature = inspect.signature(obj)
    except (ValueError, TypeError):
        text = getattr(obj, "__text_signature__", None)
        if not text:
            return text
        text = text.replace("($", "(", 1) if text.startswith("($") else text
        if getattr(obj, "__self__", None) is not None:
            text = re.sub(r"^\(\w+(?:, /)?(?:, |(?=\)))", "(", text)
        return text
    name = getattr(obj, "__name__", "")
    width = None if name == "<lambda>" else 80 - len(name)
    return signature.format(max_width=width)


def is_bound(obj):
    """Whether a routine knows the object it is called on."""
    if inspect.ismethod(obj):
        return True
    if not inspect.isbuiltin(obj):
        return False
    bound = getattr(obj, "__self__", None)
    return not (inspect.ismodule(bound) or bound is None)


def visiblename(name, all=None, obj=None):
    """Whether a name is to be shown."""
    if name in HIDDEN:
        return False
    if name.startswith("__") and name.endswith("__"):
        return True
    if name.startswith("_") and hasattr(obj, "_fields"):
        return True
    if obj is not __future__ and name in __future__.all_feature_names:
        if isinstance(getattr(obj, name, None), __future__._Feature):
            return False
    return name in all if all is not None else not name.startswith("_")


def classify_class_attrs(object):
    """`inspect.classify_class_attrs`, which tells more kinds apart."""
    for name, kind, cls, value in inspect.classify_class_attrs(object):
        if inspect.isdatadescriptor(value):
            is_read_only = isinstance(value, property) and value.fset is None
            kind = "readonly property" if is_read_only else "data descriptor"
        elif kind == "method" and is_bound(value):
            kind = "static method"
        yield name, kind, cls, value


def isdata(object):
    """Whether a module's member is neither code nor a module."""
    return not (inspect.ismodule(object) or inspect.isclass(object) or inspect.isroutine(object)
                or inspect.isframe(object) or inspect.istraceback(object) or inspect.iscode(object))


def submodules(paths):
    """(name, is a package) of the modules in a package's folders."""
    found = {}
    for folder in paths:
        try:
            entries = os.listdir(folder)
        except OSError:
            continue
        for entry in entries:
            name, extension = os.path.splitext(entry)
            if extension == ".py" and name != "__init__":
                found.setdefault(name, False)
            elif entry.isidentifier() and os.path.isfile(os.path.join(folder, entry, "__init__.py")):
                found[entry] = True
    return sorted(found.items())


class TextRepr(reprlib.Repr):
    """Short reprs without addresses."""

    def __init__(self):
        super().__init__()
        self.maxlist = self.maxtuple = 20
        self.maxdict = 10
        self.maxstring = self.maxother = 100

    def repr1(self, x, level):
        method = getattr(self, "repr_" + "_".join(type(x).__name__.split()), None)
        return method(x, level) if method else self.shortened(repr(x))

    def shortened(self, text):
        text = re.sub(r" at 0x[0-9a-f]{6,16}(>+)$", r"\1", text, flags=re.IGNORECASE)
        if len(text) <= self.maxother:
            return text
        head = max(0, (self.maxother - 3) // 2)
        tail = max(0, self.maxother - 3 - head)
        return text[:head] + "..." + text[len(text) - tail:]

    def repr_string(self, x, level):
        short = self.shortened(x) if len(x) > self.maxstring else x
        text = repr(short)
        # Backslashes are shown as they are where the text can be read so.
        if "\\" in short and "\\" not in text.replace("\\\\", ""):
            return "r" + text[0] + short + text[0]
        return text

    repr_str = repr_string

    def repr_instance(self, x, level):
        try:
            return self.shortened(repr(x))
        except Exception:
            return f"<{type(x).__name__} instance>"


class TextDoc:
    """Help as text in which what is bold is struck over, as pagers understand it."""

    _repr_instance = TextRepr()
    repr = _repr_instance.repr

    # (heading, kind of attribute, method that shows one)
    GROUPS = (
        ("Methods", "method", "_routine_attribute"),
        ("Class methods", "class method", "_routine_attribute"),
        ("Static methods", "static method", "_routine_attribute"),
        ("Readonly properties", "readonly property", "_descriptor_attribute"),
        ("Data descriptors", "data descriptor", "_descriptor_attribute"),
        ("Data and other attributes", "data", "_data_attribute"),
    )

    def bold(self, text):
        """The text in bold."""
        return "".join(f"{letter}\b{letter}" for letter in text)

    def indent(self, text, prefix="    "):
        """The text with something before each of its lines."""
        return "\n".join((prefix + line).rstrip() for line in text.split("\n")) if text else ""

    def section(self, title, contents):
        """A heading and the text below it."""
        return f"{self.bold(title)}\n{self.indent(contents).rstrip()}\n\n"

    def document(self, object, name=None, *args):
        """The help on an object."""
        if not inspect.isgetsetdescriptor(object) and not inspect.isdatadescriptor(object):
            for applies, show in (
                (inspect.ismodule, self.docmodule),
                (inspect.isclass, self.docclass),
                (inspect.isroutine, self.docroutine),
            ):
                if applies(object):
                    try:
                        return show(object, name, *args)
                    except AttributeError:
                        # Something that only looks like one.
                        break
        if inspect.isdatadescriptor(object):
            return self.docdata(object, name, *args)
        return self.docother(object, name, *args)

    # Modules

    def docmodule(self, object, name=None, mod=None, *ignored):
        """The help on a module."""
        return "".join(self.section(title, text) for title, text in self._module_sections(object))

    def _module_sections(self, module):
        name = module.__name__
        synopsis, description = splitdoc(getdoc(module))
        yield "NAME", f"{name} - {synopsis}" if synopsis else name
        if description:
            yield "DESCRIPTION", description
        exported = getattr(module, "__all__", None)

        def members(wanted, of_module):
            for key, value in inspect.getmembers(module, wanted):
                if of_module and exported is None and (inspect.getmodule(value) or module) is not module:
                    continue
                if visiblename(key, exported, module):
                    yield key, value

        inner = dict(submodules(module.__path__)) if hasattr(module, "__path__") else {}
        if hasattr(module, "__path__"):
            yield "PACKAGE CONTENTS", "\n".join(
                sorted(key + " (package)" if is_package else key for key, is_package in inner.items()))
        below = [key for key, value in inspect.getmembers(module, inspect.ismodule)
                 if value.__name__.startswith(name + ".") and key not in inner]
        if below:
            yield "SUBMODULES", "\n".join(sorted(below))
        classes = list(members(inspect.isclass, True))
        if classes:
            tree = inspect.getclasstree([value for _, value in classes], True)
            documents = [self.document(value, key, name) for key, value in classes]
            yield "CLASSES", "\n".join([self.formattree(tree, name), *documents])
        functions = [self.document(value, key, name) for key, value in members(inspect.isroutine, True)]
        if functions:
            yield "FUNCTIONS", "\n".join(functions)
        data = [self.docother(value, key, name, maxlen=LINE) for key, value in members(isdata, False)]
        if data:
            yield "DATA", "\n".join(data)
        for title in ("VERSION", "DATE", "AUTHOR", "CREDITS"):
            attribute = f"__{title.lower()}__"
            if hasattr(module, attribute):
                text = str(getattr(module, attribute))
                if title == "VERSION" and text.startswith("$Revision: ") and text.endswith("$"):
                    text = text[len("$Revision: "):-1].strip()
                yield title, text
        try:
            yield "FILE", inspect.getabsfile(module)
        except TypeError:
            yield "FILE", "(built-in)"

    def formattree(self, tree, modname, parent=None, prefix=""):
        """What `inspect.getclasstree` gives as lines."""
        out = ""
        for entry in tree:
            if isinstance(entry, list):
                out += self.formattree(entry, modname, cls, prefix + "    ")
                continue
            cls, bases = entry
            out += prefix + classname(cls, modname)
            if bases and bases != (parent,):
                out += "(" + ", ".join(classname(base, modname) for base in bases) + ")"
            out += "\n"
        return out

    # Classes

    def docclass(self, object, name=None, mod=None, *ignored):
        """The help on a class."""
        own = object.__name__
        if name in (None, own):
            title = "class " + self.bold(own)
        else:
            title = f"{self.bold(name)} = class {own}"
        if object.__bases__:
            bases = (classname(base, object.__module__) for base in object.__bases__)
            title += "(" + ", ".join(bases) + ")"
        parts = [*self._class_head(object, name or own), *self._class_attributes(object, mod)]
        if not parts:
            return title + "\n"
        text = "\n\n".join(part.removesuffix("\n") for part in parts)
        return f"{title}\n{self.indent(text.rstrip(), ' |  ')}\n"

    def _class_head(self, cls, name):
        signature = parameters(cls)
        if signature and signature != "()":
            yield name + signature
        text = getdoc(cls)
        if text:
            yield text
        mro = inspect.getmro(cls)
        if len(mro) > 2:
            yield "\n    ".join(["Method resolution order:", *(classname(c, cls.__module__) for c in mro)])
        below = sorted((c.__name__ for c in type.__subclasses__(cls)
                        if c.__module__ == "builtins" and not c.__name__.startswith("_")), key=str.lower)
        if below:
            lines = ["Built-in subclasses:", *below[:SHOWN_SUBCLASSES]]
            if len(below) > SHOWN_SUBCLASSES:
                lines.append(f"... and {len(below) - SHOWN_SUBCLASSES} other subclasses")
            yield "\n    ".join(lines)

    def _class_attributes(self, cls, mod):
        left = [row for row in classify_class_attrs(cls) if visiblename(row[0], obj=cls)]
        homes = list(inspect.getmro(cls))
        # What a metaclass adds is in no class of the MRO.
        homes += [home for home in dict.fromkeys(row[2] for row in left) if home not in homes]
        fields = getattr(cls, "_fields", ())
        order = {key: n - len(fields) for n, key in enumerate(fields)} if isinstance(fields, tuple) else {}
        rule = ""
        for home in homes:
            if home is builtins.object and cls is not home:
                continue
            rows = sorted((row for row in left if row[2] is home),
                          key=lambda row: (order.get(row[0], 0), row[0]))
            where = "defined here" if home is cls else f"inherited from {classname(home, cls.__module__)}"
            for heading, kind, show in self.GROUPS:
                group = [row for row in rows if row[1] == kind]
                if group:
                    yield f"{rule}{heading} {where}:"
                    rule = RULE + "\n"
                for row in group:
                    yield getattr(self, show)(row, cls, mod)

    def _routine_attribute(self, row, cls, mod):
        name, _, home, value = row
        try:
            value = getattr(cls, name)
        except Exception:
            return self.docdata(value, name, mod)
        return self.document(value, name, mod, cls, home)

    def _descriptor_attribute(self, row, cls, mod):
        return self.docdata(row[3], row[0], mod)

    def _data_attribute(self, row, cls, mod):
        name, _, home, value = row
        try:
            found = getattr(cls, name)
        except AttributeError:
            found = home.__dict__[name]
        return self.docother(found, name, mod, maxlen=LINE, doc=getdoc(value)) + "\n"

    # Routines

    def docroutine(self, object, name=None, mod=None, cl=None, homecls=None):
        """The help on a function or method."""
        own = object.__name__
        name = name or own
        note = self._whence(object, own, mod, cl, homecls or cl)
        title = self.bold(name)
        is_alias = False
        if name != own:
            is_alias = cl is not None and inspect.getattr_static(cl, own, []) is object
            if is_alias and note.startswith(" from "):
                note = ""
            title += " = " + own
        signature = parameters(object) if inspect.isroutine(object) else None
        if signature and own == "<lambda>":
            title = self.bold(name) + " lambda "
            if not object.__annotations__:
                signature = signature[1:-1]
        waits = inspect.iscoroutinefunction(object) or inspect.isasyncgenfunction(object)
        head = f"{'async ' if waits else ''}{title}{signature or '(...)'}{note}\n"
        text = "" if is_alias else getdoc(object)
        return head + (self.indent(text).rstrip() + "\n" if text else "")

    def _whence(self, routine, own, mod, cl, home):
        """What is said behind a routine's signature: where it is from, or what it is bound to."""
        note = ""
        function = None
        if is_bound(routine):
            bound = routine.__self__
            if bound is cl:
                function = getattr(routine, "__func__", None)
            elif inspect.isclass(bound):
                note = f" class method of {classname(bound, mod)}"
            else:
                note = f" method of {classname(type(bound), mod)} instance"
        elif inspect.ismethoddescriptor(routine) or inspect.ismethodwrapper(routine):
            cls = getattr(routine, "__objclass__", None)
            if cls is not None and cl is None:
                note = f" unbound {classname(cls, mod)} method"
            elif cls is not None and cls is not home:
                note = f" from {classname(cls, mod)}"
        else:
            function = routine
        if inspect.isfunction(function) and home is not None:
            expected = (home.__module__, f"{home.__qualname__}.{own}")
            if (function.__module__, function.__qualname__) != expected:
                parent = parentname(function, mod)
                note = f" from {parent}" if parent else note
        return note

    # Data

    def docdata(self, object, name=None, mod=None, cl=None, *ignored):
        """The help on a data descriptor."""
        text = getdoc(object)
        head = self.bold(name) + "\n" if name else ""
        return head + (self.indent(text) + "\n" if text else "")

    docproperty = docdata

    def docother(self, object, name=None, mod=None, parent=None, *ignored, maxlen=None, doc=None):
        """The help on another object: its repr, cut to fit, and its docstring."""
        shown = self.repr(object)
        if maxlen:
            room = maxlen - (len(name) + 3 if name else 0)
            if len(shown) > room:
                shown = shown[:room - len(shown)] + "..."
        line = (f"{self.bold(name)} = " if name else "") + shown
        text = doc or getdoc(object)
        return f"{line}\n{self.indent(str(text))}\n" if text else line


class PlainTextDoc(TextDoc):
    """Help without any bold."""

    def bold(self, text):
        return text
