"""AttributeError tells which attribute of which object."""
import types
class C: pass
class S: __slots__ = ("a",)
def report(f):
    try:
        f()
    except AttributeError as e:
        print(f"{e} | {e.name} | {type(e.obj).__name__}")
report(lambda: C().x)
report(lambda: C.x)
report(lambda: S().a)
report(lambda: S().b)
report(lambda: (5).x)
report(lambda: "".nothing())
report(lambda: types.ModuleType("m").x)
report(lambda: super(C, C()).x)
report(lambda: setattr(object(), "x", 1))
report(lambda: getattr(C(), "x"))
report(lambda: None.x)
report(lambda: (lambda: 1).x)
