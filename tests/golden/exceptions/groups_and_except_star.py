"""ExceptionGroup: split, subgroup, derive; except* matching, re-raising, nesting."""
eg = ExceptionGroup("top", [ValueError(1), TypeError("t"), ExceptionGroup("nested", [ValueError(2), KeyError("k")])])
print(repr(eg), str(eg), eg.message, len(eg.exceptions), type(eg.exceptions).__name__)
print(eg.split(ValueError)); print(eg.subgroup(KeyError), eg.subgroup(OSError), eg.split(OSError)[0])
print(eg.subgroup(lambda e: isinstance(e, ValueError) and e.args[0] > 1), eg.split((KeyError, TypeError))[1], eg.subgroup(ExceptionGroup) is eg)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__, BaseExceptionGroup.__mro__[1].__name__, ExceptionGroup.__mro__[1:3])
for bad in (5, "x", [ValueError], None, int):
    try: eg.split(bad)
    except TypeError as error: print(error)
def run(*errors, raiser=None):
    trail = []
    try:
        try:
            if raiser: raiser()
            elif errors: raise ExceptionGroup("eg", list(errors))
        except* (ValueError, IndexError) as g: trail.append(("V", g.exceptions))
        except* TypeError as g: trail.append(("T", g.exceptions, g.message))
        except* OSError: trail.append("O"); raise
        except* KeyError: trail.append("K"); raise RuntimeError("from handler")
        else: trail.append("else")
        finally: trail.append("finally")
    except BaseException as rest: trail.append(repr(rest)); trail.append(repr(rest.__context__))
    print(*trail)
run()
run(ValueError(1), IndexError(2))
run(ValueError(1), TypeError(2), ValueError(3))
run(ValueError(1), ZeroDivisionError("rest"))
run(OSError("o"), ValueError(1), ArithmeticError("a"))
run(KeyError("k"), ValueError(1))
run(KeyError("k"), OSError("o"), NameError("n"))
run(ExceptionGroup("in", [ValueError(1), TypeError(2)]), ValueError(3))
def naked(): raise ValueError("naked")
def naked_other(): raise ZeroDivisionError("naked")
run(raiser=naked); run(raiser=naked_other)
def keyboard(): raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)])
run(raiser=keyboard)
class MyGroup(ExceptionGroup):
    def __new__(cls, message, excs, code=0):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self
    def derive(self, excs): return MyGroup(self.message, excs, self.code)
try: raise MyGroup("mine", [ValueError(1), KeyError(2)], 7)
except* ValueError as g: print(type(g).__name__, g.code, g)
except* KeyError as g: print(type(g).__name__, g.code, g.exceptions)
class NoDerive(ExceptionGroup): pass
print(NoDerive("n", [ValueError()]).split(ValueError))
for clause in ("ExceptionGroup", "(ValueError, ExceptionGroup)", "5", "'x'"):
    try:
        exec(f"try: raise ValueError(1)\nexcept* {clause}: pass")
    except (TypeError, ValueError) as error: print(clause, repr(error))
def nested_star():
    try:
        try: raise ExceptionGroup("a", [ValueError(1), TypeError(2), OSError(3)])
        except* ValueError: pass
    except* TypeError as g:
        return_value = repr(g)
        print(return_value, end=" ")
try: nested_star()
except* OSError as g: print(repr(g))
def name_deleted():
    try: raise ExceptionGroup("a", [ValueError(1)])
    except* ValueError as g: pass
    try: g
    except UnboundLocalError as error: return str(error)
print(name_deleted())
e = ExceptionGroup("with notes", [ValueError(1), KeyError(2)])
e.add_note("kept"); e.__cause__ = OSError("cause")
m, r = e.split(ValueError)
print(m.__notes__, repr(m.__cause__), r.__notes__, m.__notes__ is r.__notes__)
for source in ["try: pass\nexcept* ValueError: pass\nexcept KeyError: pass", "try: pass\nexcept*: pass", "def f():\n try: pass\n except* ValueError: return", "for x in y:\n try: pass\n except* ValueError: break", "for x in y:\n try: pass\n except* ValueError: continue", "try: pass\nexcept* ValueError:\n for x in y: break", "try: pass\nexcept ValueError: pass\nexcept* KeyError: pass", "try: pass\nexcept* ValueError, KeyError: pass", "try: pass\nexcept ValueError, KeyError: pass", "try: pass\nexcept: pass\nexcept ValueError: pass", "try: pass", "try:\n pass\nelse: pass", "except: pass", "try: pass\nfinally: pass\nexcept: pass", "try: pass\nexcept* ValueError as x.y: pass", "try: pass\nexcept ValueError as 1: pass", "try: pass\nexcept* (yield): pass"]:
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "fine")
    except SyntaxError as error:
        print(repr(source), "->", error.msg)
