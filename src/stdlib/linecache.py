"""The lines of source files, kept once they have been read.

What has no file can stand here too: cache maps a name to (size, mtime,
lines, fullname), where mtime None keeps checkcache() away, or to a 1-tuple
of a function that gives the source.
"""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def clearcache():
    """Forget all lines."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """One line of a file, with its end; '' when there is none such."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""


def getlines(filename, module_globals=None):
    """All lines of a file as a list, which is empty when it can't be read."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Forget the files that have changed; only filename if one is given."""
    names = list(cache) if filename is None else [filename]
    for name in names:
        entry = cache.get(name)
        if entry is None or len(entry) == 1:
            continue
        size, mtime, _, fullname = entry
        if mtime is None:
            continue  # there is no file
        try:
            import os
            stat = os.stat(fullname)
        except (ImportError, OSError, ValueError):
            cache.pop(name, None)
            continue
        if size != stat.st_size or mtime != stat.st_mtime:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Read a file anew and return its lines."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        cache.pop(filename, None)
    if not filename or (filename.startswith("<") and filename.endswith(">")):
        from _frozen_importlib import _typed
        text = _typed(filename)
        return [] if text is None else text.splitlines(True)
    import os
    fullname = filename
    try:
        stat = os.stat(fullname)
    except (OSError, ValueError):
        # There may be a loader that has the source, or a file on the path.
        if lazycache(filename, module_globals):
            try:
                data = cache[filename][0]()
            except (ImportError, OSError):
                pass
            else:
                if data is None:
                    return []
                lines = [line + "\n" for line in data.splitlines()]
                cache[filename] = (len(data), None, lines, fullname)
                return lines
        found = None if os.path.isabs(filename) else _find_on_path(filename)
        if found is None:
            return []
        fullname, stat = found
    try:
        lines = _read_lines(fullname)
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    if not lines:
        lines = ["\n"]
    elif not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = (stat.st_size, stat.st_mtime, lines, fullname)
    return lines


def _find_on_path(filename):
    import os
    import sys
    for folder in sys.path:
        try:
            fullname = os.path.join(folder, filename)
        except (TypeError, AttributeError):
            continue  # not a path
        try:
            return fullname, os.stat(fullname)
        except (OSError, ValueError):
            pass
    return None


def _read_lines(filename):
    with open(filename, "rb") as file:
        data = file.read()
    import io
    text = io.TextIOWrapper(io.BytesIO(data), _encoding_of(data), line_buffering=True)
    return text.readlines()


def _encoding_of(data):
    """What the first two lines say about a source file's encoding."""
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    for line in data.split(b"\n", 2)[:2]:
        text = line.strip()
        if not text.startswith(b"#"):
            if text:
                break
            continue
        start = text.find(b"coding")
        if start >= 0 and text[start + 6:start + 7] in (b":", b"="):
            name = text[start + 7:].strip()
            end = 0
            while end < len(name) and (name[end:end + 1].isalnum() or name[end] in b"-_."):
                end += 1
            if end:
                return name[:end].decode("ascii")
    return "utf-8"


def lazycache(filename, module_globals):
    """Note how to get a module's source by its loader; False if that can't be."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or (filename.startswith("<") and filename.endswith(">")):
        return False
    if module_globals and "__name__" in module_globals:
        spec = module_globals.get("__spec__")
        name = getattr(spec, "name", None) or module_globals["__name__"]
        loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
        get_source = getattr(loader, "get_source", None)
        if name and get_source:
            def get_lines(name=name, *args, **kwargs):
                return get_source(name, *args, **kwargs)
            cache[filename] = (get_lines,)
            return True
    return False


def _register_code(code, string, name):
    """Keep the source of what was entered interactively, under its file name."""
    cache[code.co_filename] = (len(string), None,
                               [line + "\n" for line in string.splitlines()], name)
