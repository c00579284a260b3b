"""What is being handled while the types of except* clauses are evaluated."""
import sys
def show(e): return f"{e!r} ctx={e.__context__!r}" if e else "None"
def t(x, *a): print("   type", a, show(sys.exception())); return x
def run(exc, types, bodies):
    print(exc, types, bodies)
    try:
        try: raise exc
        except* t(types[0], 0) as g:
            print("   1", repr(g), show(sys.exception()))
            if bodies[0]: raise bodies[0]
        except* t(types[1], 1) as g:
            print("   2", repr(g), show(sys.exception()))
            if bodies[1]: raise bodies[1]
        except* t(types[2], 2):
            print("   3", show(sys.exception()))
        else: print("else")
        finally: print("   finally", show(sys.exception()))
    except BaseException as e: print("   out", show(e), show(e.__context__), e.__suppress_context__)
    print("   after", show(sys.exception()))
def gen(exc, types, bodies):
    print(exc, types, bodies)
    try:
        try: raise exc
        except* t((yield types[0]), 0) as g:
            print("   1", repr(g), show(sys.exception()))
            yield
            if bodies[0]: raise bodies[0]
        except* t((yield types[1]), 1) as g:
            yield
            print("   2", repr(g), show(sys.exception()))
            if bodies[1]: raise bodies[1]
        except* t((yield types[2]), 2):
            print("   3", show(sys.exception()))
        else: print("else")
        finally: print("   finally", show(sys.exception()))
    except BaseException as e: print("   out", show(e), show(e.__context__), e.__suppress_context__)
    print("   after", show(sys.exception()))
def drive(g):
    try:
        x = next(g)
        while True: x = g.send(x)
    except StopIteration: pass
V,O,K=ValueError,OSError,KeyError
G=lambda *a: ExceptionGroup("g", list(a))
for f in run, lambda *a: drive(gen(*a)):
    for exc in (lambda: G(V(1),O(2)), lambda: G(V(1),O(2),K(3)), lambda: V(1), lambda: K(1), lambda: G(V(1),G(O(2),K(3)))):
        for types in ((V,O,K),(V,ExceptionGroup,K),(V,3,K),(K,V,O),((V,K),O,V)):
            for bodies in ((None,None),(RuntimeError("a"),None),(RuntimeError("a"),RuntimeError("b"))):
                f(exc(), types, bodies)
