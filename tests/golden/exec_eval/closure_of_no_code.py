# What exec() says about closures, after it has looked at its first argument.
for closure in (None, (), (1,2), 5):
    for src in (int, 5, "1", b"1", compile("1","f","exec")):
        try: print(exec(src, {}, closure=closure))
        except Exception as e: print(closure, src if not hasattr(src,'co_name') else 0, e)
