"""Unmatched, unclosed and mismatched brackets: what is pointed at."""
sources = ["(", "[", "{", ")", "]", "}", "(]", "[)", "{)", "(1, 2", "[1, 2", "{1: 2", "f(1, 2", "x[1", "((1)", "([)]", "(\n[\n", "(\n]\n", "[1,\n2,\n3", "f(\n a,\n b\nx = 1", "x = (1 +\ny = 2", "{'a': 1\n'b': 2}", "(1, 2]]", "a)b", "print('x'))", "def f(:\n pass", "def f(a, b:\n pass", "class C(:\n pass", "if (x:\n pass", "for x in (1, 2:\n pass", "while (x:\n pass", "x = [1, 2\ny = 3", "x = {1, 2\ndef f(): pass", "(x for x in y", "[x for x in y", "{**a", "f(*a", "f(**a", "f(a=1", "lambda (x): 1", "x = ((((", "x = ]]]]", "'abc' + (", "\"(\" + (", "# (\n(", "(  # comment", "f'{(}'", "f'{x'", "f'{x]}'", "f'{(x}'", "f'{x)}'", "f'{{x}'", "f'{x}}'", "f'}'", "f'{'", "(\"abc", "('abc\n)", "[\"\"\"abc", "x[1:2", "x[1, 2:", "return (1", "import (a)", "from x import (a", "from x import (a, b", "from x import a)", "with (a, b: pass", "with (a as b: pass", "assert (a, b", "del (a, b", "(yield", "@f(\ndef g(): pass", "x = (1\n     2)", "x = [1\n     2]", "x = {1\n     2}", "f(a\n  b)", "x = (a b)", "x = [a b]", "x = {a b}", "f(a b)", "f(a, b c)", "{a: b c: d}", "(a, b c)", "x[a b]", "(1 2)", "[1, 2 3]", "print(1 2)", "(a\n\n\nb)", "(a if b)", "[a if b]", "foo(a for a in b, c for c in d)"]
for source in sources:
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "fine")
    except SyntaxError as error:
        print(f"{source!r} {type(error).__name__} {error.lineno}:{error.offset}-{error.end_lineno}:{error.end_offset} {error.msg} | {error.text!r}")
