"""type(name, bases, namespace): what it takes and what it makes."""
ns = {"x": 1, "f": lambda self: self.x}
C = type("C", (), ns)
ns["x"] = 2
print(C.x, C().f(), C.__name__, C.__qualname__, C.__module__, C.__bases__)
def report(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
report(lambda: type("a b", (), {}).__name__)
report(lambda: type("", (), {}))
report(lambda: type(5, (), {}))
report(lambda: type("C", [], {}))
report(lambda: type("C", (), []))
report(lambda: type("C", (5,), {}))
report(lambda: type("C\0", (), {}))
report(lambda: type())
report(lambda: type(1, 2))
report(lambda: type(1, a=2))
report(lambda: type("C", (), {}, x=1))
report(lambda: type.__new__(type))
report(lambda: type("C", (), {"__qualname__": 5}))
report(lambda: type("C", (), {"__qualname__": "Q.C"}).__qualname__)
report(lambda: type("C", (), {"__module__": "elsewhere"}))
report(lambda: type("C", (bool,), {}))
report(lambda: type("C", (int, str), {}))
report(lambda: type("C", (), {"__doc__": "d"}).__doc__)
