import sys, io
def show(u): print("unraisable:", u.exc_type.__name__, u.exc_value, type(u.object).__name__, u.err_msg, u.exc_traceback.tb_lineno if u.exc_traceback else None)
sys.unraisablehook = show
class D:
    def __init__(s, f): s.f = f
    def __get__(s, i, o):
        if s.f == "raise": raise LookupError("get")
        return s.f
for f in (5, None, len, "raise", lambda: 1/0, staticmethod(lambda: 1), classmethod(lambda c: 1/0)):
    class T: __del__ = D(f)
    t = T()
    del t
for f in (staticmethod(lambda: 1/0), classmethod(lambda c: 1/0), lambda s: 1/0, print, 5, None, property(lambda s: 3)):
    class T: __del__ = f
    t = T()
    del t
