"""sys.excepthook of one's own, sys.__excepthook__, and one that fails."""
import sys
def hook(kind, value, tb):
    depth = 0
    while tb: depth += 1; tb = tb.tb_next
    print("hook:", kind.__name__, value, depth)
    sys.excepthook = broken
    try: 1 / 0
    except ZeroDivisionError as error: sys.__excepthook__(type(error), error, error.__traceback__)
    raise LookupError("inside the hook")
def broken(*args): pass
sys.excepthook = hook
def f(): raise ValueError("uncaught")
f()
