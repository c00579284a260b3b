"""BaseException subclasses that are uncaught print like the others."""
class Stop(BaseException):
    def __str__(self): return "str of Stop"
def f():
    try: raise Stop(1)
    except Exception: print("never")
    finally: print("finally")
f()
