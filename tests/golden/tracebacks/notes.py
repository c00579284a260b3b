"""Notes after the message, multi-line, odd and broken ones; then uncaught with notes."""
import sys
def show(e): sys.excepthook(type(e), e, e.__traceback__)
e = ValueError("message")
e.add_note("a note")
e.add_note("two\nlines")
e.add_note("")
show(e)
e.__notes__ = ["list", 5, None, ["nested"]]
show(e)
e.__notes__ = "a string"
show(e)
e.__notes__ = 5
show(e)
e.__notes__ = ("a", "tuple")
show(e)
class Bad:
    def __repr__(self): raise ValueError
    def __str__(self): raise ValueError
e.__notes__ = [Bad()]
show(e)
e.__notes__ = Bad()
show(e)
class StrNote:
    def __str__(self): return "str of note"
e.__notes__ = [StrNote()]
show(e)
e.__notes__ = []
show(e)
class Own(Exception): __notes__ = ["class level"]
show(Own("own"))
try:
    try: raise KeyError("inner")
    except KeyError as k:
        k.add_note("note on inner")
        raise ValueError("outer") from k
except ValueError as v:
    v.add_note("note on outer")
    raise
