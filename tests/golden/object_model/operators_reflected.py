"""Binary operators: the left operand's method, then the right one's reflected method."""
class L:
    def __add__(self, o): return NotImplemented if isinstance(o, str) else ("L+", type(o).__name__)
class R:
    def __radd__(self, o): return ("R radd", type(o).__name__)
class N: pass
def report(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
report(lambda: L() + 1)
report(lambda: 1 + R())
report(lambda: L() + R())
report(lambda: L() + "s")
report(lambda: N() + R())
report(lambda: N() + N())
report(lambda: N() + 1)
report(lambda: [] + R())
report(lambda: [] + N())
report(lambda: R() + R())
class Same:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return "radd of same type"
report(lambda: Same() + Same())
