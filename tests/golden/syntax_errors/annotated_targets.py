"""Annotated targets that begin with parentheses."""

for target in ("(z)", "(z.a)", "((z))", "(z[0])", "(f().x)", "z.a", "z[0]", "(f()).c", "(a + b).c", "(1).a", "[z].a", "{}.a",
               "(yield).c", "(a, b).c", "(a := 1).b", "('a').b", "((z).a)",
               "(z).a", "(z)[0]", "(z.b).c", "((z)).a", "(z).a.b", "(z)().a", "(z)[0].b", "((z).a).b", "(z)(1)[2]",
               "(a, b)", "[a]", "f()", "(f())", "a, b", "a + b", "'x'", "*a", "(*a)"):
    for text in target + ": int", target + ": int = 5":
        try:
            compile("def f():\n " + text, "f", "exec")
            print(text, "ok")
        except SyntaxError as error:
            print(text, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    try:
        compile(target + " += 1", "f", "exec")
        print(target, "augmented")
    except SyntaxError as error:
        print(target, error.msg)
