"""What annotations that are not evaluated must not have, wherever they stand."""
FUTURE = "from __future__ import annotations\n"
for code in ["x: (yield)", "def f(a: (yield)): pass", "x: (await y)", "class C:\n    x: (yield)", "x: (yield from z)",
             "def f() -> (yield): pass", "async def f():\n    x: (await y)", "x: (a := 1)", "x: lambda: (yield)",
             "def f():\n    x: (yield)", "def f[T](a: (yield)): pass", "x: [(yield) for i in y]"]:
    for start in "", FUTURE, '"text"\n' + FUTURE, "import sys\n" + FUTURE:
        try:
            compile(start + code, "<code>", "exec")
        except SyntaxError as error:
            print(repr(code), error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
        else:
            print(repr(code), "compiles")
