code = compile("def f(x):\n    return x.missing\nf(1)\n", "<made up>", "exec")
exec(code)
