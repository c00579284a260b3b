"""Keywords where names belong."""
keywords = "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split()
for form in ("{} = 1", "x = {}", "def {}(): pass", "def f({}): pass", "class {}: pass", "import {}", "import x as {}", "from x import {}", "from {} import x", "f({}=1)", "x.{}", "for {} in x: pass", "with x as {}: pass", "global {}", "lambda {}: 1", "del {}", "({} := 1)", "{}: int", "x = {} + 1", "[{}]", "@{}\ndef f(): pass"):
    print("==", form.replace("\n", ";"))
    for keyword in keywords:
        try:
            compile(form.format(keyword), "<s>", "exec")
            print(f"{keyword}: fine", end="; ")
        except SyntaxError as error:
            print(f"{keyword}: {error.msg} {error.offset}-{error.end_offset}", end="; ")
    print()
for soft in ("match", "case", "type", "_", "print", "exec", "nonlocal_"):
    for form in ("{} = 1", "def {}(): pass", "class {}: pass", "{}(1)", "{}[1]", "{}.x", "{} x", "{}: int = 1", "{} + 1", "x = {}", "{} = {} = 1", "for {} in x: pass", "import {}", "{}, y = 1, 2", "{} -1", "{} *x", "{} (x): int = 1", "{} not in x", "{} if x else y", "lambda {}: {}", "f({}=1)", "{} {} = 1", "{}\n{}", "match {}:\n case {}: pass", "match {}:\n case {}(): pass", "{} ({}):\n case 1: pass", "{} [{}]:\n case 1: pass", "{} {}:\n case 1: pass", "{} -x:\n case 1: pass", "{} x, y:\n case 1: pass", "type {} = 1", "type {}[T] = 1"):
        source = form.replace("{}", soft)
        try:
            compile(source, "<s>", "exec")
            print("fine", end=" ")
        except SyntaxError as error:
            print(f"{source!r}: {error.msg}", end=" ")
    print()
