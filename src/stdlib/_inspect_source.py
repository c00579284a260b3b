"""Finding the source of things. Part of inspect."""

import linecache
import os
import sys
import types
from _inspect_signature import unwrap

# What the functions below show as their module.
__name__ = "inspect"


def _code_of(object):
    """The code behind a method, function, traceback or frame; others come back as they are."""
    if isinstance(object, types.MethodType):
        object = object.__func__
    if isinstance(object, types.FunctionType):
        object = object.__code__
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.FrameType):
        object = object.f_code
    return object


def getfile(object):
    """The file that something was defined in."""
    if isinstance(object, types.ModuleType):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isinstance(object, type):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if isinstance(code, types.CodeType):
        return code.co_filename
    raise TypeError(f"module, class, method, function, traceback, frame, or "
                    f"code object was expected, got {type(object).__name__}")


def getmodulename(path):
    """The name of the module in a file; None if it is no module's."""
    name = os.path.basename(path)
    for suffix in sorted(_module_suffixes(), key=len, reverse=True):
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def _module_suffixes():
    try:
        from importlib.machinery import all_suffixes
    except ImportError:
        return [".py", ".pyc"]
    return all_suffixes()


def getsourcefile(object):
    """The file of the source that something was defined in; None if there is no source."""
    filename = getfile(object)
    if filename.endswith(".pyc"):
        folder, name = os.path.split(filename)
        if os.path.basename(folder) == "__pycache__":
            filename = os.path.join(os.path.dirname(folder), name.split(".")[0] + ".py")
        else:
            filename = filename[:-1]
    elif filename.endswith((".so", ".pyd")):
        return None
    if filename in linecache.cache or os.path.exists(filename):
        return filename
    # There may be a loader that has the source.
    module = getmodule(object, filename)
    spec = getattr(module, "__spec__", None)
    if (getattr(module, "__loader__", None) is not None
            or getattr(spec, "loader", None) is not None):
        return filename
    return None


def getabsfile(object, _filename=None):
    """The path of the source, or of the file if there is none, from the root."""
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


def getmodule(object, _filename=None):
    """The module that something was defined in; None if it can't be told."""
    if isinstance(object, types.ModuleType):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = getabsfile(object, _filename)
    except (TypeError, FileNotFoundError):
        return None
    for module in list(sys.modules.values()):
        if isinstance(module, types.ModuleType) and getattr(module, "__file__", None):
            name = module.__file__
            if name == _filename or os.path.normcase(os.path.abspath(name)) in (
                    file, os.path.realpath(file)):
                return module
    # By its name, in the main module or among the built-in things.
    if not hasattr(object, "__name__"):
        return None
    for name in ("__main__", "builtins"):
        module = sys.modules.get(name)
        if getattr(module, object.__name__, None) is object:
            return module
    return None


def findsource(object):
    """(all lines of the file, the index of the one where something starts); OSError if lost."""
    file = getsourcefile(object)
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        # What was entered may have its lines in the cache.
        if not (file.startswith("<") and file.endswith(">")):
            raise OSError("source code not available")
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__ if module else None)
    if not lines:
        raise OSError("could not get source code")
    if isinstance(object, types.ModuleType):
        return lines, 0
    if isinstance(object, type):
        try:
            lnum = vars(object)["__firstlineno__"] - 1
        except (TypeError, KeyError):
            raise OSError("source code not available")
    else:
        code = _code_of(object)
        if not isinstance(code, types.CodeType):
            raise OSError("could not find code object")
        if not hasattr(code, "co_firstlineno"):
            raise OSError("could not find function definition")
        lnum = code.co_firstlineno - 1
    if lnum >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, lnum


def getcomments(object):
    """The comment in front of something, as it stands in the file; None if there is none."""
    try:
        lines, lnum = findsource(object)
    except (OSError, TypeError):
        return None
    if isinstance(object, types.ModuleType):
        start = 1 if lines and lines[0][:2] == "#!" else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == "#":
            end += 1
        comments = [line.expandtabs() for line in lines[start:end]]
        return "".join(comments) if comments else None
    indent = indentsize(lines[lnum])
    start = lnum
    while start > 0 and lines[start - 1].lstrip().startswith("#") and indentsize(
            lines[start - 1]) == indent:
        start -= 1
    comments = [line.expandtabs().lstrip() for line in lines[start:lnum]]
    while comments and comments[0].strip() == "#":
        del comments[0]
    while comments and comments[-1].strip() == "#":
        del comments[-1]
    return "".join(comments) if comments else None


def indentsize(line):
    """How many columns a line is indented by."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


# Where a definition ends

class _LineScanner:
    """Goes through lines, and knows whether the end of one is the end of a statement."""

    def __init__(self):
        self.depth = 0      # of brackets
        self.quote = None   # of a string that goes on
        self.continued = False

    def scan(self, line):
        """Look at one line; its words, brackets and colons outside of strings."""
        tokens = []
        self.continued = False
        i, n = 0, len(line)
        while i < n:
            char = line[i]
            if self.quote:
                if char == "\\":
                    i += 2
                    continue
                if line.startswith(self.quote, i):
                    i += len(self.quote)
                    self.quote = None
                    continue
                i += 1
                continue
            if char == "#":
                break
            if char in "'\"":
                self.quote = char * 3 if line.startswith(char * 3, i) else char
                i += len(self.quote)
                tokens.append("string")
                continue
            if char == "\\" and line[i + 1:].strip() == "":
                self.continued = True
                break
            if char.isidentifier():
                start = i
                while i < n and (line[i].isalnum() or line[i] == "_"):
                    i += 1
                tokens.append(line[start:i])
                continue
            if char in "([{":
                self.depth += 1
            elif char in ")]}":
                self.depth -= 1
            if not char.isspace():
                tokens.append(char if self.depth == 0 or char in "([{" else "")
            i += 1
        if self.quote and len(self.quote) == 1 and not line.rstrip("\n").endswith("\\"):
            self.quote = None  # such a string ends with its line at the latest
        return tokens

    def statement_ends(self):
        return self.depth <= 0 and not self.quote and not self.continued


def getblock(lines):
    """The lines that a definition at their start takes."""
    scanner = _LineScanner()
    started = None   # the word that the definition starts with
    indent = 0
    in_statement = False
    body_indent = None
    header_done = one_line = False
    last = 0
    for number, line in enumerate(lines):
        if not in_statement:
            stripped = line.strip()
            if started and not one_line and stripped and not stripped.startswith("#"):
                if indentsize(line) <= indent:
                    break
            elif started and one_line:
                break
            if not stripped:
                continue
            if stripped.startswith("#"):
                # A comment belongs to the block that it is indented with.
                if body_indent is not None and indentsize(line) >= body_indent:
                    last = number + 1
                continue
            if header_done and body_indent is None:
                body_indent = indentsize(line)
        tokens = scanner.scan(line)
        if not in_statement and started is None:
            indent = indentsize(line)
            if tokens and tokens[0] == "@":
                started = ""
            else:
                started = _kind(tokens)
                one_line = started == "lambda" or started is None
                header = list(tokens)
        elif started == "" and not in_statement:
            if not tokens or tokens[0] != "@":
                started = _kind(tokens)
                header = list(tokens)
        elif in_statement and started and not header_done:
            header += tokens
        in_statement = not scanner.statement_ends()
        last = number + 1
        if not in_statement and started in ("def", "class") and header:
            # Something behind the colon is all there is of the body.
            if header[-1] != ":":
                one_line = True
            header = []
            header_done = True
        if one_line and not in_statement:
            break
    return lines[:last]


def _kind(tokens):
    for word in tokens:
        if word in ("def", "class", "lambda"):
            return word
        if word not in ("async",):
            # A lambda may stand anywhere in its line.
            return "lambda" if "lambda" in tokens else None
    return None


def getsourcelines(object):
    """(the lines of something's source, the number of the first); 0 for a module."""
    object = unwrap(object)
    lines, lnum = findsource(object)
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.ModuleType) or (
            isinstance(object, types.FrameType) and object.f_code.co_name == "<module>"):
        return lines, 0
    return getblock(lines[lnum:]), lnum + 1


def getsource(object):
    """The source of something as one string."""
    return "".join(getsourcelines(object)[0])
