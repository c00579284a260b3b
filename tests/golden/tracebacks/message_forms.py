"""How the last line looks: empty, multi-line, broken str, nested classes, modules, SyntaxErrors."""
import sys
def show(e): sys.excepthook(type(e), e, None)
class Outer:
    class Inner(Exception): pass
def local():
    class Local(Exception): pass
    return Local
class NoStr(Exception):
    def __str__(self): raise ValueError("broken")
class NotStr(Exception):
    def __str__(self): return 5
class Named(Exception): __module__ = "some.module"
class Builtins(Exception): __module__ = "builtins"
class NoModule(Exception): __module__ = 5
class Qual(Exception): __qualname__ = "Other.Name"
for e in (ValueError(), ValueError(""), ValueError(" "), ValueError("a\nb\n"), ValueError("tab\t"), ValueError(None), ValueError(0), ValueError(""" """), ValueError(1, 2), KeyError("k"), KeyError(""), KeyError(), KeyError("a\nb"), Outer.Inner("i"), local()("l"), NoStr("x"), NotStr("x"), Named("n"), Builtins("b"), NoModule("m"), Qual("q"), OSError(2, "msg", "f"), OSError(2, "msg"), OSError("only"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "why"), ExceptionGroup("g", [ValueError(1)]), StopIteration(5), AssertionError(), AssertionError("m"), AssertionError((1, 2)), Exception("é日本😀"), Exception("\x00\x1b[31m"), Exception(b"bytes"), Exception(Exception("nested")), SystemExit(3), KeyboardInterrupt(), GeneratorExit()):
    show(e)
for args in (("plain",), ("with place", ("f.py", 3, 5, "some text here\n")), ("range", ("f.py", 3, 5, "some text here\n", 3, 9)), ("indented", ("f.py", 3, 9, "    some text\n", 3, 13)), ("no text", ("f.py", 3, 5, None)), ("no line", ("f.py", None, None, None)), ("zero", ("f.py", 1, 0, "text")), ("beyond", ("f.py", 1, 99, "text")), ("multi-line range", ("f.py", 1, 2, "first line\n", 3, 4)), ("negative", ("f.py", 1, -1, "text", 1, -1)), (None, ("f.py", 1, 1, "x")), ("", ("", 1, 1, "x")), ("tabs", ("f.py", 1, 3, "\t\tx y", 1, 4))):
    show(SyntaxError(*args))
show(IndentationError("unexpected indent", ("f.py", 2, 4, "    x = 1\n", 2, -1)))
show(TabError("tabs", ("f.py", 2, 4, "\tx\n", 2, 5)))
sys.excepthook(ValueError, ValueError("type given"), None)
try: sys.excepthook(1, 2, 3)
except TypeError as error: print(error)
try: sys.excepthook(ValueError)
except TypeError as error: print(error)
