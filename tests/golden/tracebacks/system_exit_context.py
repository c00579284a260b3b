"""SystemExit raised while handling something else prints no chain."""
import sys
def inner():
    try: 1 / 0
    except ZeroDivisionError: sys.exit("said goodbye")
class True_: pass
try: inner()
except SystemExit as e:
    print(repr(e), repr(e.__context__), e.code)
    for code in (True, False, 0, None, 5, -1, "text", 2.5, (1, 2)): print(code, repr(SystemExit(code).code))
    raise
