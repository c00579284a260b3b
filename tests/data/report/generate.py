"""Run the scripts of cases.txt under CPython 3.13 and record what it prints about their exceptions.

    python3.13 generate.py

writes cases.json: for each script the exceptions as plain data, and the report on them. It also
writes suggestions.json: names, a name looked for and the one among them that CPython suggests. The
unit tests of src/text/report read these files; nothing else does, and nobody edits them by hand.
"""

import _suggestions
import builtins
import json
import os
import random
import subprocess
import sys
import tempfile
import traceback
import types
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILE = "case.py"


def safe(value, what, convert=str):
    try:
        return convert(value)
    except BaseException:
        return f"<{what} {convert.__name__}() failed>"


def type_name(cls):
    if cls.__module__ in ("__main__", "builtins"):
        return cls.__qualname__
    module = cls.__module__ if isinstance(cls.__module__, str) else "<unknown>"
    return f"{module}.{cls.__qualname__}"


def frames(tb, skip):
    """What a traceback says of each frame."""
    found = []
    while tb is not None:
        code = tb.tb_frame.f_code
        if code.co_filename != skip:
            line, end_line, column, end_column = list(code.co_positions())[tb.tb_lasti // 2]
            found.append({
                "filename": code.co_filename,
                "name": code.co_name,
                "line": tb.tb_lineno if line is None else line,
                "end_line": end_line,
                "column": column,
                "end_column": end_column,
            })
        tb = tb.tb_next
    return found


def notes(exc):
    found = getattr(exc, "__notes__", None)
    if found is None:
        return None
    if isinstance(found, (list, tuple)):
        return [safe(note, "note") for note in found]
    return safe(found, "__notes__", repr)


def suggestion(exc):
    """The names from which CPython computes its suggestion."""
    tb = exc.__traceback__
    while tb is not None and tb.tb_next is not None:
        tb = tb.tb_next
    local = tb.tb_frame.f_locals if tb else {}
    if isinstance(exc, ImportError):
        if not isinstance(exc.name_from, str):
            return None
        try:
            names = dir(__import__(exc.name))
        except Exception:
            return None
        return {"kind": "import", "name": exc.name_from, "names": names}
    if isinstance(exc, AttributeError):
        if not isinstance(exc.name, str):
            return None
        try:
            names = dir(exc.obj)
        except Exception:
            return None
        own = "self" in local and local["self"] is exc.obj
        return {"kind": "attribute", "name": exc.name, "names": names, "own": own}
    if isinstance(exc, NameError) and isinstance(exc.name, str):
        module = exc.name in sys.stdlib_module_names
        frame = tb.tb_frame if tb else None
        names = [*frame.f_locals, *frame.f_globals, *frame.f_builtins] if tb else []
        own = "self" in local and hasattr(local["self"], exc.name)
        return {"kind": "name", "name": exc.name, "names": names, "own": own, "module": module}
    return None


def describe(root, skip):
    """All exceptions that `root` leads to; references are numbers in the list."""
    numbers, found, todo = {}, [], []

    def number(exc):
        if exc is None:
            return None
        if id(exc) not in numbers:
            numbers[id(exc)] = len(found)
            found.append({})
            todo.append(exc)
        return numbers[id(exc)]

    number(root)
    while todo:
        exc = todo.pop()
        entry = {
            "type": type_name(type(exc)),
            "message": safe(exc, "exception"),
            "notes": notes(exc),
            "frames": frames(exc.__traceback__, skip),
            "suppress": exc.__suppress_context__,
            "cause": number(exc.__cause__),
            "context": number(exc.__context__),
            "suggestion": suggestion(exc),
        }
        if isinstance(exc, BaseExceptionGroup):
            entry["members"] = [number(member) for member in exc.exceptions]
        if isinstance(exc, SyntaxError):
            names = "msg filename lineno offset end_lineno end_offset text".split()
            entry["syntax"] = {name: getattr(exc, name) for name in names}
        found[numbers[id(exc)]] = entry
    return found


def run(source, filename=FILE):
    """The exception that a script ends with. Its innermost frames stay alive with it."""
    module = types.ModuleType("__main__")
    module.__file__ = filename
    module.__builtins__ = builtins
    old = sys.modules["__main__"]
    sys.modules["__main__"] = module
    try:
        exec(compile(source, filename, "exec"), module.__dict__)
    except BaseException as exc:
        tb = exc.__traceback__
        while tb is not None and tb.tb_frame.f_code.co_filename == __file__:
            tb = tb.tb_next
        # A script that doesn't compile has no traceback at all.
        exc.__traceback__ = tb
        return exc
    finally:
        sys.modules["__main__"] = old


def extract(path):
    """In a process of its own: describe the exception that the script at `path` ends with."""
    source = path.read_text(encoding="utf-8", newline="")
    exc = run(source)
    if isinstance(exc, SystemExit) or exc is None:
        sys.exit(f"no exception: {path}")
    report = traceback.TracebackException.from_exception(
        exc, limit=traceback.BUILTIN_EXCEPTION_LIMIT, compact=True)
    json.dump({
        "exceptions": describe(exc, __file__),
        "limit": getattr(sys, "tracebacklimit", None),
        "parts": list(report.format()),
        "only": list(report.format_exception_only(show_group=True)),
    }, sys.stdout)


def record(name, source, folder):
    """One case, from both kinds of run."""
    path = folder / FILE
    path.write_bytes(source.encode())
    env = {"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8", "TERM": "xterm"}

    def report(*command, **more):
        result = subprocess.run(
            [sys.executable, *command], cwd=folder, env={**env, **more}, capture_output=True)
        return result.stdout.decode(), result.stderr.decode().replace(f"{folder}/", "")

    plain = report(FILE)[1]
    coloured = report(FILE, FORCE_COLOR="1")[1]
    data, trouble = report(str(HERE / "generate.py"), "--extract", FILE)
    try:
        data = json.loads(data)
    except ValueError:
        sys.exit(f"{name}: {trouble}")
    if "".join(data["parts"]) != plain:
        sys.exit(f"{name}: parts differ from what was printed:\n{plain}")
    return {"name": name, "source": source, **data, "coloured": coloured}


def cases():
    """The scripts of cases.txt, each after a line `=== name`. Those whose names end in `(escaped)`
    are written like string literals, with escapes."""
    for part in (HERE / "cases.txt").read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, _, source = part.partition("\n")
        source += "\n"
        if name.endswith("(escaped)"):
            source = source.encode("latin-1", "backslashreplace").decode("unicode_escape")
        yield name, source


def suggestions():
    """Names at random, those looked for close to one of them."""
    rand = random.Random(13)
    alphabets = ["ab", "abcABC_", "aAéÉßä", "xyz漢字", "abcdefghijklmnopqrstuvwxyz"]

    def word(alphabet, longest):
        return "".join(rand.choices(alphabet, k=rand.randint(1, longest)))

    def garbled(name, alphabet):
        for _ in range(rand.randint(0, 4)):
            at = rand.randint(0, len(name))
            end = at + rand.randint(0, 1)
            name = name[:at] + rand.choice(["", rand.choice(alphabet)]) + name[end:]
            if rand.random() < 0.3:
                name = name[:at] + name[at:end].swapcase() + name[end:]
        return name

    for number in range(600):
        alphabet = rand.choice(alphabets)
        longest = rand.choice([4, 8, 12, 45, 60])
        names = [word(alphabet, longest) for _ in range(rand.randint(1, 12))]
        if number in (7, 8):
            names = [f"name{i}" for i in range(742 + number)]
        name = garbled(rand.choice(names), alphabet)
        yield [names, name, _suggestions._generate_suggestions(names, name)]


def write(name, items):
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    (HERE / name).write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def main():
    if sys.argv[1:2] == ["--extract"]:
        extract(Path(sys.argv[2]))
        return
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for name, source in cases():
            found.append(record(name, source, Path(folder)))
    write("cases.json", found)
    write("suggestions.json", suggestions())
    print(len(found), "cases")


if __name__ == "__main__":
    main()
