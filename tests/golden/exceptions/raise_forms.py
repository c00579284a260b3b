"""raise: classes, instances, from, contexts, and things that can't be raised."""
class E(Exception):
    def __init__(self, *a): super().__init__(*a); print("init", a, end=" ")
class NotInstance(Exception):
    def __new__(cls): return 5
class Fails(Exception):
    def __init__(self): raise TypeError("constructor failed")
for make in ("raise E", "raise E()", "raise E(1, 2)", "raise E from None", "raise E from KeyError", "raise E from KeyError('c')", "raise NotInstance", "raise Fails", "raise 5", "raise 'text'", "raise int", "raise None", "raise (E, KeyError)", "raise E from 5", "raise E from int", "raise object()", "raise E.__new__(E)", "raise [E][0]", "raise lambda: E", "raise undefined", "raise E from undefined", "raise E from NotInstance", "raise E(undefined) from KeyError", "raise type('Dyn', (E,), {})", "raise BaseException('base')", "raise NotImplemented", "raise NotImplementedError", "raise ...", "raise E, 5" if False else "raise (E)"):
    try:
        exec(make)
    except BaseException as error:
        print(make, "->", repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    try: raise KeyError("first")
    except KeyError as k: raise ValueError("second") from k
except ValueError as v:
    print(repr(v.__cause__), v.__cause__ is v.__context__, v.__suppress_context__)
try:
    try: raise KeyError("first")
    except KeyError: raise ValueError("second")
except ValueError as v:
    print(v.__cause__, repr(v.__context__), v.__suppress_context__)
try:
    try: raise KeyError("first")
    except KeyError: raise ValueError("second") from OSError("other")
except ValueError as v:
    print(repr(v.__cause__), repr(v.__context__), v.__suppress_context__)
try:
    try: raise KeyError("a")
    finally: raise ValueError("b")
except ValueError as v: print(repr(v.__context__))
e = ValueError("cycle")
try:
    try: raise e
    except ValueError: raise e
except ValueError as v: print(v.__context__)
a, b = KeyError("a"), KeyError("b")
try:
    try: raise a
    except KeyError:
        try: raise b
        except KeyError: raise a
except KeyError as k: print(repr(k), repr(k.__context__), repr(k.__context__.__context__))
x = ValueError("attributes")
for name, value in [("__cause__", 5), ("__context__", 5), ("__traceback__", 5), ("args", 5), ("args", [1, 2]), ("__cause__", KeyError("set")), ("__context__", None), ("__traceback__", None), ("__suppress_context__", 0), ("custom", 1), ("__notes__", 5), ("__dict__", 5)]:
    try:
        setattr(x, name, value)
        print(name, "->", repr(getattr(x, name)))
    except (TypeError, AttributeError) as error:
        print(name, error)
print(x, x.__suppress_context__)
for name in ("args", "__cause__", "__traceback__", "__context__", "custom", "nothing"):
    try:
        delattr(x, name)
        print("deleted", name)
    except (TypeError, AttributeError) as error:
        print(error)
for call in (lambda: x.with_traceback(5), lambda: x.with_traceback(None) is x, lambda: x.with_traceback(), lambda: BaseException(a=1), lambda: BaseException.__new__(int), lambda: ValueError(1).__init__(2, 3), lambda: Exception.__init__(5), lambda: ValueError.__new__(KeyError)):
    try:
        print(call())
    except TypeError as error:
        print(error)
class Falsy(Exception):
    def __bool__(self): return False
    def __len__(self): return 0
    def __eq__(self, other): raise RuntimeError("never compared")
try: raise Falsy("falsy")
except Falsy as f: print("caught", f.args)
