"""Which of two mistakes is told: one in names comes before those that only compiling finds."""
NAMES = ["def f(a, a): pass", "def g():\n    x = 1\n    global x", "nonlocal y", "class C[T, T]: pass",
         "def h():\n    nonlocal q", "x: (a := 1) = [(b := i) for b in i]", "[i := 1 for i in x]"]
OTHERS = ["return", "break", "continue", "yield 1", "await x", "import sys\nfrom __future__ import division", "*a = 1",
          "def k():\n    async with x: pass", "a, *b, *c = d", "try: pass\nexcept: pass\nexcept A: pass", "__debug__ = 1",
          "from __future__ import nothing", "match x:\n    case _: pass\n    case 1: pass", "f(a=1, a=2)", "1 +"]
for name in NAMES:
    for other in OTHERS:
        for code in name + "\n" + other, other + "\n" + name:
            try:
                compile(code, "<code>", "exec")
            except SyntaxError as error:
                print(repr(code), error.msg, error.lineno, error.offset)
            else:
                print(repr(code), "compiles")
