"""Help on Python's objects, from what they say of themselves.

help(object) shows it; at the shell, "dunder -m pydoc name ..." does.
"""

import builtins
import importlib.util
import inspect
import os
import re
import sys
import textwrap

from _pydoc_text import (  # noqa: F401
    PlainTextDoc as _PlainTextDoc,
    TextDoc,
    TextRepr,
    classify_class_attrs,
    classname,
    docstring as _getdoc,
    getdoc,
    isdata,
    parentname,
    splitdoc,
    submodules as _submodules,
    visiblename,
)

text = TextDoc()
plaintext = _PlainTextDoc()


class ErrorDuringImport(Exception):
    """Importing a module has failed otherwise than by its not being there."""

    def __init__(self, filename, exc_info):
        self.filename = filename
        self.exc, self.value, self.tb = exc_info if isinstance(exc_info, tuple) else (
            type(exc_info), exc_info, exc_info.__traceback__)

    def __str__(self):
        return f"problem in {self.filename} - {self.exc.__name__}: {self.value}"


# Finding what is asked for

def safeimport(path, forceload=0, cache={}):
    """The module of that dotted name, or None if there is none."""
    if forceload and path in sys.modules and path not in sys.builtin_module_names:
        for name in [name for name in sys.modules if name == path or name.startswith(path + ".")]:
            cache[name] = sys.modules.pop(name)
    try:
        module = __import__(path)
    except ModuleNotFoundError as error:
        # Another module that is missing is the fault of this one.
        if error.name and (error.name == path or path.startswith(error.name + ".")):
            return None
        raise ErrorDuringImport(path, error) from error
    except Exception as error:
        raise ErrorDuringImport(path, error) from error
    for part in path.split(".")[1:]:
        module = getattr(module, part, None)
    return module


def locate(path, forceload=0):
    """The object of a dotted name: of a module, of something in one, or a built-in; None if there is none."""
    parts = [part for part in path.split(".") if part]
    found, used = builtins, 0
    while used < len(parts):
        module = safeimport(".".join(parts[:used + 1]), forceload)
        if not module:
            break
        found, used = module, used + 1
    for part in parts[used:]:
        try:
            found = getattr(found, part)
        except AttributeError:
            return None
    return found


def resolve(thing, forceload=0):
    """The object that a name or an object stands for, and its name."""
    if not isinstance(thing, str):
        name = getattr(thing, "__name__", None)
        return thing, name if isinstance(name, str) else None
    found = locate(thing, forceload)
    if found is None:
        raise ImportError(f"No Python documentation found for {thing!r}.\n"
                          "Use help() to get the interactive help utility.\n"
                          "Use help(str) for help on the str class.")
    return found, thing


# Showing it

def describe(thing):
    """What an object is, in a few words."""
    if inspect.ismodule(thing):
        if thing.__name__ in sys.builtin_module_names:
            return f"built-in module {thing.__name__}"
        return f"{'package' if hasattr(thing, '__path__') else 'module'} {thing.__name__}"
    for applies, kind in (
        (inspect.isgetsetdescriptor, "getset descriptor"),
        (inspect.ismemberdescriptor, "member descriptor"),
    ):
        if applies(thing):
            cls = thing.__objclass__
            return f"{kind} {cls.__module__}.{cls.__name__}.{thing.__name__}"
    for applies, kind in (
        (inspect.isbuiltin, "built-in function"),
        (inspect.isclass, "class"),
        (inspect.isfunction, "function"),
        (inspect.ismethod, "method"),
    ):
        if applies(thing):
            return f"{kind} {thing.__name__}"
    return type(thing).__name__


def render_doc(thing, title="Python Library Documentation: %s", forceload=0, renderer=None):
    """The help on an object, or on what a dotted name stands for, as text."""
    found, name = resolve(thing, forceload)
    what = describe(found)
    module = inspect.getmodule(found)
    if name and "." in name:
        what += " in " + name.rpartition(".")[0]
    elif module and module is not found:
        what += " in module " + module.__name__
    explains_itself = (inspect.ismodule(found) or inspect.isclass(found) or inspect.isroutine(found)
                       or inspect.isdatadescriptor(found) or _getdoc(found))
    if not explains_itself:
        # Of a value its class tells more than its repr.
        if hasattr(found, "__origin__"):
            found = found.__origin__
        else:
            found = type(found)
            what += " object"
    return f"{title % what}\n\n{(renderer or text).document(found, name)}"


def doc(thing, title="Python Library Documentation: %s", forceload=0, output=None, is_cli=False):
    """Shows the help on an object, or writes it to a stream."""
    try:
        shown = render_doc(thing, title, forceload, plaintext if output is not None else None)
    except ImportError as error:
        if is_cli and output is None:
            raise
        shown = str(error)
        if output is None:
            print(shown)
            return
    if output is not None:
        output.write(shown)
    else:
        pager(shown)


def plain(text):
    """The text without what makes it bold."""
    return re.sub(".\b", "", text)


def pager(text, title=""):
    """Shows a text: screen by screen at a terminal, else as it is."""
    if not _pages(text):
        sys.stdout.write(plain(text))


def _pages(text):
    """Whether a program that shows texts screen by screen has shown this one."""
    try:
        is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
        if not is_terminal or os.environ.get("TERM") in ("dumb", "emacs"):
            return False
        if text.count("\n") < (os.get_terminal_size().lines or 24) - 1:
            return False
        import tempfile

        with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as file:
            file.write(text)
        try:
            program = os.environ.get("MANPAGER") or os.environ.get("PAGER") or "less"
            return os.system(f"{program} '{file.name}'") == 0
        finally:
            os.unlink(file.name)
    except (OSError, NotImplementedError, AttributeError):
        return False


# Names, keywords and topics

class Helper:
    """What `help` is: called with an object, it shows help on it; without, it asks for names."""

    def __init__(self, input=None, output=None):
        self._input = input
        self._output = output

    @property
    def input(self):
        return self._input or sys.stdin

    @property
    def output(self):
        return self._output or sys.stdout

    @property
    def keywords(self):
        from _pydoc_topics import KEYWORDS
        return KEYWORDS

    @property
    def symbols(self):
        from _pydoc_topics import SYMBOLS
        return SYMBOLS

    @property
    def topics(self):
        from _pydoc_topics import TOPICS
        return TOPICS

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} instance>"

    def __call__(self, *request):
        if len(request) > 1:
            raise TypeError(f"Helper.__call__() takes from 1 to 2 positional arguments but {len(request) + 1} were given")
        if request:
            try:
                self.help(request[0])
            except ImportError as error:
                self.output.write(f"{error}\n")
            return
        self.intro()
        self.interact()
        self.output.write("\nThat was help. To ask at the prompt, call it: help(len), help('if').\n")

    def intro(self):
        """Says what can be asked."""
        version = "%d.%d" % sys.version_info[:2]
        self.output.write(
            f"Help on Python {version}.\n\n"
            "Type the name of a module, of something in one (os.path.join), of a keyword or of a topic.\n"
            '"modules", "keywords", "symbols" and "topics" list what there is; "modules text" lists the modules\n'
            'whose name or first line has that text. An empty line or "quit" leaves.\n')

    def interact(self):
        """Asks and answers until there is nothing more to ask."""
        self.output.write("\n")
        while True:
            try:
                request = self.getline("help> ").strip()
            except (KeyboardInterrupt, EOFError):
                return
            if not request or request.lower() in ("q", "quit", "exit"):
                return
            quote = request[0]
            if len(request) > 2 and quote in "'\"" and request.find(quote, 1) == len(request) - 1:
                request = request[1:-1]
            if request == "help":
                self.intro()
            else:
                self.help(request)

    def getline(self, prompt):
        """A line of the input."""
        if self.input is sys.stdin:
            return input(prompt)
        self.output.write(prompt)
        self.output.flush()
        return self.input.readline()

    def help(self, request, is_cli=False):
        """Shows help on an object, a name, a keyword, a symbol or a topic."""
        lists = {"keywords": self.listkeywords, "symbols": self.listsymbols,
                 "topics": self.listtopics, "modules": self.listmodules}
        if isinstance(request, Helper):
            self()
        elif not isinstance(request, str):
            self._document(request, is_cli)
        else:
            request = request.strip()
            if request in lists:
                lists[request]()
            elif request.startswith("modules "):
                self.listmodules(request.split()[1])
            elif request in ("True", "False", "None"):
                self._document(getattr(builtins, request, None), is_cli)
            elif request in self.symbols or request in self.keywords or request in self.topics:
                self.showtopic(request)
            else:
                self._document(request or str, is_cli)
        self.output.write("\n")

    def _document(self, thing, is_cli):
        doc(thing, "Help on %s:", output=self._output, is_cli=is_cli)

    def list(self, items, columns=4, width=80):
        """Writes names in columns, which are read downwards."""
        items = sorted(items)
        rows = -(-len(items) // columns)
        for row in range(rows):
            line = "".join(item.ljust(width // columns) for item in items[row::rows])
            self.output.write(line.rstrip() + "\n")

    def _list(self, what, items):
        self.output.write(f"\nThe {what}; type one to get help on it:\n\n")
        self.list(items)

    def listkeywords(self):
        self._list("keywords", self.keywords)

    def listsymbols(self):
        self._list("symbols", self.symbols)

    def listtopics(self):
        self._list("topics", self.topics)

    def listmodules(self, key=""):
        """Lists the modules that can be imported, or those whose name or first line has a text."""
        if not key:
            self._list("modules", module_names())
            return
        self.output.write(f"\nThe modules whose name or first line has '{key}':\n\n")
        apropos(key)

    def showtopic(self, topic, more_xrefs=""):
        """Shows the text on a keyword, a symbol or a topic, and what else to look at."""
        related = []
        while True:
            target = self.symbols.get(topic) or self.keywords.get(topic) or self.topics.get(topic)
            if not isinstance(target, str):
                break
            # Another name for the first; the others are related.
            topic, *more = target.split()
            related += more
        if not target:
            self.output.write(f"no documentation found for {topic!r}\n")
            return
        body, names = target
        related = list(dict.fromkeys([*names.split(), *related, *more_xrefs.split()]))
        shown = textwrap.dedent(body).strip() + "\n"
        if related:
            shown += "\n" + textwrap.fill("Related help topics: " + ", ".join(related), 72) + "\n"
        if self._output is not None:
            self._output.write(shown)
        else:
            pager(shown)


help = Helper()


def module_names():
    """The names of the modules that can be imported."""
    found = set(sys.builtin_module_names)
    for name in sys.stdlib_module_names:
        try:
            if importlib.util.find_spec(name):
                found.add(name)
        except (ImportError, ValueError):
            pass
    found.update(name for name, _ in _submodules(folder or "." for folder in sys.path))
    return sorted(name for name in found if not name.startswith("_"))


def apropos(key):
    """Prints the modules whose name or first line of help has a text."""
    for name in module_names():
        try:
            spec = importlib.util.find_spec(name)
            source = spec.loader.get_source(name) if hasattr(spec.loader, "get_source") else None
        except (ImportError, OSError, SyntaxError, ValueError):
            continue
        line = _first_line(source) if source else ""
        if key.lower() in f"{name} - {line}".lower():
            print(name, "-", line or "(no description)")


def _first_line(source):
    """The first line of a source's docstring."""
    match = re.match(r'(?:\s|#.*\n)*[rR]?("""|\'\'\'|"|\')(.*?)(?:\1|\n)', source)
    return match[2].strip() if match else ""


def cli():
    """What "-m pydoc" does."""
    requests = sys.argv[1:]
    if requests[:1] == ["-k"]:
        apropos(" ".join(requests[1:]))
        return
    if not requests or requests[0].startswith("-"):
        print("usage: pydoc name ...   help on modules, what is in them, keywords and topics\n"
              "       pydoc -k text    modules whose name or first line has a text")
        return
    if "" not in sys.path:
        sys.path.insert(0, "")
    for request in requests:
        try:
            help.help(request, is_cli=True)
        except (ImportError, ErrorDuringImport) as error:
            print(error)
            sys.exit(1)


if __name__ == "__main__":
    cli()
