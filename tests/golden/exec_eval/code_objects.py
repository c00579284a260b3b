"""compile(), code attributes, replace(), running code repeatedly, __code__ of everything."""
source = """
def f(a, b=1, *args, c, **kw):
    'doc'
    x = a + b
    def g():
        return x, c
    return g
y = [i for i in range(3)]
class C:
    def m(self): return __class__
z = lambda q: q
async def co(): await z
def gen(): yield
"""
code = compile(source, "file.py", "exec")
print(code.co_name, code.co_filename, code.co_firstlineno, code.co_argcount, code.co_flags & 0x40, code.co_names[:6], code.co_varnames, code.co_freevars)
ns = {}
exec(code, ns)
for thing in (ns["f"], ns["z"], ns["co"], ns["gen"], ns["C"].m, ns["f"](1, c=2)):
    c = thing.__code__
    print(c.co_name, c.co_qualname, c.co_filename, c.co_firstlineno, c.co_argcount, c.co_kwonlyargcount, c.co_varnames, c.co_cellvars, c.co_freevars, bool(c.co_flags & 4), bool(c.co_flags & 8), bool(c.co_flags & 0x20), bool(c.co_flags & 0x80), c.co_nlocals)
print(ns["f"].__code__.co_consts[0], "doc" in ns["f"].__doc__, ns["y"], ns["z"](5))
exec(code, second := {})
print(ns["f"] is second["f"], ns["f"].__code__ is second["f"].__code__, ns["f"].__code__ == second["f"].__code__)
f = ns["f"]
print(f.__code__.replace(co_name="renamed").co_name, f.__code__.replace(co_filename="other").co_filename, hash(code) == hash(code), code == compile(source, "file.py", "exec"), compile("1", "a", "eval") == compile("1", "a", "eval"))
for bad in (lambda: setattr(code, "co_name", "x"), lambda: f.__code__.replace(nope=1), lambda: code(), lambda: type(code)(), lambda: code.co_nothing):
    try: bad()
    except (TypeError, AttributeError) as error: print(type(error).__name__, error)
print([line for line in sorted({l for _, _, l in f.__code__.co_lines() if l})], type(code).__name__, repr(code).split(" at ")[0], repr(code).split(", file")[1])
e = compile("a * 2", "<e>", "eval")
print([eval(e, {"a": i}) for i in range(3)], eval(e, {"a": "x"}))
def make(n): return compile(f"lambda x: x + {n}", "<make>", "eval")
print([eval(make(i))(10) for i in range(3)])
exec(compile("import sys\nresult = sys.argv is not None", "<i>", "exec"), t := {})
print(t["result"])
try: exec(compile("1 +\n", "bad.py", "exec"))
except SyntaxError as error: print(error.filename, error.lineno, error.msg)
try: exec(compile("\n\n1 / 0", "runtime.py", "exec"))
except ZeroDivisionError as error: print(error.__traceback__.tb_next.tb_lineno, error.__traceback__.tb_next.tb_frame.f_code.co_filename)
import types
fn = types.FunctionType(ns["z"].__code__, {"__builtins__": {}}, "named", (7,))
print(fn(), fn.__name__, fn.__qualname__, fn.__defaults__)
print(eval(compile("(lambda: [x for x in (1, 2)])()", "<c>", "eval")), isinstance(code, types.CodeType), (lambda: 0).__code__.co_name, (lambda *, a: 0).__code__.co_kwonlyargcount, (lambda a, /, b: 0).__code__.co_posonlyargcount)
