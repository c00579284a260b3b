"""getattr, setattr, delattr and hasattr with odd arguments."""
class C:
    def __getattr__(self, name):
        if name == "bad": raise ValueError("bad")
        raise AttributeError(name)
def report(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
report(lambda: getattr(C(), "x", None))
report(lambda: getattr(C(), "bad", None))
report(lambda: hasattr(C(), "bad"))
report(lambda: hasattr(C(), 5))
report(lambda: getattr(C(), 5))
report(lambda: setattr(C(), 5, 1))
report(lambda: delattr(C(), b"x"))
report(lambda: getattr(C()))
c = C()
setattr(c, "not an identifier", 1)
report(lambda: getattr(c, "not an identifier"))
