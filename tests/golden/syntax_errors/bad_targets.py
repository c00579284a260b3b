"""Everything that can't be assigned to, deleted, looped over or bound."""
forms = ["{} = 1", "{} += 1", "{}: int = 1", "del {}", "for {} in x: pass", "with x as {}: pass", "[a for {} in x]", "import x as {}", "({} := 1)", "a, {} = 1", "x = {} = 1", "*{}, = 1", "try: pass\nexcept E as {}: pass", "async def f():\n async for {} in x: pass", "lambda {}: 0", "def f({}): pass", "f({}=1)", "global {}", "[{}] = 1", "match x:\n case {}: pass"]
things = ["f()", "1", "'s'", "f''", "a + b", "-a", "not a", "a and b", "a if b else c", "lambda: 0", "[a for a in b]", "{a for a in b}", "(a for a in b)", "{}", "{1: 2}", "{1}", "None", "True", "...", "a < b", "a == b", "__debug__", "a := b", "(a := b)", "yield", "(yield)", "await a", "a.b", "a[b]", "(a)", "(a.b)", "[a]", "(a, b)", "a, b", "*a", "(*a)", "()", "[]", "f().x", "f()[0]", "a.None", "b'x'", "1.5j", "a @ b", "a ** b", "~a", "a[b:c]", "(a, 1)", "[a, f()]", "(a, *b, *c)", "x y"]
for form in forms:
    print("==", form.replace("\n", ";"))
    for thing in things:
        source = form.format(thing) if "{}" in form else form
        try:
            compile(source, "<s>", "exec")
        except SyntaxError as error:
            print(f"{thing!s:14} {error.lineno}:{error.offset}-{error.end_lineno}:{error.end_offset} {error.msg}")
        else:
            print(f"{thing!s:14} fine")
