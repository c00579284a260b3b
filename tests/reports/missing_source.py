code = compile("1\n2 + 'a'", "/no/such/file.py", "exec")
exec(code)
