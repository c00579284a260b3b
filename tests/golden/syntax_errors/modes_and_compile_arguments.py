"""compile() in its three modes: what each accepts; flags; errors' text attribute; eval and exec."""
sources = ["", " ", "\n", "1", " 1", "\t1", "1\n", "1\n\n", "1 # c", "# c", "x = 1", "1; 2", "1;", "pass", "if x: y", "if x:\n y", "if x:\n y\n", "def f(): pass", "def f():\n pass\n", "1\n2", "1\n2\n", "(1\n)", "(1", "'''a", "'a", "x y", "1 +", "yield", "lambda: 1", "x := 1", "(x := 1)", "*a", "*a, b", "a, b", "\\\n1", "1 \\\n", "@f\ndef g(): pass", "class C: pass", "import x", "return 1", "await x", "x = 1; y = 2", "x = 1\n", "for x in y: z", "\x0c1", "  # c\n1", "1\n  ", "1\n  2", "\ufeff1", "1\\", "a\x00b", "async def f(): pass", "match x:\n case 1: pass", "if 1: pass\nelse: pass"]
for source in sources:
    row = []
    for mode in ("eval", "exec", "single"):
        try:
            compile(source, "<s>", mode)
            row.append("fine")
        except SyntaxError as error:
            row.append(f"{type(error).__name__[:-5]} {error.lineno}:{error.offset} {error.msg} {error.text!r}")
        except ValueError as error:
            row.append(f"ValueError {error}")
    print(repr(source), *row, sep=" | ")
for args, kwargs in [(("1", "f", "bad"), {}), (("1", "f"), {}), (("1",), {}), ((1, "f", "exec"), {}), (("1", 5, "exec"), {}), (("1", "f", 5), {}), (("1", "f", "exec", 99999999), {}), (("1", "f", "exec", 0, True), {}), (("1", "f", "exec"), {"optimize": 5}), (("assert 0", "f", "exec"), {"optimize": 1}), (("'doc'", "f", "exec"), {"optimize": 2}), ((b"x = 1", "f", "exec"), {}), ((bytearray(b"1"), "f", "eval"), {}), ((b"\xff", "f", "eval"), {}), ((b"# coding: latin-1\nx = '\xe9'", "f", "exec"), {}), ((b"# coding: nope\n", "f", "exec"), {}), ((b"\xef\xbb\xbf1", "f", "eval"), {}), (("1", b"f", "eval"), {}), ((), {"source": "1", "filename": "f", "mode": "eval"}), (("1", "f", "eval"), {"flags": 0, "dont_inherit": True, "optimize": -1})]:
    try:
        print(args, kwargs, type(compile(*args, **kwargs)).__name__)
    except (SyntaxError, ValueError, TypeError) as error:
        print(args, kwargs, type(error).__name__, error)
code = compile("a + b", "<expr>", "eval")
print(code.co_filename, code.co_name, code.co_names, eval(code, {"a": 1, "b": 2}), exec(code, {"a": 1, "b": 2}))
single = compile("1 + 1", "<s>", "single")
exec(single)
exec(compile("None", "<s>", "single"))
exec(compile("x = 5\n", "<s>", "single"))
exec(compile("if x: x; 'y'\n", "<s>", "single"))
for bad in ("eval('x = 1')", "eval('')", "exec('x y')", "eval('(')", "exec('if x:\\n')", "exec('  x')", "eval('1\\n2')", "exec('def f(:')", "eval('\\n1')", "eval('  1  ')", "eval('1;')"):
    try:
        print(bad, eval(bad))
    except SyntaxError as error:
        print(bad, type(error).__name__, error, error.filename, error.text)
