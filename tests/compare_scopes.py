"""Compares Dunder's scopes with CPython 3.13's, for every file named on the command line.

    cargo build --example scopes
    python3.13 tests/compare_scopes.py target/debug/examples/scopes FILE...

A directory stands for the Python files in it. Each file that CPython compiles must give the same
symbols, as the symtable module shows them, and the same variables, as the code objects list them;
each file that it rejects in the symbol table or the compiler, the same error.
"""

import _symtable
import json
import subprocess
import sys
import tokenize
import types
import warnings
from pathlib import Path

RESOLUTIONS = {1: "local", 2: "global", 3: "implicit", 4: "free", 5: "cell"}
FLAGS = {
    4: "param", 2: "assigned", 128: "imported", 16: "referenced", 256: "annotated",
    8: "nonlocal", 1024: "type_param", 512: "comp_iter",
}
KINDS = {
    0: "Function Lambda ListComp SetComp DictComp GenExpr",
    1: "Class", 2: "Module", 4: "TypeAlias", 5: "TypeParams", 6: "TypeVarBound TypeVarDefault",
}


def describe(flags):
    return {RESOLUTIONS[flags >> 12]} | {word for bit, word in FLAGS.items() if flags & bit}


def listed_children(scopes, scope):
    for number in scope["children"]:
        child = scopes[number]
        if child["inlined"]:
            yield from listed_children(scopes, child)
        else:
            yield child


def names_inside(scopes, scope):
    """Names that CPython copies from inlined comprehensions into the scope around them."""
    for number in scope["children"]:
        child = scopes[number]
        if child["inlined"]:
            for name, words in child["symbols"]:
                yield name, words
            yield from names_inside(scopes, child)


def compare_tables(scopes, scope, table):
    where = f"{scope['qualname']} (line {scope['line']})"
    if scope["kind"] not in KINDS[table.type].split():
        yield f"{where}: kind {scope['kind']}, expected {table.type}"
        return
    if scope["nested"] != bool(table.nested):
        yield f"{where}: nested {scope['nested']}"
    if scope["params"] != table.varnames:
        yield f"{where}: params {scope['params']}, expected {table.varnames}"
    ours = {name: set(words.split()) for name, words in scope["symbols"]}
    copied = {}
    for name, words in names_inside(scopes, scope):
        copied.setdefault(name, set()).update(words.split())
    for name, flags in table.symbols.items():
        expected = describe(flags)
        got = ours.get(name)
        if got is None:
            if name not in copied:
                yield f"{where}: {name} missing, expected {expected}"
        elif got != expected:
            # Copying can turn a local into a cell, and says how a name that is only passed on is used.
            if {"cell"} == expected - got and "cell" in copied.get(name, ()):
                continue
            if got == {"free"} and expected - got <= copied.get(name, set()):
                continue
            yield f"{where}: {name} is {got}, expected {expected}"
    for name in ours.keys() - table.symbols.keys():
        yield f"{where}: {name} superfluous"
    children = list(listed_children(scopes, scope))
    if len(children) != len(table.children):
        names = [child["name"] for child in children]
        yield f"{where}: children {names}, expected {[t.name for t in table.children]}"
        return
    for child, expected in zip(children, table.children):
        yield from compare_tables(scopes, child, expected)


def code_objects(code):
    yield code
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            yield from code_objects(const)


def signature_of_code(code):
    generator = bool(code.co_flags & 0x220)
    coroutine = bool(code.co_flags & 0x280)
    return (code.co_qualname, code.co_varnames, code.co_cellvars, code.co_freevars,
            generator, coroutine)


def signature_of_scope(scope):
    function = scope["kind"] not in ("Module", "Class")
    return (scope["qualname"], tuple(scope["varnames"]), tuple(scope["cellvars"]),
            tuple(scope["freevars"]), function and scope["generator"],
            function and scope["coroutine"])


def static_attributes(code):
    for inner in code_objects(code):
        names = inner.co_names
        if "__static_attributes__" in names and "__qualname__" in names:
            tuples = [c for c in inner.co_consts if isinstance(c, tuple)]
            yield inner.co_qualname, tuples


def compare(path, answer):
    try:
        with tokenize.open(path) as file:
            source = file.read()
        table = _symtable.symtable(source, str(path), "exec")
        code = compile(source, str(path), "exec", dont_inherit=True)
    except SyntaxError as error:
        expected = [error.msg, [error.lineno, error.offset, error.end_lineno, error.end_offset]]
        if answer.get("error") != expected:
            yield f"gave {answer.get('error', 'scopes')}, expected {expected}"
        return
    except (ValueError, SystemError):  # some correct files make 3.13.0 fail
        return
    if "error" in answer:
        yield f"rejected: {answer['error']}"
        return
    scopes = answer["scopes"]
    yield from compare_tables(scopes, scopes[0], table)
    ours = {signature_of_scope(scope) for scope in scopes if not scope["inlined"]}
    for inner in code_objects(code):
        signature = signature_of_code(inner)
        if signature not in ours:
            close = [s for s in ours if s[0] == signature[0]]
            yield f"expected code {signature}\n    among {close}"
    attributes = {(s["qualname"], tuple(s["attributes"])) for s in scopes if s["kind"] == "Class"}
    for qualname, tuples in static_attributes(code):
        if not any((qualname, names) in attributes for names in tuples):
            yield f"attributes {qualname}: expected one of {tuples}"


def main():
    warnings.simplefilter("ignore")
    program, *names = sys.argv[1:]
    paths = []
    for name in map(Path, names):
        paths += sorted(name.rglob("*.py")) if name.is_dir() else [name]
    names = "".join(f"{path}\n" for path in paths)
    output = subprocess.run([program], input=names, stdout=subprocess.PIPE, text=True, check=True)
    different = 0
    for path, line in zip(paths, output.stdout.splitlines(), strict=True):
        differences = list(compare(path, json.loads(line)))
        different += bool(differences)
        for difference in differences:
            print(f"{path}: {difference}")
    print(f"{len(paths)} files, {different} differ", file=sys.stderr)
    return different != 0


if __name__ == "__main__":
    sys.exit(main())
